import { describe, expect, test } from 'vitest'
import { describeExclusion } from '../../src/analysis/exclusion.ts'
import { isSelected } from '../../src/analysis/select-matters.ts'
import { verifySelections } from '../../src/analysis/verify-selection.ts'
import { printRational } from '../../src/base/rational.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Matter, Target } from '../../src/model/matter.ts'
import type { SelectionTarget } from '../../src/model/selection-target.ts'
import { material, matter, workdays } from '../graph/matters.ts'

const limit = (days: number) => [{ limit: workdays(days), sources: [], notes: [] }]

function licence(name: string, statutory: number, promised: number, parts: Partial<Matter> = {}): Matter {
  return matter({ name, type: 'licence', statutoryLimits: limit(statutory), promisedLimits: limit(promised), ...parts })
}

const cut = (percent: string, parts: Partial<Target> = {}): Target => ({
  subject: 'time',
  sense: 'cut',
  operator: 'ge',
  percent,
  ...parts,
})

const word = (fact: string, option: string): Condition => ({
  kind: 'compare',
  fact,
  operator: 'eq',
  operand: { kind: 'option', option },
})

function goal(parts: Partial<SelectionTarget>): SelectionTarget {
  return { kind: 'selectionTarget', name: '提速', each: [], total: [], sources: [], notes: [], ...parts }
}

function verify(target: SelectionTarget, matters: readonly Matter[], asOf?: string) {
  const measurables = matters.map((each) => ({ matter: each, graph: buildGraph(each).graph }))
  const [check] = verifySelections([{ target }], measurables, { asOf })
  if (check === undefined) throw new TypeError('one target was asked about')
  return check
}

const CATALOGUE = [
  licence('甲', 20, 8),
  licence('乙', 10, 5),
  licence('丙', 10, 1, { type: 'publicService' }),
  matter({ name: '丁', type: 'licence' }),
]

describe('a target over several matters', () => {
  test('of each is asked of all that are chosen; what cannot be measured is not met', () => {
    const check = verify(goal({ selection: word('事项类型', '行政许可'), each: [cut('60')] }), CATALOGUE)
    expect(check).toMatchObject({ among: 4, selected: 3, met: 1, missed: 1, undecided: 1 })
    const outcomes = check.each.map(({ matter: name, verdict }) =>
      verdict.kind === 'undecided' ? name : `${name} ${verdict.met} ${printRational(verdict.shortfall)}`,
    )
    expect(outcomes).toEqual(['甲 true 0', '乙 false 1', '丁'])
  })

  test('of the sum is the ratio of the sums, with what each matter lacks by itself, most first', () => {
    const check = verify(goal({ total: [cut('65')] }), CATALOGUE)
    // (40 − 14) / 40 = 65 %
    expect(check).toMatchObject({ met: 1, missed: 0, undecided: 0, total: [{ met: true, included: 3 }] })
    const [missed] = verify(goal({ total: [cut('70')] }), CATALOGUE).total
    expect(missed && [missed.met, missed.shortfall && printRational(missed.shortfall)]).toEqual([false, '2'])
    expect(missed?.laggards.map(({ matter: name, shortfall }) => `${name} ${printRational(shortfall)}`)).toEqual([
      '甲 2',
      '乙 2',
    ])
    expect(missed?.excluded.map(({ matter: name, because }) => `${name} ${describeExclusion(because)}`)).toEqual([
      '丁 没有法定时限',
    ])
  })

  test('of the sum goes by its own 口径 and its own sense', () => {
    const basis = { before: 'promised', after: 'promised' } as const
    expect(verify(goal({ total: [cut('0', { basis })] }), CATALOGUE)).toMatchObject({ met: 1 })
    const remaining = cut('35', { sense: 'remaining', operator: 'le' })
    expect(verify(goal({ total: [remaining] }), CATALOGUE)).toMatchObject({ met: 1 })
    expect(verify(goal({ total: [{ ...remaining, operator: 'lt' }] }), CATALOGUE)).toMatchObject({ missed: 1 })
  })

  test('of the sum counts documents against those of the versions before, and rounds what lacks up', () => {
    const papers = (count: number) => Array.from({ length: count }, (_, index) => material(`材料${index}`))
    const version = (name: string, before: number, now: number) => {
      const [previous, current] = [before, now].map((count) => {
        const made = matter({ name, materials: papers(count) })
        return { matter: made, graph: buildGraph(made).graph }
      })
      if (previous === undefined || current === undefined) throw new TypeError('two versions')
      return { ...current, previous }
    }
    const target = goal({ total: [cut('50', { subject: 'materials' })] })
    const [check] = verifySelections([{ target }], [version('甲', 5, 3), version('乙', 4, 2)])
    expect(check?.total[0]).toMatchObject({ met: false, shortfall: { num: 1n, den: 1n }, included: 2 })
  })

  test('that chooses none proves nothing, and so does a sum of none that can be counted', () => {
    const none = verify(goal({ selection: word('事项类型', '行政处罚'), each: [cut('0')] }), CATALOGUE)
    expect(none).toMatchObject({ selected: 0, met: 0, missed: 0, undecided: 1 })
    expect(verify(goal({ total: [cut('0')] }), CATALOGUE.slice(3))).toMatchObject({ met: 0, undecided: 1 })
  })

  test('asks nothing of matters that are not in force on the day', () => {
    const matters = [
      licence('甲', 20, 8),
      licence('乙', 20, 20, { effectiveTo: '2023-12-31' }),
      licence('丙', 20, 20, { effectiveFrom: '2030-01-01' }),
    ]
    const check = verify(goal({ each: [cut('60')], total: [cut('60')] }), matters, '2026-11-22')
    expect(check).toMatchObject({ among: 3, selected: 1, met: 2, missed: 0, undecided: 0 })
    expect(check.leftOut.map(({ matter: name, because }) => `${name}${describeExclusion(because)}`)).toEqual([
      '乙已经失效',
      '丙尚未施行',
    ])
    expect(check.total[0]?.excluded).toHaveLength(2)
  })
})

describe('a 范围', () => {
  const shop = matter({
    name: '小餐饮店许可',
    code: '4420131029',
    type: 'licence',
    caseType: 'promise',
    levels: ['city', 'county'],
    audiences: ['company'],
    authority: '示例市市场监督管理局',
    coAuthorities: ['示例市消防救援支队'],
    trips: 1,
    statutoryLimits: limit(20),
  })
  const text = (fact: string, words: string): Condition => ({
    kind: 'compare',
    fact,
    operator: 'eq',
    operand: { kind: 'text', text: words },
  })
  const trips = (operator: 'eq' | 'ge' | 'lt', amount: string): Condition => ({
    kind: 'compare',
    fact: '到现场次数',
    operator,
    operand: { kind: 'number', amount },
  })

  test.each<[string, Condition, boolean]>([
    ['one of several levels is enough', word('行使层级', '县级'), true],
    ['another is not', word('行使层级', '省级'), false],
    ['the name', text('事项', '小餐饮店许可'), true],
    ['the code', text('编码', '4420131029'), true],
    ['the authority, word for word', text('实施主体', '市场监督管理局'), false],
    ['an authority beside it', text('联办机构', '示例市消防救援支队'), true],
    ['a number', trips('ge', '1'), true],
    ['a smaller number', trips('lt', '1'), false],
    ['a statutory limit', { kind: 'fact', fact: '有法定时限' }, true],
    ['what is not said is not so', text('主项', '餐饮'), false],
    ['both', { kind: 'all', of: [word('事项类型', '行政许可'), word('办件类型', '即办件')] }, false],
    ['either', { kind: 'any', of: [word('事项类型', '行政许可'), word('办件类型', '即办件')] }, true],
    ['what no matter has', { kind: 'fact', fact: '好办' }, false],
    ['what objects have of themselves', text('constructor', 'Object'), false],
    [
      'one of a list',
      {
        kind: 'oneOf',
        fact: '服务对象',
        operands: ['自然人', '企业法人'].map((option) => ({ kind: 'option', option })),
      },
      true,
    ],
  ])('%s', (_, selection, expected) => {
    expect(isSelected(shop, selection)).toBe(expected)
    expect(isSelected(shop, { kind: 'not', of: selection })).toBe(!expected)
  })

  test('不为 takes in what does not say', () => {
    const selection: Condition = {
      kind: 'compare',
      fact: '事项类型',
      operator: 'ne',
      operand: { kind: 'option', option: '行政许可' },
    }
    expect(isSelected(matter({}), selection)).toBe(true)
    expect(isSelected(shop, selection)).toBe(false)
    expect(isSelected(shop, undefined)).toBe(true)
  })
})
