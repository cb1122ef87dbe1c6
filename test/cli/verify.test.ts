import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LICENCE } from '../analysis/scenarios.ts'
import { runCli } from './run-cli.ts'

const TARGET = '目标：\n  压减时限：不低于60%\n    口径：法定时限→承诺时限\n'
const FAR = TARGET.replace('60%', '75%')
const HOLDS = '用例：承诺\n  那么：承诺时限 为 8个工作日\n'
const FAILS = '用例：更短\n  那么：承诺时限 <不超过 5个工作日\n'.replace('<', '')
const CALENDAR = '语言版本：1\n工作日历：本地放假\n  放假：2025年3月5日\n'

describe('zw verify', () => {
  test('ends with 0 when every target is met and every scenario holds', async () => {
    const { code, out, err } = await runCli(['verify'], { files: { 'a.zw': LICENCE + TARGET + HOLDS } })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('目标\n  ✓ 小餐饮登记：压减时限 不低于 60%，实际60.0%（20→8个工作日）\n用例\n')
    expect(out).toContain('用例\n  ✓ 小餐饮登记 › 承诺\n')
    expect(out.trimEnd().split('\n').at(-1)).toBe('目标1项：达到1项；用例1个：成立1个；没有反例的条件2条')
  })

  test('ends with 1 and shows each failure with its lines', async () => {
    const text = LICENCE + FAR + FAILS
    const { code, out } = await runCli(['verify'], { files: { 'a.zw': text } })
    const cited = (line: string) =>
      `      a.zw:${text.split('\n').findIndex((each) => each.trim() === line) + 1}  ${line}`
    expect(code).toBe(1)
    expect(out).toContain(
      [
        '  ✗ 小餐饮登记：压减时限 不低于 75%，实际60.0%（20→8个工作日，还差3个工作日）',
        cited('压减时限：不低于75%'),
        cited('法定时限：20个工作日'),
        cited('承诺时限：8个工作日（自2025年1月1日起）'),
        '用例',
      ].join('\n'),
    )
    expect(out).toContain('✗ 小餐饮登记 › 更短')
    expect(out).toContain('错误[ZW9001]：用例不成立：那么 承诺时限 不超过 5个工作日 —— 实际 8个工作日')
    expect(out).toContain('承诺时限：8个工作日（自2025年1月1日起）')
  })

  test('goes by the day that it is told', async () => {
    const files = { 'a.zw': LICENCE + TARGET + HOLDS }
    const { code, out } = await runCli(['verify', '--as-of', '2024-06-01'], { files })
    expect(code).toBe(1)
    expect(out).toContain('实际40.0%（20→12个工作日')
  })

  test('writes the stable JSON', async () => {
    const { code, out } = await runCli(['verify', '--json'], { files: { 'a.zw': LICENCE + FAR + HOLDS + FAILS } })
    expect(code).toBe(1)
    const line = (text: string) => (LICENCE + FAR + HOLDS + FAILS).split('\n').indexOf(text) + 1
    expect(JSON.parse(out)).toMatchObject({
      schema: 'zw/verify/1',
      targets: [
        {
          matter: '小餐饮登记',
          kind: '时限',
          required: '75',
          actual: '60.0',
          met: false,
          shortfall: { value: '3', unit: '工作日' },
          because: [
            { file: 'a.zw', line: line('  压减时限：不低于75%'), text: '压减时限：不低于75%' },
            { file: 'a.zw', line: line('法定时限：20个工作日'), text: '法定时限：20个工作日' },
            { file: 'a.zw', text: '承诺时限：8个工作日（自2025年1月1日起）' },
          ],
        },
      ],
      scenarios: [
        { matter: '小餐饮登记', name: '承诺', passed: true, failures: [] },
        {
          name: '更短',
          passed: false,
          failures: [
            {
              line: line('  那么：承诺时限 不超过 5个工作日'),
              expected: '承诺时限 不超过 5个工作日',
              actual: '8个工作日',
            },
          ],
        },
      ],
      passed: 1,
      failed: 2,
      undecided: 0,
    })
  })

  test('writes JUnit XML with every sign of the author escaped', async () => {
    const odd = FAILS.replace('更短', '更短 <&"更好">')
    const { cwd } = await runCli(['verify', '--junit', 'out.xml'], {
      files: { 'a.zw': LICENCE + TARGET + HOLDS + odd },
    })
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="zw verify" tests="3" failures="1">',
        '  <testsuite name="目标" tests="1" failures="0" skipped="0">',
        '    <testcase classname="小餐饮登记" name="压减时限 不低于 60%"/>',
        '  </testsuite>',
        '  <testsuite name="用例" tests="2" failures="1" skipped="0">',
        '    <testcase classname="小餐饮登记" name="承诺"/>',
        '    <testcase classname="小餐饮登记" name="更短 &lt;&amp;&quot;更好&quot;&gt;"><failure message="那么 承诺时限 不超过 5个工作日 —— 实际 8个工作日">那么 承诺时限 不超过 5个工作日 —— 实际 8个工作日</failure></testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  test('counts with the 工作日历 of the files', async () => {
    const dated =
      '用例：放假\n  假如：【经营面积】为 20平方米 且 【自制高风险食品】为 否\n  当：2025年3月3日 受理\n  那么：办结日期 为 2025年3月10日\n'
    expect(await runCli(['verify'], { files: { 'a.zw': LICENCE + dated } })).toMatchObject({ code: 0 })
    const { code, out } = await runCli(['verify'], { files: { 'a.zw': LICENCE + dated, 'b.zw': CALENDAR } })
    expect(code).toBe(1)
    expect(out).toContain('实际 2025年3月11日')
  })

  test('warns of files with errors and does not take them for proof', async () => {
    const broken = `${LICENCE}${HOLDS}承诺时限8个工作日\n`
    const { code, err } = await runCli(['verify'], { files: { 'a.zw': broken } })
    expect(code).toBe(1)
    expect(err).toContain('文件里有1个错误，有错的部分没有核对')
  })

  test('says in every form of the outcome that files with errors were not verified whole', async () => {
    const files = { 'a.zw': `${LICENCE}${HOLDS}承诺时限8个工作日\n` }
    const { cwd, out } = await runCli(['verify', '--junit', 'out.xml'], { files })
    expect(out).toMatch(/用例1个：成立1个；.*；文件里有1个错误，有错的部分没有核对\n$/)
    const xml = readFileSync(join(cwd, 'out.xml'), 'utf8')
    expect(xml).toContain('<testsuites name="zw verify" tests="2" failures="1">')
    expect(xml).toContain('<failure message="文件里有1个错误，有错的部分没有核对"/>')
    const json = await runCli(['verify', '--json'], { files })
    expect(JSON.parse(json.out)).toMatchObject({ passed: 1, failed: 0, errors: 1 })
  })

  test('proves nothing when there is nothing to verify, unless that is allowed', async () => {
    const files = { 'a.zw': LICENCE }
    expect(await runCli(['verify'], { files })).toMatchObject({
      code: 1,
      out: '没有可以核对的目标或者用例\n',
      err: 'zw：没有可以核对的目标或者用例，不能算通过；确实没有的，加上 --allow-empty\n',
    })
    expect(await runCli(['verify', '--json'], { files })).toMatchObject({ code: 1 })
    expect(await runCli(['verify', '--allow-empty'], { files })).toMatchObject({ code: 0, err: '' })
    const broken = await runCli(['verify', '--allow-empty'], { files: { 'a.zw': `${LICENCE}承诺时限8个工作日\n` } })
    expect(broken.code).toBe(1)
  })

  test('a target that cannot be decided is not met, and what it lacks is named with its place', async () => {
    const noLimit = LICENCE.replace('法定时限：20个工作日\n', '法定时限：无法定时限\n')
    const files = { 'a.zw': noLimit + TARGET + HOLDS }
    const { code, out, cwd } = await runCli(['verify', '--junit', 'out.xml'], { files })
    expect(code).toBe(1)
    expect(out).toContain('？ 小餐饮登记：压减时限 不低于 60%，无法核对（无法定时限）')
    expect(out).toContain('错误[ZW9004]：目标“压减时限 不低于 60%”无法核对：无法定时限；按没有达到计')
    expect(out).toContain('法定时限：无法定时限')
    expect(out).toContain('换一个口径，如“原承诺时限→承诺时限”，或者删去这个目标')
    expect(out).toContain('目标1项：无法核对1项')
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toContain(
      '<testcase classname="小餐饮登记" name="压减时限 不低于 60%"><failure message="无法核对：无法定时限"/></testcase>',
    )
    const json = await runCli(['verify', '--json'], { files })
    expect(JSON.parse(json.out)).toMatchObject({ passed: 1, failed: 1, undecided: 1, errors: 0 })
  })

  test('names a condition that no scenario tried once, where the base has it, not for each place that inherits it', async () => {
    const place = (name: string) =>
      `实施清单：小餐饮登记（${name}）\n基于：小餐饮登记\n实施主体：${name}市场监督管理局\n${HOLDS}`
    const { out } = await runCli(['verify'], {
      files: { 'a.zw': `${LICENCE}${HOLDS}${place('东区')}${place('西区')}` },
    })
    expect(out).toContain('用例3个：成立3个；没有反例的条件2条')
    const named = [...out.matchAll(/ZW9003\]：条件“(.*?)”/g)].map(([, name]) => name)
    expect(named).toHaveLength(2)
    expect(new Set(named).size).toBe(2)
  })

  test('measures materials, steps and trips against the version before', async () => {
    const version = (day: string, materials: readonly string[], rest: string) =>
      `事项：证件补办\n施行：${day}\n${rest}申请材料：\n${materials.map((name) => `  材料：${name}\n`).join('')}办理环节：\n  环节：受理、决定\n    阶段：受理、决定\n    时限：1个工作日\n`
    const target = '目标：\n  压减材料：不低于50%\n  压减跑动：不低于50%\n  压减环节：不低于50%\n'
    const before = version('2024年1月1日', ['申请书', '证明', '身份证'], '到现场次数：2次\n')
    const now = version('2025年1月1日', ['申请书', '身份证'], '到现场次数：1次\n')
    const files = { 'a.zw': `语言版本：1\n${before}\n${now}${target}` }
    const { code, out, cwd } = await runCli(['verify', '--junit', 'out.xml'], { files })
    expect(code).toBe(1)
    expect(out).toContain('✗ 证件补办：压减材料 不低于 50%，实际33.3%（3→2份材料，还差1份材料）')
    expect(out).toContain('a.zw:18  材料：申请书')
    expect(out).toContain('✓ 证件补办：压减跑动 不低于 50%，实际50.0%（2→1次）')
    expect(out).toContain('✗ 证件补办：压减环节 不低于 50%，实际0.0%（1→1个环节，还差1个环节）')
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toContain('<failure message="还差1份材料"/>')
    const json = JSON.parse((await runCli(['verify', '--json'], { files })).out)
    expect(json.targets[0]).toMatchObject({
      kind: '材料',
      actual: '33.3',
      before: '3',
      after: '2',
      met: false,
      shortfall: { value: '1', unit: '份' },
    })
    const untold = await runCli(['verify'], { files: { 'a.zw': files['a.zw'].replace('到现场次数：2次\n', '') } })
    expect(untold.out).toContain('压减跑动 不低于 50%，无法核对（前一版没有写到现场次数）')
    expect(untold.out).toContain('前一版补上“到现场次数：”')
  })

  test('verifies the targets of a bundle with the rest, against the sum of what its components take', async () => {
    const bundle = `一件事：开餐饮店\n包含事项：\n  子项：小餐饮登记\n${TARGET}`
    const files = { 'a.zw': LICENCE + HOLDS, 'b.zw': `语言版本：1\n${bundle}` }
    const { out, code } = await runCli(['verify', '--junit', 'v.xml'], { files })
    expect(out).toContain('开餐饮店：压减时限')
    expect(out).toMatch(/目标1项：达到1项；用例1个：成立1个/)
    expect(code).toBe(0)
  })

  test.each([
    ['法定时限：20个工作日\n', '', TARGET, '没有法定时限', '补上“法定时限：”'],
    ['', '', TARGET.replace('法定时限→', '联办承诺时限→'), '不适用于单个事项', '法定时限→承诺时限'],
    ['', '', '目标：\n  压减材料：不低于50%\n', '没有前一版，也没有基准', '两版都写“施行：”'],
  ])(
    'a target for want of what it compares is told how to be mended (%#)',
    async (from, to, target, reason, remedy) => {
      const { code, out } = await runCli(['verify'], { files: { 'a.zw': LICENCE.replace(from, to) + target } })
      expect(code).toBe(1)
      expect(out).toContain(reason)
      expect(out).toContain(remedy)
    },
  )
})
