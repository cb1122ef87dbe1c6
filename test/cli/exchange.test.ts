import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../src/base/source-file.ts'
import { compile } from '../../src/compile/compile.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { matterText } from '../support/matter-text.ts'
import { exampleWorkspaces } from '../support/syntax-examples.ts'
import { runCli } from './run-cli.ts'

const text = matterText({
  steps: ['环节：受理', '  时限：1个工作日', '环节：决定', '  时限：2个工作日', '  产出：占道施工许可证'],
  outputs: ['结果：占道施工许可证'],
})

describe('zw export', () => {
  test('writes the matters of all files as one document, without places', async () => {
    const { code, out, err } = await runCli(['export', '--format', 'json'], { files: { 'a.zw': text } })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const document = JSON.parse(out)
    expect(document).toMatchObject({ schema: 'zw/model/1', matters: [{ kind: 'matter', name: '占道施工许可' }] })
    expect(out).not.toContain('"origin"')
    const matters = [...compile([{ uri: 'a.zw', text }]).matters.values()].map(({ matter }) => matter)
    expect(document.matters).toEqual(withoutOrigins(matters))
  })

  test('keeps the places where they are asked for', async () => {
    const { out } = await runCli(['export', '--origins'], { files: { 'a.zw': text } })
    expect(JSON.parse(out).matters[0].origin).toMatchObject({ file: 'a.zw' })
  })

  test('writes to a file', async () => {
    const { out, cwd } = await runCli(['export', 'a.zw', '-o', 'a.json'], { files: { 'a.zw': text } })
    expect(out).toBe('')
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')).schema).toBe('zw/model/1')
  })

  test.each([
    ['m.bpmn', /^<\?xml[\s\S]*BPMN/],
    ['m.dmn', /^<\?xml[\s\S]*DMN/],
    ['m.XLSX', /^PK/],
    ['m.json', /"zw\/model\/1"/],
    ['m.jsonld', /"@context"/],
    ['m', /"zw\/model\/1"/],
  ])('writes %s as the file is called', async (name, content) => {
    const { code, err, cwd } = await runCli(['export', '占道施工许可', '-o', name], { files: { 'a.zw': text } })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readFileSync(join(cwd, name), 'latin1')).toMatch(content)
  })

  test.each(['export', 'guide', 'graph'])(
    'zw %s refuses an ending that no format has, and lists those it writes',
    async (command) => {
      const { code, err, cwd } = await runCli([command, '占道施工许可', '-o', '指南.pdf'], { files: { 'a.zw': text } })
      expect(code).toBe(2)
      expect(err).toMatch(/^zw：写不了“\.pdf”格式；文件名请以(?:\.[a-z]+、?)+结尾，或者写明 --format；/)
      expect(readdirSync(cwd)).toEqual(['a.zw'])
      const named = { export: 'json', guide: 'md', graph: 'mermaid' }[command] ?? ''
      const written = await runCli([command, '占道施工许可', '-o', '指南.x', '--format', named], { cwd })
      expect(written).toMatchObject({ code: 0, err: '' })
    },
  )

  test('names the command that writes what it does not', async () => {
    const { err } = await runCli(['export', '-o', 'a.md'], { files: { 'a.zw': text } })
    expect(err).toContain('以.json、.xlsx、.bpmn、.dmn、.jsonld结尾，或者写明 --format；办事指南请用 zw guide')
  })

  test('chooses by condition', async () => {
    const { out } = await runCli(['export', '--where', '事项类型=公共服务'], { files: { 'a.zw': text } })
    expect(JSON.parse(out).matters).toEqual([])
  })

  test('chooses by name, and tells of the errors of what was chosen only', async () => {
    const other = `${text.replaceAll('占道施工许可', '砍伐许可')}\n    产出：没有这一项\n`
    const files = { 'a.zw': text, 'b.zw': other }
    const { code, out, err } = await runCli(['export', '占道施工许可'], { files })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out).matters.map(({ name }: { name: string }) => name)).toEqual(['占道施工许可'])
    expect((await runCli(['export', '砍伐许可', 'b.zw'], { files })).code).toBe(1)
  })

  test('answers a name or file that is not there', async () => {
    const files = { 'a.zw': text }
    const wrong = await runCli(['export', '占道施工'], { files })
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' })
    expect(wrong.err).toContain('是不是“占道施工许可”？')
    expect((await runCli(['export', '占道施工许可', 'b.zw'], { files })).err).toContain('找不到“b.zw”')
  })

  test('tells of errors in the text and ends with 1', async () => {
    const wrong = text.replace('产出：占道施工许可证', '产出：许可证书')
    const { code, err } = await runCli(['export'], { files: { 'a.zw': wrong } })
    expect(code).toBe(1)
    expect(err).toContain('有错的地方没有导出')
  })
})

describe('every workspace of the examples', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../grammar/matter.schema.json'), 'utf8'))
  const validate = new Ajv2020({ strictTypes: false }).compile(schema)
  const workspaces = exampleWorkspaces().map((sources) => [sources[0]?.uri.split('/')[1] ?? '', sources] as const)

  test.each(workspaces)('%s is the same after export, import and export', async (_, sources) => {
    const files = Object.fromEntries(sources.map(({ uri, text }) => [uri, text]))
    const exported = await runCli(['export'], { files })
    expect({ code: exported.code, err: exported.err }).toEqual({ code: 0, err: '' })
    const document = JSON.parse(exported.out)
    expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null })
    expect(document.matters.length).toBeGreaterThan(0)

    const imported = await runCli(['import', 'a.json'], { files: { 'a.json': exported.out } })
    expect({ code: imported.code, err: imported.err }).toEqual({ code: 0, err: '' })
    // What matters have from libraries is in them; only 来自 still speaks of these.
    const libraries = Object.fromEntries(sources.filter(isLibrary).map(({ uri, text }) => [uri, text]))
    const again = await runCli(['export'], { files: { ...libraries, 'a.zw': imported.out } })
    expect(again.err).toBe('')
    expect(JSON.parse(again.out)).toEqual(document)
  })

  test('include bundles, 实施清单, libraries, decision tables and 用例', () => {
    const text = workspaces.flatMap(([, sources]) => sources.map((source) => source.text)).join('\n')
    for (const line of [/^一件事：/m, /^实施清单：/m, /^材料库：/m, /^判定表：/m, /^ *用例：/m, /^ *例子：/m]) {
      expect(text).toMatch(line)
    }
  })

  test('the schema refuses what is no matter', () => {
    expect(validate({ schema: 'zw/model/1', matters: [{ kind: 'matter', name: '许可', levels: ['区级'] }] })).toBe(
      false,
    )
  })
})

/** True for a file that defines what matters share, and no matter. */
function isLibrary({ text }: SourceFile): boolean {
  return /^\S*库：/m.test(text) && !/^(?:事项|实施清单|一件事)：/m.test(text)
}

describe('zw import', () => {
  test('prints what zw export wrote, and both say the same', async () => {
    const { out: json } = await runCli(['export'], { files: { 'a.zw': text } })
    const { code, out, err } = await runCli(['import', 'a.json'], { files: { 'a.json': json } })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('语言版本：1\n\n事项：占道施工许可\n事项类型：行政许可\n')
    expect((await runCli(['export'], { files: { 'b.zw': out } })).out).toBe(json)
  })

  test('reads standard input and fills in lists that are left out', async () => {
    const matter = { kind: 'matter', name: '补换证', profile: '民法典', channels: ['online'] }
    const stdin = JSON.stringify({ schema: 'zw/model/1', matters: [matter] })
    const { code, out } = await runCli(['import', '-'], { stdin })
    expect({ code, out }).toEqual({ code: 0, out: '语言版本：1\n\n事项：补换证\n\n渠道：网上办理\n' })
  })

  test('prints a matter that a file cannot say whole, and names what would be lost', async () => {
    const step = { kind: 'step', name: '受理', stages: ['acceptance'], outputs: ['许可证'], terminates: false }
    const matter = { kind: 'matter', name: '补换证', profile: '民法典', flow: [step] }
    const stdin = JSON.stringify({ schema: 'zw/model/1', matters: [matter] })
    const { code, out, err } = await runCli(['import', '-'], { stdin })
    expect(code).toBe(1)
    expect(out).toContain('    产出：许可证\n')
    expect(err).toContain('matters[0].flow[0].outputs[0]：写成.zw以后读回来不一样')
  })

  test('refuses what is no model and ends with 2', async () => {
    const { code, out, err } = await runCli(['import', 'a.json'], { files: { 'a.json': '{"schema":"zw/model/1"' } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('a.json：不是')
    const other = await runCli(['import', 'a.json', '--json'], {
      files: { 'a.json': '{"schema":"zw/report/1","matters":[]}' },
    })
    expect(other.code).toBe(2)
    expect(JSON.parse(other.out)).toEqual({
      schema: 'zw/import/1',
      file: 'a.json',
      text: null,
      problems: [{ path: 'schema', message: '“zw/report/1”不在可选的范围内，可以写：zw/model/1' }],
    })
  })
})
