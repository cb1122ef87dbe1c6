import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const cwd = fileURLToPath(new URL('../../examples', import.meta.url))
const RESTAURANT = ['graph', '开办餐饮店', 'bundles/restaurant']
const PERMIT = ['graph', '食品经营许可(餐饮服务)新办', 'language']
const file = (text: string) => ({ files: { 'a.zw': text } })

test('a picture is written to standard output, the same at every run', async () => {
  const { code, out, err } = await runCli(PERMIT, { cwd })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^<svg [^>]*role="img"[\s\S]*<\/svg>\n$/)
  expect((await runCli(PERMIT, { cwd })).out).toBe(out)
})

test('the way of one applicant is told apart', async () => {
  const { out } = await runCli([...PERMIT, '--given', '自制高风险食品=否', '--given', '经营面积=80平方米'], { cwd })
  expect(out).toContain('这次走的路')
  const { err, code } = await runCli([...PERMIT, '--given', '面积=80'], { cwd })
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining('是不是“经营面积”？'),
  })
})

test('the name of the file says the format', async () => {
  const { code, out, cwd: folder } = await runCli(['graph', '示例', '-o', '图.mmd'], file(TEXT))
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(readFileSync(join(folder, '图.mmd'), 'utf8')).toMatch(/^flowchart TD\n/)
})

test('the flow as data is that of the hash, without places in the text', async () => {
  const { out } = await runCli([...RESTAURANT, '--json'], { cwd })
  const { schema, name, hash, graph } = JSON.parse(out)
  expect([schema, name]).toEqual(['zw/graph/1', '开办餐饮店'])
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(graph.nodes.map((node: { readonly name: string }) => node.name)).toContain('食品与消防联合核查')
  expect(out).not.toContain('"origin"')
})

test('other programs that draw flows open it as BPMN', async () => {
  const { code, out } = await runCli([...PERMIT, '--format', 'bpmn'], { cwd })
  expect(code).toBe(0)
  expect(out).toContain('现场核查')
  expect(out).toMatch(/^<\?xml[\s\S]*definitions>\s*$/)
})

test('steps on dates, as a picture and as text', async () => {
  const dated = [...RESTAURANT, '--gantt', '--start', '2026-09-21']
  expect((await runCli(dated, { cwd })).out).toContain('国庆节10月1日至7日')
  expect((await runCli([...dated, '--format', 'mermaid'], { cwd })).out).toContain('section 企业设立登记')
  expect((await runCli([...RESTAURANT, '--gantt', '--narrow'], { cwd })).out).toContain('个工作日')
})

test.each([
  [['--gantt', '--json'], '不能和 --format json 一起写'],
  [['--gantt', '--format', 'bpmn'], '不能和 --format bpmn 一起写'],
  [['--gantt', '--format', 'mermaid'], '请加上 --start'],
  [['--start', '2026-09-21'], '--start 要和 --gantt 一起写'],
  [['--format', 'mermaid', '--given', '经营面积=80'], '--given 请和 --format svg 一起写'],
  [['--json', '--format', 'svg'], '只能写一个'],
])('%j is told how to write it', async (options, message) => {
  const { code, err } = await runCli([...RESTAURANT, ...options], { cwd })
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('a matter with errors is drawn as far as it can be read, and that is said', async () => {
  const { code, out, err } = await runCli(['graph', '示例', '.'], file(TEXT.replace('1个工作日', '一会儿')))
  expect(code).toBe(1)
  expect(out).toContain('</svg>')
  expect(err).toContain('有错的地方没有画出来')
})

const TEXT = `语言版本：1
事项：示例
办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    时限：2个工作日
    产出：批复
结果：批复
`
