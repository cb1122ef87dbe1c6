import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { STARTER_FILES } from '../../src/cli/starter/files.ts'
import { createFolder, runCli } from './run-cli.ts'

const NAMES = ['README.md', '公共场所卫生许可.zw', '示例区实施清单.zw']
const MATTER = '公共场所卫生许可.zw'
const IMPLEMENTATION = '示例区实施清单.zw'

/** A folder in which `zw init` has run. */
async function startedFolder(): Promise<string> {
  const cwd = createFolder({})
  expect(await runCli(['init'], { cwd })).toMatchObject({ code: 0, err: '' })
  return cwd
}

/** Changes a file as somebody at an editor does. */
function edit(cwd: string, name: string, before: string, after: string): void {
  const path = join(cwd, name)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(before)
  writeFileSync(path, text.replace(before, after))
}

describe('zw init', () => {
  test('writes a workspace into the current folder and says what to do next', async () => {
    const { code, out, err, cwd } = await runCli(['init'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readdirSync(cwd).sort()).toEqual([...NAMES].sort())
    expect(out).toMatch(/^在当前文件夹里写好了3个文件：\n/)
    for (const words of [...NAMES, 'zw check', 'zw report', 'zw verify', MATTER]) expect(out).toContain(words)
    const manual = /^手册：(.+)$/m.exec(out)?.[1] ?? ''
    expect(readFileSync(manual, 'utf8')).toMatch(/^# 语言手册\n/)
  })

  test('its README names every guide of the manual', async () => {
    const readme = readFileSync(join(await startedFolder(), 'README.md'), 'utf8')
    const guides = readdirSync(new URL('../../docs/guides', import.meta.url))
    expect(guides.filter((guide) => !readme.includes(guide))).toEqual([])
  })

  // A date far ahead: a starter that goes stale would greet its reader with a warning.
  test.each(['2026-11-22', '2036-01-01'])('leaves nothing to find fault with on %s', async (asOf) => {
    const cwd = await startedFolder()
    expect(await runCli(['check', '--deny-warnings', '--as-of', asOf], { cwd })).toMatchObject({
      code: 0,
      out: '检查了2个文件：没有发现问题\n',
      err: '',
    })
    expect(await runCli(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, out: '' })
    const report = await runCli(['report', '--as-of', asOf], { cwd })
    expect(report).toMatchObject({ code: 0, err: '' })
    expect(report.out).toMatch(/^公共场所卫生许可 .*60\.0%.*达标$/m)
    expect(report.out).toMatch(/^公共场所卫生许可（示例区） .*70\.0%.*达标$/m)
    const verify = await runCli(['verify', '--as-of', asOf], { cwd })
    expect(verify).toMatchObject({ code: 0, err: '' })
    expect(verify.out).toContain('目标2项：达到2项；用例3个：成立3个')
  })

  test('makes folders as they are asked for, and tells how to get there', async () => {
    const { code, out, cwd } = await runCli(['init', '卫健/我的 事项'])
    expect(code).toBe(0)
    expect(readdirSync(join(cwd, '卫健/我的 事项')).sort()).toEqual([...NAMES].sort())
    expect(out).toContain('\n  cd "卫健/我的 事项"\n')
    expect(out).toContain('npm run zw -- check "卫健/我的 事项"')
  })

  test('starts beside other files and leaves them as they are', async () => {
    const { code, cwd } = await runCli(['init'], { files: { '办事指南.txt': '原文', '旧/README.md': '旧的' } })
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, '办事指南.txt'), 'utf8')).toBe('原文')
    expect(readFileSync(join(cwd, '旧/README.md'), 'utf8')).toBe('旧的')
    expect((await runCli(['check'], { cwd })).code).toBe(0)
  })

  test('writes the stable JSON', async () => {
    const { out, cwd } = await runCli(['init', '--json', '工作区'])
    const written = NAMES.map((name) => join('工作区', name))
    expect(JSON.parse(out)).toEqual({ schema: 'zw/init/1', folder: '工作区', written, existing: [] })
    const again = await runCli(['init', '--json', '工作区'], { cwd })
    expect(again).toMatchObject({ code: 1, err: '' })
    expect(JSON.parse(again.out)).toEqual({
      schema: 'zw/init/1',
      folder: '工作区',
      written: [],
      existing: written,
    })
  })
})

describe('zw init never overwrites', () => {
  test('a file of the same name: it is named, and nothing is written', async () => {
    const { code, out, err, cwd } = await runCli(['init'], { files: { [MATTER]: '事项：我们自己的\n' } })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(
      [
        'zw：当前文件夹里已经有这些文件，没有改动它们，也没有写别的：',
        `  ${MATTER}`,
        '请换一个文件夹，如 zw init 新的工作区',
        '',
      ].join('\n'),
    )
    expect(readdirSync(cwd)).toEqual([MATTER])
    expect(readFileSync(join(cwd, MATTER), 'utf8')).toBe('事项：我们自己的\n')
  })

  test('what was edited since the first time', async () => {
    const cwd = await startedFolder()
    edit(cwd, MATTER, '示例0001', '110000')
    const { code, err } = await runCli(['init'], { cwd })
    expect(code).toBe(1)
    for (const name of NAMES) expect(err).toContain(`\n  ${name}\n`)
    expect(readFileSync(join(cwd, MATTER), 'utf8')).toContain('编码：110000')
  })

  test('a link of that name that leads nowhere: writing would create what it names', async () => {
    const cwd = createFolder({})
    symlinkSync(join(cwd, 'elsewhere.md'), join(cwd, 'README.md'))
    expect(await runCli(['init'], { cwd })).toMatchObject({ code: 1 })
    expect(readdirSync(cwd)).toEqual(['README.md'])
  })
})

describe('zw init that cannot write', () => {
  test('says so when a file is in the way', async () => {
    const files = { 报表: '' }
    expect(await runCli(['init', '报表'], { files })).toMatchObject({
      code: 2,
      out: '',
      err: 'zw：“报表”是文件，不是文件夹；请换一个名称\n',
    })
    expect(await runCli(['init', '报表/新'], { files })).toMatchObject({ code: 2, err: 'zw：找不到“报表/新”\n' })
  })

  test('takes back what it wrote before the disk refused', async () => {
    const cwd = createFolder({})
    // Paths may have 4095 bytes on Linux: with this folder the read-me still fits, and the matter does not.
    const room = 4095 - '/README.md'.length - cwd.length
    const folder = `${'a/'.repeat(room).slice(0, room - 101)}${'b'.repeat(100)}`
    const { code, out, err } = await runCli(['init', folder], { cwd })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^zw：读写不了“.*”（ENAMETOOLONG）\n$/)
    expect(existsSync(join(cwd, folder, 'README.md'))).toBe(false)
  })
})

describe('what the starter’s read-me promises', () => {
  test('names every file', () => {
    const readme = STARTER_FILES.find(({ name }) => name === 'README.md')?.text ?? ''
    for (const { name } of STARTER_FILES) expect(readme).toContain(`| ${name} |`)
  })

  test('1. a wrong name is found, and mended by --fix', async () => {
    const cwd = await startedFolder()
    edit(cwd, MATTER, '并联：材料审查、现场核查', '并联：材料审查、现场合查')
    const { code, out } = await runCli(['check'], { cwd })
    expect(code).toBe(1)
    expect(out).toContain('错误[ZW4001]')
    expect(out).toContain('把“现场合查”改为“现场核查”')
    expect(await runCli(['check', '--fix'], { cwd })).toMatchObject({ code: 0 })
    expect(readFileSync(join(cwd, MATTER), 'utf8')).toContain('并联：材料审查、现场核查')
  })

  test('2. a promise that misses the target is told by how much', async () => {
    const cwd = await startedFolder()
    edit(cwd, MATTER, '承诺时限：8个工作日', '承诺时限：9个工作日')
    const { code, out } = await runCli(['check'], { cwd })
    expect(code).toBe(1)
    expect(out).toContain('错误[ZW6006]')
    expect(out).toContain('还差1个工作日')
  })

  test('3. an implementation may only go in the direction allowed', async () => {
    const cwd = await startedFolder()
    edit(cwd, IMPLEMENTATION, '承诺时限：6个工作日', '承诺时限：10个工作日')
    const { code, out } = await runCli(['check'], { cwd })
    expect(code).toBe(1)
    expect(out).toContain('错误[ZW8004]')
    expect(out).toContain('只减不增')
  })

  test('zw show prints the implementation with the origin of its lines', async () => {
    const cwd = await startedFolder()
    const { code, out } = await runCli(['show', '公共场所卫生许可（示例区）'], { cwd })
    expect(code).toBe(0)
    expect(out).toMatch(/^承诺时限：6个工作日 .*示例区实施清单\.zw:\d+$/m)
    expect(out).toMatch(/^法定时限：20个工作日 .*公共场所卫生许可\.zw:\d+$/m)
  })

  test('without the implementation the matter stands alone', async () => {
    const [, matter] = STARTER_FILES
    const text = (matter?.text ?? '').replace(/^(?:统一|允许细化)：.*\n/gm, '')
    expect(text).not.toBe(matter?.text)
    expect(await runCli(['check', '--deny-warnings'], { files: { 'a.zw': text } })).toMatchObject({ code: 0 })
  })
})

test('zw init as a process', () => {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const cwd = createFolder({})
  const zw = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8' })
    return { status, stderr }
  }
  expect(zw('init', 'w')).toEqual({ status: 0, stderr: '' })
  expect(zw('check', '--deny-warnings', 'w')).toEqual({ status: 0, stderr: '' })
  expect(zw('verify', 'w')).toEqual({ status: 0, stderr: '' })
  expect(zw('init', 'w').status).toBe(1)
})
