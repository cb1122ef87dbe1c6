import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { runCli } from './run-cli.ts'

const LIBRARY = `语言版本：1

材料库：通用材料库
  材料：居民身份证
    编码：材料0002
    来源：数据共享
`

/** A matter without faults below the lines of its head. */
function matter(name: string, ...head: readonly string[]): string {
  return `语言版本：1
${head.join('\n')}

事项：${name}
事项类型：公共服务
办件类型：承诺件
依据：《中华人民共和国老年人权益保障法》

申请材料：
  材料：居民身份证
    必要性：必要

办理环节：
  环节：受理
    时限：1个工作日
  环节：审核决定
    时限：2个工作日
    产出：${name}证

法定时限：10个工作日
承诺时限：3个工作日
结果：${name}证
`
}

describe('引用 by path', () => {
  test('reads files that the command does not name, and those that they import', async () => {
    const files = {
      '市/优待.zw': matter('优待', '引用：../库/全部.zw'),
      '库/全部.zw': `语言版本：1\n引用：./材料.zw\n\n${LIBRARY.replace('语言版本：1\n', '').replaceAll('居民身份证', '户口簿').replace('通用', '户籍')}`,
      '库/材料.zw': LIBRARY,
    }
    const { out } = await runCli(['check', '市/优待.zw'], { files })
    expect(out).toContain('检查了3个文件')
    expect(out).not.toContain('ZW4003')
  })

  test('gives a matter what the library says', async () => {
    const files = { '市/优待.zw': matter('优待', '引用：../库/材料.zw'), '库/材料.zw': LIBRARY }
    expect(await runCli(['check', '市/优待.zw'], { files })).toMatchObject({
      code: 0,
      out: '检查了2个文件：没有发现问题\n',
    })
    const { out } = await runCli(['export', '市/优待.zw'], { files })
    expect(JSON.parse(out)).toMatchObject({ matters: [{ materials: [{ code: '材料0002' }] }] })
  })

  test('of what is imported nothing is reported on, exported or counted', async () => {
    const files = {
      '市/优待.zw': matter('优待', '引用：./免费乘车.zw', '引用：../库/材料.zw').replace(
        '事项类型',
        '主项：免费乘车\n事项类型',
      ),
      '市/免费乘车.zw': matter('免费乘车', '引用：../库/材料.zw'),
      '库/材料.zw': LIBRARY,
    }
    const { out } = await runCli(['report', '市/优待.zw', '--json'], { files })
    expect(JSON.parse(out).matters).toHaveLength(1)
  })

  test('names the line where a file is not there, is no text or is none of ours', async () => {
    const files = {
      'a.zw': matter('优待', '引用：./没有.zw', '引用：./图.zw', '引用：./别的.txt'),
      '图.zw': Uint8Array.from([0x50, 0x4b, 0, 0]),
      '别的.txt': LIBRARY,
    }
    const { code, out } = await runCli(['check', 'a.zw'], { files })
    expect(code).toBe(1)
    expect(out.match(/错误\[ZW4003\]：引用的“.*”不在工作区里\n.*a\.zw:\d/g)).toEqual([
      '错误[ZW4003]：引用的“./没有.zw”不在工作区里\n   ┌─ a.zw:2',
      '错误[ZW4003]：引用的“./图.zw”不在工作区里\n   ┌─ a.zw:3',
      '错误[ZW4003]：引用的“./别的.txt”不在工作区里\n   ┌─ a.zw:4',
    ])
  })

  test('in a circle comes to an end, and is reported', async () => {
    const files = { 'a.zw': matter('甲', '引用：./b.zw'), 'b.zw': matter('乙', '引用：./a.zw') }
    const { code, out } = await runCli(['check', 'a.zw'], { files })
    expect(code).toBe(1)
    expect(out).toContain('循环依赖：b.zw → a.zw → b.zw')
  })

  test('--fix leaves imported files as they are', async () => {
    const library = LIBRARY.replace('语言版本：1\n', '')
    const files = { 'a.zw': matter('优待', '引用：./材料.zw').replace('语言版本：1\n', ''), '材料.zw': library }
    const { cwd, out } = await runCli(['check', 'a.zw', '--fix'], { files })
    expect(readFileSync(join(cwd, 'a.zw'), 'utf8')).toMatch(/^语言版本：1\n/)
    expect(readFileSync(join(cwd, '材料.zw'), 'utf8')).toBe(library)
    expect(out).toContain('材料.zw:1')
  })

  test('--watch checks again when an imported file changes', async () => {
    const files = { '市/优待.zw': matter('优待', '引用：../库/材料.zw'), '库/材料.zw': LIBRARY }
    const { cwd } = await runCli(['check'], { files })
    const { out } = await runCli(['check', '市/优待.zw', '--watch'], {
      cwd,
      watcher: async (written, stop) => {
        await vi.waitFor(() => expect(written().out).toContain('没有发现问题'), 10_000)
        writeFileSync(join(cwd, '库/材料.zw'), LIBRARY.replaceAll('居民身份证', '户口簿'))
        await vi.waitFor(() => expect(written().out).toContain('ZW4005'), 10_000)
        stop()
      },
    })
    expect(out).toContain('没有被用到')
  })
})
