import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { badExample } from '../support/bad-examples.ts'
import { createFolder, runCli } from './run-cli.ts'

const clean = Buffer.from(badExample('ZW0101'))
const good = new TextDecoder('gb18030').decode(clean)
const missedColon = Buffer.from(badExample('ZW1003'))
const noVersion = good.replace('语言版本：1\n', '').replaceAll('老年人优待证', '敬老卡')

describe('zw check', () => {
  test('finds nothing in a good file and ends with 0', async () => {
    const { code, out, err } = await runCli(['check'], { files: { 'city/a.zw': good } })
    expect({ code, out, err }).toEqual({ code: 0, out: '检查了1个文件：没有发现问题\n', err: '' })
  })

  test('shows each finding in its place, counts them and ends with 1', async () => {
    const { code, out } = await runCli(['check', 'city', 'b.zw'], {
      files: { 'city/a.zw': missedColon, 'b.zw': noVersion },
    })
    expect(code).toBe(1)
    expect(out).toContain('错误[ZW1003]：“承诺时限”后面少了冒号“：”\n   ┌─ city/a.zw:16:1\n')
    expect(out).toContain('警告[ZW0102]')
    const last = '检查了2个文件：1个错误，1个警告\n改正错误以后，还会检查：时限、条件和材料\n'
    expect(out.endsWith(`\n\n${last}`)).toBe(true)
  })

  test('warnings pass, unless they are denied', async () => {
    const files = { 'b.zw': noVersion }
    expect(await runCli(['check'], { files })).toMatchObject({ code: 0 })
    expect(await runCli(['check', '--deny-warnings'], { files })).toMatchObject({ code: 1 })
  })

  test('reads standard input', async () => {
    const { out } = await runCli(['check', '-'], { stdin: missedColon })
    expect(out).toContain('┌─ <标准输入>:16:1')
  })

  test('reads GB18030 and says so', async () => {
    const { code, out } = await runCli(['check'], { files: { 'a.zw': clean } })
    expect(code).toBe(0)
    expect(out).toContain('警告[ZW0101]：文件“a.zw”不是UTF-8编码，已按GB18030读取')
  })

  test('colours for a terminal', async () => {
    const { out } = await runCli(['check'], { files: { 'a.zw': missedColon }, color: true })
    expect(out).toContain('\u001b[31m')
  })

  test('writes the stable JSON', async () => {
    const { code, out } = await runCli(['check', '--json'], { files: { 'a.zw': missedColon, 'b.zw': noVersion } })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'zw/check/1',
      files: 2,
      errors: 1,
      warnings: 1,
      diagnostics: [
        {
          code: 'ZW1003',
          severity: 'error',
          file: 'a.zw',
          line: 16,
          column: 1,
          endLine: 16,
          endColumn: 5,
          message: '“承诺时限”后面少了冒号“：”',
          help: null,
          related: [],
          fixes: [
            {
              title: '在“承诺时限”后面加上“：”',
              applicability: 'auto',
              edits: [{ file: 'a.zw', start: { line: 16, column: 5 }, end: { line: 16, column: 5 }, text: '：' }],
            },
          ],
        },
        { code: 'ZW0102', severity: 'warning', file: 'b.zw' },
      ],
    })
    expect(
      (await runCli(['check', '--format', 'json'], { files: { 'a.zw': missedColon, 'b.zw': noVersion } })).out,
    ).toBe(out)
  })

  test.each([
    [['gone.zw'], {}, '找不到“gone.zw”'],
    [[], { 'a.md': '' }, '当前文件夹里没有.zw文件'],
    [['photo.zw'], { 'photo.zw': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) }, '“photo.zw”不是文本文件'],
  ])('%j ends with 2 and a sentence', async (paths, files, sentence) => {
    const { code, out, err } = await runCli(['check', ...paths], { files })
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `zw：${sentence}\n` })
  })
})

describe('zw check --format', () => {
  test('sarif writes one log for all files', async () => {
    const { code, out } = await runCli(['check', '--format', 'sarif'], { files: { 'a.zw': missedColon } })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'ZW1003' }] }] })
  })

  test('github writes a command for each finding', async () => {
    const { code, out } = await runCli(['check', '--format', 'github'], { files: { 'a.zw': missedColon } })
    expect(code).toBe(1)
    expect(out).toMatch(
      /^::error file=a\.zw,line=16,endLine=16,col=1,endColumn=4,title=ZW1003::[^\n]*\n检查了1个文件：1个错误\n改正错误以后，还会检查：时限、条件和材料\n$/,
    )
  })
})

describe('zw check --fix', () => {
  test('writes what is safe to mend and tells it, and leaves all else', async () => {
    const asking = Buffer.from(badExample('ZW1006'))
    const files = {
      'a.zw': missedColon,
      'b.zw': noVersion,
      'ask.zw': asking.toString().replaceAll('老年人优待证', '敬老证'),
    }
    const { code, out, cwd } = await runCli(['check', '--fix'], { files })
    expect(code).toBe(0)
    expect(out).toContain('已改好：a.zw：在“承诺时限”后面加上“：”（ZW1003）\n')
    expect(out).toMatch(/检查了3个文件：自动改好2处，1个警告\n$/)
    expect(readFileSync(join(cwd, 'a.zw'), 'utf8')).toContain('承诺时限：')
    expect(readFileSync(join(cwd, 'b.zw'), 'utf8')).toBe(`语言版本：1\n${noVersion}`)
    expect(readFileSync(join(cwd, 'ask.zw'), 'utf8')).toBe(files['ask.zw'])
    const again = await runCli(['check', '--fix', '--json'], { cwd })
    expect(JSON.parse(again.out)).toMatchObject({ fixed: [], errors: 0, warnings: 1 })
    expect(readdirSync(cwd).sort()).toEqual(['a.zw', 'ask.zw', 'b.zw'])
  })

  test('turns other encodings into UTF-8', async () => {
    const { out, cwd } = await runCli(['check', '--fix'], { files: { 'a.zw': clean } })
    expect(out).toBe('已改好：a.zw：改存为UTF-8（ZW0101）\n\n检查了1个文件：自动改好1处，没有发现问题\n')
    expect(readFileSync(join(cwd, 'a.zw'), 'utf8')).toBe(good)
  })

  test('keeps the rights of a file, and writes what a link leads to', async () => {
    const cwd = createFolder({ 'real.zw': missedColon })
    chmodSync(join(cwd, 'real.zw'), 0o640)
    symlinkSync('real.zw', join(cwd, 'link.zw'))
    await runCli(['check', '--fix', 'link.zw'], { cwd })
    expect(statSync(join(cwd, 'real.zw')).mode & 0o777).toBe(0o640)
    expect(readFileSync(join(cwd, 'real.zw'), 'utf8')).toContain('承诺时限：')
  })

  test.each(['--fix', '--watch'])('%s has nothing to do with standard input', async (option) => {
    const { code, err } = await runCli(['check', option, '-'], { stdin: good })
    expect(code).toBe(2)
    expect(err).toContain('“-”读的是标准输入')
  })
})

test('zw check --watch checks again after each change, and ends when told to', { timeout: 60_000 }, async () => {
  const cwd = createFolder({ 'city/a.zw': missedColon })
  const { code, out } = await runCli(['check', '--watch'], {
    cwd,
    watcher: async (written, stop) => {
      await vi.waitFor(() => expect(written().out).toContain('1个错误\n'), 10_000)
      writeFileSync(join(cwd, 'city/a.zw'), good)
      await vi.waitFor(() => expect(written().out).toMatch(/没有发现问题\n$/), 10_000)
      writeFileSync(join(cwd, 'b.zw'), noVersion)
      await vi.waitFor(() => expect(written().out).toMatch(/检查了2个文件：1个警告\n$/), 10_000)
      rmSync(join(cwd, 'b.zw'))
      await vi.waitFor(() => expect(written().out).toMatch(/检查了1个文件：没有发现问题\n$/), 10_000)
      rmSync(join(cwd, 'city/a.zw'))
      await vi.waitFor(() => expect(written().err).toBe('zw：当前文件夹里没有.zw文件\n'), 10_000)
      writeFileSync(join(cwd, 'city/a.zw'), noVersion)
      await vi.waitFor(() => expect(written().out).toMatch(/检查了1个文件：1个警告\n$/), 10_000)
      stop()
    },
  })
  expect(code).toBe(0)
  expect(out).toMatch(/^错误\[ZW1003\]/)
})
