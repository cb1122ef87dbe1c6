import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { verifyBundle } from '../../src/analysis/verify-bundles.ts'
import { printRational } from '../../src/base/rational.ts'
import { compile } from '../../src/compile/compile.ts'
import { runCli } from '../cli/run-cli.ts'

const AS_OF = '2026-11-22'

/** A matter of 受理 1, 审查 `days`, 送达 1 workdays and two documents of its own. */
function matter(name: string, days: number, statutory = '法定时限：20个工作日\n', trips = '到现场次数：2次\n'): string {
  return `事项：${name}\n事项类型：公共服务\n${trips}申请材料：\n  材料：${name}申请表\n  材料：身份证件\n办理环节：\n  环节：受理\n    时限：1个工作日\n  环节：审查\n    时限：${days}个工作日\n  环节：送达\n    时限：1个工作日\n${statutory}承诺时限：${days + 2}个工作日\n\n`
}

const MATTERS = matter('甲', 3) + matter('乙', 6)
const HEAD = '一件事：甲乙\n'
const PARTS =
  '包含事项：\n  子项：甲\n  子项：乙\n材料归并：\n  共用材料：身份证件\n    对应：甲·身份证件、乙·身份证件\n统一受理：窗口\n统一出件：窗口\n'

/** What becomes of the targets of a bundle of 甲 (5 workdays) and 乙 (8 workdays) with these lines. */
function verify(lines: string, matters = MATTERS, head = HEAD, parts = PARTS) {
  const { bundles } = compile([{ uri: 'a.zw', text: `语言版本：1\n\n${matters}${head}${parts}${lines}` }], {
    asOf: AS_OF,
  })
  const [bundle] = bundles.values()
  if (bundle === undefined) throw new RangeError('a bundle')
  const { targets, brokenPromise } = verifyBundle(bundle, AS_OF)
  return {
    told: targets.map(({ verdict }) => {
      if (verdict.kind === 'undecided') return verdict.because.because
      const { before, after } =
        verdict.subject === 'time'
          ? { before: verdict.compression.before.workdays, after: verdict.compression.after.workdays }
          : verdict.counts
      return `${printRational(before)}→${printRational(after)} ${verdict.met ? '达到' : `差${printRational(verdict.shortfall)}`}`
    }),
    broken: brokenPromise && [brokenPromise.promised, brokenPromise.needed].map(printRational),
    chain: targets[0]?.chain,
  }
}

const time = (percent: number, basis = '') =>
  `目标：\n  压减时限：不低于${percent}%\n${basis && `    口径：${basis}\n`}`

describe('targets of a bundle', () => {
  test('compare what the whole bundle takes with the sum of what its components may take by statute', () => {
    // 20 + 20 before; 1 + 6 + 1 after.
    expect(verify(time(80))).toMatchObject({ told: ['40→8 达到'], broken: undefined })
    expect(verify(time(90))).toMatchObject({ told: ['40→8 差4'], chain: ['统一受理', '乙·审查', '统一出件'] })
  })

  test('compare with 基准 where it is there, and with what is promised rather than with what could be', () => {
    const figures = '承诺时限：10个工作日\n基准：\n  时限：50个工作日\n'
    expect(verify(figures + time(80))).toMatchObject({ told: ['50→10 达到'], chain: [] })
    expect(verify(figures + time(80, '分项法定时限之和→联办承诺时限')).told).toEqual(['40→10 差2'])
    expect(verify(figures + time(20, '分项承诺时限之和→关键路径')).told).toEqual(['13→8 达到'])
  })

  test('do not take a promise for true that the steps do not allow, and say so', () => {
    expect(verify(`承诺时限：4个工作日\n${time(80)}`)).toMatchObject({ told: ['40→8 达到'], broken: ['4', '8'] })
    expect(verify(`承诺时限：4个工作日\n${time(90)}`).told).toEqual(['40→8 差4'])
  })

  test('count materials, 办事环节 and trips against 基准 or those of the components', () => {
    const counts = '目标：\n  压减材料：不低于25%\n  压减环节：不低于60%\n  压减跑动：不低于75%\n'
    const head = `${HEAD}到现场次数：1次\n`
    expect(verify(counts, MATTERS, head).told).toEqual(['4→3 达到', '4→2 差1', '4→1 达到'])
    const published = '基准：\n  材料：10份\n  环节：9个\n  跑动：3次\n'
    expect(verify(published + counts, MATTERS, head).told).toEqual(['10→3 达到', '9→2 达到', '3→1 差1'])
  })

  test('are about all components, or where nobody needs all about each set that no other contains, the worst of them', () => {
    const facts = '申报信息：\n  信息：要乙\n    类型：是否\n'
    const either = PARTS.replace('子项：甲\n', '子项：甲\n    当：非【要乙】\n').replace(
      '子项：乙\n',
      '子项：乙\n    当：【要乙】\n',
    )
    expect(verify(time(50), MATTERS, `${HEAD}${facts}`, either).told).toEqual(['20→8 达到'])
    const optional = PARTS.replace('子项：乙\n', '子项：乙\n    当：【要乙】\n')
    expect(verify(time(80), MATTERS, `${HEAD}${facts}`, optional).told).toEqual(['40→8 达到'])
  })

  test('that cannot be decided are told with the reason and are not met', () => {
    const trips = '目标：\n  压减跑动：不低于50%\n'
    expect(verify(trips).told).toEqual(['uncounted'])
    expect(verify(trips, matter('甲', 3, undefined, '') + matter('乙', 6), `${HEAD}到现场次数：1次\n`).told).toEqual([
      'uncounted',
    ])
    const unlimited = matter('甲', 3, '') + matter('乙', 6)
    expect(verify(time(50, '分项法定时限之和→联办承诺时限'), unlimited).told).toEqual(['missing'])
    expect(verify(time(50, '原承诺时限→联办承诺时限')).told).toEqual(['missing'])
    const circle = PARTS.replace('子项：甲\n', '子项：甲\n    前序：乙\n').replace(
      '子项：乙\n',
      '子项：乙\n    前序：甲\n',
    )
    expect(verify(time(50), MATTERS, HEAD, circle).told).toEqual(['faultyBundle'])
  })
})

test('zw verify tells a broken promise in text, JSON, JUnit and by its exit code', async () => {
  const files = { 'a.zw': `语言版本：1\n\n${MATTERS}${HEAD}${PARTS}承诺时限：4个工作日\n${time(60)}` }
  const { code, out, cwd } = await runCli(['verify', '--junit', 'v.xml'], { files })
  expect(code).toBe(1)
  expect(out).toContain('错误[ZW9006]：一件事“甲乙”承诺4个工作日，各环节排下来要8个工作日')
  expect(out).toContain('目标1项：达到1项；做不到的联办承诺1个')
  expect(readFileSync(`${cwd}/v.xml`, 'utf8')).toContain(
    '<testsuite name="联办承诺" tests="1" failures="1" skipped="0">',
  )
  const json = JSON.parse((await runCli(['verify', '--json'], { files })).out)
  expect(json).toMatchObject({
    targets: [{ matter: '甲乙', before: '40', after: '8', met: true }],
    brokenPromises: [{ bundle: '甲乙', promised: '4', needed: '8', chain: ['统一受理', '乙·审查', '统一出件'] }],
    passed: 1,
    failed: 1,
  })
})

test('zw verify tells for whom a target of a bundle stands worst, in text, JSON and JUnit', async () => {
  const classes = '申报信息：\n  信息：对象\n    类型：枚举\n    取值：个人、单位\n'
  const parts =
    '包含事项：\n  子项：甲\n    当：【对象】为 个人\n  子项：乙\n    当：【对象】为 单位\n统一受理：窗口\n统一出件：窗口\n'
  const files = { 'a.zw': `语言版本：1\n\n${MATTERS}${HEAD}${classes}${parts}${time(70)}` }
  const { code, out, cwd } = await runCli(['verify', '--junit', 'v.xml'], { files })
  expect(code).toBe(1)
  // 甲 comes down from 20 to 5 workdays, 乙 from 20 to 8.
  expect(out).toContain(
    '实际60.0%（20→8个工作日，还差2个工作日；统一受理→乙·审查→统一出件；压减最小的情形：【对象】为“单位”）',
  )
  expect(readFileSync(`${cwd}/v.xml`, 'utf8')).toContain('还差2个工作日；压减最小的情形：【对象】为“单位”')
  const json = JSON.parse((await runCli(['verify', '--json'], { files })).out)
  expect(json).toMatchObject({ targets: [{ met: false, situation: '【对象】为“单位”' }] })
})
