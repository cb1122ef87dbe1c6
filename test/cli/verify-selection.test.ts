import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LICENCE } from '../analysis/scenarios.ts'
import { runCli } from './run-cli.ts'

const matter = (name: string, type: string, statutory: number, promised: number) =>
  `语言版本：1\n事项：${name}\n事项类型：${type}\n法定时限：${statutory}个工作日\n承诺时限：${promised}个工作日\n`
const FILES = {
  'a.zw': matter('甲证核发', '行政许可', 20, 8),
  'b.zw': matter('乙证核发', '行政许可', 10, 5),
  'c.zw': matter('丙项确认', '行政确认', 10, 10),
}

describe('zw verify over a selection', () => {
  test('--each asks the same of every chosen matter, and says what each lacks', async () => {
    const { code, out } = await runCli(['verify', '--where', '事项类型=行政许可', '--each', '60%'], { files: FILES })
    expect(code).toBe(1)
    expect(out).toContain('✓ 甲证核发：压减时限 不低于 60%，实际60.0%（20→8个工作日）')
    expect(out).toContain('✗ 乙证核发：压减时限 不低于 60%，实际50.0%（10→5个工作日，还差1个工作日）')
    expect(out).not.toContain('丙项确认')
    expect((await runCli(['verify', '--where', '事项类型=行政许可', '--each', '５０％'], { files: FILES })).code).toBe(
      0,
    )
  })

  test('--each does not ask twice what a matter asks of itself', async () => {
    const target = '目标：\n  压减时限：不低于60%\n'
    const { out } = await runCli(['verify', '--each', '60%'], { files: { 'a.zw': LICENCE + target } })
    expect(out).toContain('目标1项：达到1项')
  })

  test('--total asks it of the sum, and names those that lack most first', async () => {
    const { code, out } = await runCli(['verify', '--total', '60%'], { files: FILES })
    expect(code).toBe(1)
    expect(out).toContain(
      [
        '合计',
        '  ✗ 压减时限 不低于 60%，实际42.5%（3项，40→23个工作日，还差7个工作日）',
        '      丙项确认：还差6个工作日（c.zw）',
        '      乙证核发：还差1个工作日（b.zw）',
      ].join('\n'),
    )
    const licences = await runCli(['verify', '--where', '事项类型=行政许可', '--total', '56%'], { files: FILES })
    expect(licences.code).toBe(0)
    expect(licences.out).toContain('合计\n  ✓ 压减时限 不低于 56%，实际56.7%（2项，30→13个工作日）')
  })

  test('a sum over nothing that can be counted is not met', async () => {
    const { code, out } = await runCli(['verify', '--where', '事项类型=行政给付', '--total', '60%'], { files: FILES })
    expect(code).toBe(1)
    expect(out).toContain('？ 压减时限 不低于 60%：没有可以合计的事项（0项）')
  })

  test('writes the sum into the JSON and the JUnit file', async () => {
    const { out, cwd } = await runCli(['verify', '--total', '60%', '--json', '--junit', 'out.xml'], { files: FILES })
    expect(JSON.parse(out)).toMatchObject({
      sum: { required: '60', actual: '42.5', before: '40', after: '23', met: false, shortfall: '7', included: 3 },
      passed: 0,
      failed: 1,
    })
    const xml = readFileSync(join(cwd, 'out.xml'), 'utf8')
    expect(xml).toContain('<testsuite name="合计" tests="1" failures="1" skipped="0">')
    expect(xml).toContain('丙项确认还差6个工作日')
  })

  test.each([
    ['--total', '六成', '请写0到100的百分数，如“60%”'],
    ['--total', '101%', '请写0到100的百分数，如“60%”'],
    ['--each', '0.6', '要写百分号，请写成“60%”的样子'],
    ['--total', '60', '要写百分号，请写成“60%”的样子'],
  ])('refuses what is no percentage: %s %s', async (option, written, message) => {
    const { code, err } = await runCli(['verify', option, written], { files: FILES })
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(message) })
  })
})
