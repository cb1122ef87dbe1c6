import { describe, expect, test } from 'vitest'
import { badExample } from '../support/bad-examples.ts'
import { runCli } from './run-cli.ts'

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
    expect(out.endsWith('\n\n检查了2个文件：1个错误，1个警告\n')).toBe(true)
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
