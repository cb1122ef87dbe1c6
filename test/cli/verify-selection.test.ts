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
        '      丙项确认：还差6个工作日（c.zw:5）',
        '      乙证核发：还差1个工作日（b.zw:5）',
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
      sum: {
        required: '60',
        actual: '42.5',
        before: '40',
        after: '23',
        met: false,
        shortfall: { value: '7', unit: '工作日' },
        included: 3,
      },
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

const GOAL = (scope: string, ...lines: readonly string[]) =>
  ['语言版本：1', '目标：提速', `  范围：${scope}`, ...lines, ''].join('\n')
const EACH = ['  每项：', '    压减时限：不低于60%', '      口径：法定时限→承诺时限']
const TOTAL = ['  合计：', '    压减时限：不低于60%', '      口径：法定时限→承诺时限']

describe('zw verify of a 目标 over several matters', () => {
  test('says how many reach it, what each other lacks and from which lines, and what lacks most in the sum', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('事项类型为 行政许可', ...EACH, ...TOTAL) }
    const { code, out } = await runCli(['verify'], { files })
    expect(code).toBe(1)
    expect(out).toBe(
      [
        '目标“提速”（goal.zw:2）：2项',
        '  ✗ 每项压减时限 不低于 60%：达到1项，未达到1项',
        '      ✗ 乙证核发：实际50.0%（10→5个工作日，还差1个工作日）',
        '          b.zw:4  法定时限：10个工作日',
        '          b.zw:5  承诺时限：5个工作日',
        '  ✗ 合计压减时限 不低于 60%，实际56.7%（2项，30→13个工作日，还差1个工作日）',
        '      乙证核发：还差1个工作日（b.zw:5）',
        '',
        '一批事项的目标1个：没有达到1个',
        '',
      ].join('\n'),
    )
  })

  test('ends with 0 when it is met, and says of how many', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('事项为 “甲证核发”', ...EACH, ...TOTAL) }
    const { code, out } = await runCli(['verify'], { files })
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('每项压减时限 不低于 60%：1项都达到') })
    expect(out).toContain('一批事项的目标1个：达到1个')
  })

  test('writes it into the JSON and a suite of the JUnit file', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('事项类型为 行政许可', ...EACH, ...TOTAL) }
    const { out, cwd } = await runCli(['verify', '--json', '--junit', 'out.xml'], { files })
    expect(JSON.parse(out)).toMatchObject({
      targets: [],
      selections: [
        {
          name: '提速',
          file: 'goal.zw',
          line: 2,
          among: 3,
          selected: 2,
          each: [
            { matter: '甲证核发', met: true },
            { matter: '乙证核发', met: false, shortfall: { value: '1', unit: '工作日' } },
          ],
          total: [{ met: false, shortfall: { value: '1' }, laggards: [{ name: '乙证核发', file: 'b.zw', line: 5 }] }],
          met: false,
        },
      ],
      sum: null,
      passed: 1,
      failed: 2,
      undecided: 0,
    })
    const xml = readFileSync(join(cwd, 'out.xml'), 'utf8')
    expect(xml).toContain('<testsuites name="zw verify" tests="3" failures="2">')
    expect(xml).toContain('<testsuite name="目标：提速" tests="3" failures="2" skipped="0">')
    expect(xml).toContain(
      '<testcase classname="乙证核发" name="压减时限 不低于 60%"><failure message="还差1个工作日"/>',
    )
  })

  test('is not met where the 范围 chooses none, and ZW9005 says so', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('事项类型为 行政给付', ...EACH) }
    const { code, out, cwd } = await runCli(['verify', '--junit', 'out.xml'], { files })
    expect(code).toBe(1)
    expect(out).toContain('？ 范围里没有事项')
    expect(out).toContain('警告[ZW9005]：目标“提速”的范围在3个事项里一个也没有选中')
    const xml = readFileSync(join(cwd, 'out.xml'), 'utf8')
    expect(xml).toContain('<testsuite name="目标：提速" tests="1" failures="1" skipped="0">')
    expect(xml).toContain('<failure message="范围里没有事项"/>')
  })

  test('is left alone where only some matters are looked at, which is said, and by zw check', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('全部', ...EACH) }
    const some = ['verify', '--where', '事项类型=行政许可', '--each', '50%']
    const { code, out } = await runCli(some, { files })
    expect(out).not.toContain('提速')
    expect(code).toBe(0)
    expect(out).toContain('目标2项：达到2项；只看选中的事项，没有核对：一批事项的目标1个\n')
    const json = async (...argv: readonly string[]) => JSON.parse((await runCli([...argv, '--json'], { files })).out)
    expect(await json(...some)).toMatchObject({ selections: [], unchecked: { selections: 1, bundles: 0 } })
    expect(await json('verify')).toMatchObject({ unchecked: { selections: 0, bundles: 0 } })
    expect((await runCli(['check', 'goal.zw'], { files })).code).toBe(0)
  })

  test('in a file with errors is no proof', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('事项类形为 行政许可', ...EACH) }
    const { code, out } = await runCli(['verify'], { files })
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('文件里有1个错误') })
  })

  test.each([
    [
      'a line with an error',
      ['  每项：', '    压减时限：不低于50%', '      口径：法定时限→承诺时限', '    压减材料：不低于多少'],
    ],
    ['an empty 合计', ['  每项：', '    压减时限：不低于50%', '      口径：法定时限→承诺时限', '  合计：']],
  ])('with %s is not met, whatever the other lines say', async (_, lines) => {
    const files = { ...FILES, 'goal.zw': GOAL('事项类型为 行政许可', ...lines) }
    const { code, out, cwd } = await runCli(['verify', '--junit', 'out.xml'], { files })
    expect(code).toBe(1)
    expect(out).toContain('每项压减时限 不低于 50%：2项都达到\n  ？ 有的行有错或者没有写，没有核对\n')
    expect(out).toContain('一批事项的目标1个：无法核对1个；文件里有1个错误')
    const xml = readFileSync(join(cwd, 'out.xml'), 'utf8')
    expect(xml).toContain('<testsuite name="目标：提速" tests="3" failures="1" skipped="0">')
    const json = await runCli(['verify', '--json'], { files })
    expect(JSON.parse(json.out)).toMatchObject({ selections: [{ faulty: true, met: false }], undecided: 1, errors: 1 })
  })

  test('with nothing under 合计 is told so where the line stands', async () => {
    const files = { ...FILES, 'goal.zw': GOAL('全部', ...EACH, '  合计：') }
    const { code, out } = await runCli(['check', 'goal.zw'], { files })
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining('错误[ZW2007]：目标“提速”的“合计”缺少“压减时限：”'),
    })
    expect(out).toContain('goal.zw:7:3')
  })

  test('goes through the exchange format', async () => {
    const files = { 'goal.zw': GOAL('事项类型为 行政许可', ...TOTAL) }
    const { out: json } = await runCli(['export', 'goal.zw'], { files })
    const { code, out } = await runCli(['import', 'goal.json'], { files: { 'goal.json': json } })
    expect({ code, out }).toEqual({
      code: 0,
      out: '语言版本：1\n\n目标：提速\n  范围：【事项类型】为 行政许可\n  合计：\n    压减时限：不低于60%\n      口径：法定时限→承诺时限\n',
    })
  })
})
