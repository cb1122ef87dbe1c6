import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/base/decode-text.ts'
import { CommandFailure } from '../../src/cli/command-failure.ts'
import { findFiles } from '../../src/cli/find-files.ts'
import { createFolder } from './run-cli.ts'

describe('findFiles', () => {
  test('takes all .zw files of a folder and below, in order, hidden folders and node_modules apart', () => {
    const cwd = createFolder({
      'b.zw': '',
      'a.ZW': '',
      'readme.md': '',
      'city/z.zw': '',
      '.git/x.zw': '',
      'node_modules/p/y.zw': '',
    })
    expect(findFiles([], cwd)).toEqual(['a.ZW', 'b.zw', 'city/z.zw'])
    expect(findFiles(['city'], cwd)).toEqual(['city/z.zw'])
    expect(findFiles(['.'], cwd)).toEqual(['a.ZW', 'b.zw', 'city/z.zw'])
  })

  test('takes a file as named, whatever it is called, and each only once', () => {
    const cwd = createFolder({ 'guide.txt': '', 'a.zw': '' })
    expect(findFiles(['guide.txt', 'a.zw', 'a.zw', '-'], cwd)).toEqual(['guide.txt', 'a.zw', '-'])
  })

  test('follows links to files and passes over broken ones', () => {
    const cwd = createFolder({ 'a.zw': '' })
    symlinkSync(join(cwd, 'a.zw'), join(cwd, 'b.zw'))
    symlinkSync(join(cwd, 'gone'), join(cwd, 'c.zw'))
    symlinkSync(cwd, join(cwd, 'loop'))
    expect(findFiles([], cwd)).toEqual(['a.zw', 'b.zw'])
  })

  test('says which path is missing or empty', () => {
    const cwd = createFolder({ 'a.zw': '' })
    mkdirSync(join(cwd, 'empty'))
    expect(() => findFiles(['gone'], cwd)).toThrow(new CommandFailure('找不到“gone”'))
    expect(() => findFiles(['a.zw/b'], cwd)).toThrow(new CommandFailure('找不到“a.zw/b”'))
    expect(() => findFiles(['empty'], cwd)).toThrow(new CommandFailure('文件夹“empty”里没有.zw文件'))
    expect(() => findFiles([], join(cwd, 'empty'))).toThrow(new CommandFailure('当前文件夹里没有.zw文件'))
  })

  test('names the files to which Notepad added its .txt', () => {
    const cwd = createFolder({
      '我的事项/许可.zw.txt': '',
      '我的事项/说明.txt': '',
      'both/a.zw': '',
      'both/b.zw.txt': '',
    })
    expect(() => findFiles(['我的事项'], cwd)).toThrow(
      new CommandFailure(
        '文件夹“我的事项”里没有.zw文件；“我的事项/许可.zw.txt”多了.txt：把文件名末尾的.txt去掉再运行（看不到.txt的，先在文件夹的“查看”里勾选“文件扩展名”）',
      ),
    )
    expect(findFiles(['both'], cwd)).toEqual(['both/a.zw'])
  })
})

describe('decodeText', () => {
  const gb18030 = Uint8Array.from([0xca, 0xc2, 0xcf, 0xee, 0xa3, 0xba])

  test('reads UTF-8, without its mark', () => {
    expect(decodeText(Buffer.from('\ufeff事项：'))).toEqual({ text: '事项：', encoding: 'UTF-8' })
  })

  test('reads what Windows editors call ANSI', () => {
    expect(decodeText(gb18030)).toEqual({ text: '事项：', encoding: 'GB18030' })
  })

  test('reads UTF-16 by its mark', () => {
    const little = Buffer.from('\ufeff事项：', 'utf16le')
    expect(decodeText(little)).toEqual({ text: '事项：', encoding: 'UTF-16' })
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ text: '事项：', encoding: 'UTF-16' })
  })

  test('refuses what is no text', () => {
    expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBeUndefined()
    expect(decodeText(Uint8Array.from([0xff, 0xff, 0xff]))).toBeUndefined()
  })
})
