import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const neat = [
  '语言版本：1',
  '',
  '事项：老年人优待证办理',
  '事项类型：公共服务',
  '',
  '申请材料：',
  '  材料：居民身份证',
  '    份数：1份',
  '',
].join('\n')
const pasted = [
  '语言版本:1',
  '',
  '一、事项：老年人优待证办理',
  '事项类型 ： 公共服务',
  '',
  '申請材料：',
  '材料：居民身份证',
  '份数：1份',
  '',
].join('\r\n')

describe('zw fmt', () => {
  test('writes pasted files anew in canonical layout and leaves neat ones alone', async () => {
    const { code, out, err, cwd } = await runCli(['fmt'], { files: { 'a.zw': pasted, 'b.zw': neat } })
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '共2个文件，改了1个\n' })
    expect(readFileSync(join(cwd, 'a.zw'), 'utf8')).toBe(neat)
    expect(await runCli(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, out: '', err: '2个文件的格式都对\n' })
  })

  test('--check names the files, changes nothing and ends with 1', async () => {
    const { code, out, cwd } = await runCli(['fmt', '--check'], { files: { 'a.zw': pasted, 'b.zw': neat } })
    expect({ code, out }).toEqual({ code: 1, out: 'a.zw\n' })
    expect(readFileSync(join(cwd, 'a.zw'), 'utf8')).toBe(pasted)
  })

  test('- formats standard input to standard output', async () => {
    expect(await runCli(['fmt', '-'], { stdin: pasted })).toMatchObject({ code: 0, out: neat, err: '' })
    expect(await runCli(['fmt', '-', 'a.zw'], { files: { 'a.zw': neat } })).toMatchObject({ code: 2 })
  })

  test('--check passes for every example, whole and in Markdown', async () => {
    const cwd = fileURLToPath(new URL('../../', import.meta.url))
    expect(await runCli(['fmt', '--check', 'examples'], { cwd })).toMatchObject({ code: 0, out: '' })
  })

  test('--check passes for what zw init starts with', async () => {
    const { cwd } = await runCli(['init', '.'])
    expect(await runCli(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, out: '' })
  })

  test('a file in another encoding becomes UTF-8', async () => {
    const utf16 = Buffer.from(`\ufeff${neat}`, 'utf16le')
    const { cwd } = await runCli(['fmt'], { files: { 'a.zw': utf16 } })
    expect(readFileSync(join(cwd, 'a.zw'), 'utf8')).toBe(neat)
  })
})
