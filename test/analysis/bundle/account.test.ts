import { expect, test } from 'vitest'
import { bundleToJson } from '../../../src/analysis/bundle/bundle-json.ts'
import { printRational } from '../../../src/base/rational.ts'
import { renderBundle } from '../../../src/render/bundle-text.ts'
import { accountFor, type PlainMatter } from './bundled.ts'

const FIRST: PlainMatter = { name: '甲项', work: 2, issues: '甲证' }
const SECOND: PlainMatter = { name: '乙项', work: 4, issues: '乙证' }
const BOTH = '包含事项：\n  子项：甲项\n  子项：乙项\n'

/** 法定时限 for both, for one, for none. */
const SUMS = [
  { statutory: ['20个工作日', '10个工作日'], comparedWith: 'statutorySum', before: '30' },
  { statutory: ['20个工作日', '无法定时限'], comparedWith: 'promisedSum', before: '8' },
  { statutory: ['无法定时限', '无法定时限'], comparedWith: 'promisedSum', before: '8' },
] as const

test.each(SUMS)('the time before is the first sum that is known of every component: $before', (each) => {
  const [first, second] = each.statutory
  const { chosen } = accountFor(
    [
      { ...FIRST, statutory: first },
      { ...SECOND, statutory: second },
    ],
    BOTH,
  )
  expect(chosen?.comparedWith).toBe(each.comparedWith)
  expect(chosen?.cuts.time && printRational(chosen.cuts.time.before)).toBe(each.before)
})

test('a published 基准 comes before the sums, and only for the whole set', () => {
  const optional =
    '申报信息：\n  信息：要乙\n    类型：是否\n包含事项：\n  子项：甲项\n  子项：乙项\n    当：【要乙】\n'
  const account = accountFor([FIRST, SECOND], `${optional}基准：\n  时限：30个工作日\n`)
  expect(account.selections.map(({ comparedWith }) => comparedWith)).toEqual(['stated', 'promisedSum'])
  const text = renderBundle(account)
  expect(text).toContain('以前的时限是公布的基准')
  expect(text).toMatch(/【要乙】为是 +2个 +30 +5 +83\.33% +基准/)
  expect(text).toMatch(/【要乙】为否 +1个 +3 +3 +0\.00% +承诺之和/)
})

test('a promise that the order of the steps cannot keep is said to be too short', () => {
  expect(renderBundle(accountFor([FIRST, SECOND], `${BOTH}承诺时限：4个工作日\n`))).toContain(
    '承诺4个工作日，比算出来的5个工作日短，办不到。',
  )
  expect(renderBundle(accountFor([FIRST, SECOND], `${BOTH}承诺时限：5个工作日\n`))).toContain(
    '以后是承诺时限。承诺时限之和8个工作日，环节依次办理8个工作日。\n承诺和算出来的关键路径一样长。',
  )
})

const PROMISES = [
  { promise: '', after: 'limit', days: '5', reachable: null },
  { promise: '承诺时限：4个工作日\n', after: 'limit', days: '5', reachable: null },
  { promise: '承诺时限：5个工作日\n', after: 'promised', days: '5', reachable: null },
  { promise: '承诺时限：6个工作日\n', after: 'promised', days: '6', reachable: '5' },
  { promise: '承诺时限：6个工作日\n时限口径：固定\n', after: 'promised', days: '6', reachable: '5' },
] as const

test.each(PROMISES)(
  'the time after is the promise where it can be kept, and the critical path stands beside it: $promise',
  (each) => {
    const account = accountFor([FIRST, SECOND], `${BOTH}${each.promise}`)
    const { chosen } = account
    expect(chosen?.after).toBe(each.after)
    expect(chosen?.cuts.time && printRational(chosen.cuts.time.after)).toBe(each.days)
    expect(chosen?.reachable ? printRational(chosen.reachable.after) : null).toBe(each.reachable)
    expect(renderBundle(account).includes('测算可达')).toBe(each.reachable !== null)
  },
)

const FEES = [
  { fees: ['工本费\n  标准：100元', '检验费\n  标准：20.5元'], told: '120.5' },
  { fees: ['工本费\n  标准：100元', '不收费'], told: '100' },
  { fees: ['不收费', '不收费'], told: undefined },
  { fees: ['工本费\n  标准：100元／本', '不收费'], told: undefined },
  { fees: ['工本费\n  标准：100元', undefined], told: undefined },
] as const

test.each(FEES)('what is charged is told where all of it is known and there is any: $fees', ({ fees, told }) => {
  const [one, other] = fees
  const account = accountFor([{ ...FIRST, fee: one }, other === undefined ? SECOND : { ...SECOND, fee: other }], BOTH)
  expect(/费用 +([\d.]+)元 +([\d.]+)元 +0\.00%/.exec(renderBundle(account))?.slice(1)).toEqual(told && [told, told])
  const isKnown = other !== undefined && !one.includes('／')
  expect(bundleToJson(account).cuts?.费用?.after).toBe(isKnown ? (told ?? '0') : undefined)
  expect(renderBundle(account)).not.toContain('算不出来的：费用')
})

test('no combination is cut short on a narrow terminal: its situation then stands below the table', () => {
  const optional =
    '申报信息：\n  信息：要乙\n    类型：是否\n包含事项：\n  子项：甲项\n  子项：乙项\n    当：【要乙】\n'
  const account = accountFor([FIRST, SECOND], optional)
  expect(renderBundle(account, { width: 80 })).toMatch(/【要乙】为否 +1个/)
  const narrow = renderBundle(account, { width: 44 })
  expect(narrow).toMatch(/\n2 +1个/)
  expect(narrow).toContain('情形2：【要乙】为否')
})

test('a document that one of two issues takes its place, whichever of them takes part', () => {
  const user: PlainMatter = { name: '丙项', materials: ['证明'], work: 1, issues: '丙证' }
  const bundle = (fact: string) => `申报信息：
  信息：由乙出具
    类型：是否
包含事项：
  子项：甲项
    当：非【由乙出具】
  子项：乙项
    当：【由乙出具】
  子项：丙项
    前序：甲项、乙项
材料归并：
  结果复用：甲项·${fact}
    用于：丙项·证明
  结果复用：乙项·${fact}
    用于：丙项·证明
`
  const issuers = [
    { ...FIRST, issues: '证明' },
    { ...SECOND, issues: '证明' },
  ]
  const account = accountFor([...issuers, user], bundle('证明'))
  expect(account.bundled.materials[0]?.providedBy.map(({ component }) => component)).toEqual(['甲项', '乙项'])
  const byBoth = account.selections.map((chosen) => {
    const each = { ...account, chosen }
    return [bundleToJson(each).materials[0]?.providedBy, /证明：不用交，办(.*)时产出/.exec(renderBundle(each))?.[1]]
  })
  expect(byBoth).toEqual([
    ['甲项·证明', '甲项'],
    ['乙项·证明', '乙项'],
  ])
})

test('a document says for which of the components that take part it is asked', () => {
  const optional = `申报信息：
  信息：要乙
    类型：是否
包含事项：
  子项：甲项
  子项：乙项
    当：【要乙】
材料归并：
  共用材料：身份证
    对应：甲项·身份证、乙项·本人证件
`
  const asking = [
    { ...FIRST, materials: ['身份证'] },
    { ...SECOND, materials: ['本人证件'] },
  ]
  const account = accountFor(asking, optional)
  expect(renderBundle(account)).toContain('  身份证（甲项、乙项·本人证件）')
  expect(renderBundle({ ...account, chosen: account.selections[1] })).toContain('  身份证（甲项）')
})
