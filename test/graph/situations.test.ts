import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { ALWAYS, UNDECIDED } from '../../src/graph/decision-diagram.ts'
import { createEvaluator } from '../../src/graph/evaluate-condition.ts'
import type { FactValue } from '../../src/graph/fact-value.ts'
import {
  coverageOf,
  findNeverRunning,
  findResultless,
  findUntakenBranches,
  overlapOf,
} from '../../src/graph/flow-checks.ts'
import { flowSituations } from '../../src/graph/matter-conditions.ts'
import { computeReachability } from '../../src/graph/reachability.ts'
import { printSituation } from '../../src/graph/situation.ts'
import { createSituationSpace, implies, verdictOf } from '../../src/graph/situation-space.ts'
import type { Condition, Operand } from '../../src/model/condition.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { all, any, atLeast, below, choice, fact, foodLicence, isOption, isTrue, matter, not, step } from './matters.ts'

const FACTS: Matter['facts'] = [
  { ...fact('经营面积', 'number'), unit: '平方米' },
  fact('自制高风险食品'),
  fact('审查结论', 'option', ['通过', '不通过', '补充检验']),
  fact('经营范围', 'text'),
  fact('注册资本', 'money'),
  fact('工期', 'duration'),
  fact('申请日期', 'date'),
  fact('成立日期', 'date'),
]

function compare(name: string, operator: 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt', operand: Operand): Condition {
  return { kind: 'compare', fact: name, operator, operand }
}

/** The verdict on a condition and a situation in which it holds, in words. */
function decide(condition: Condition, situations: Matter['situations'] = []) {
  const space = createSituationSpace(FACTS, situations, [condition])
  const witness = space.witnessOf(space.diagramOf(condition))
  return {
    verdict: verdictOf(space, condition),
    witness: witness && printSituation(witness),
    certain: witness?.certain,
  }
}

describe('conditions that hold always or never', () => {
  test('150以上 且 不满100 is never, 150以上 或 不满150 always', () => {
    expect(decide(all(atLeast('经营面积', 150), below('经营面积', 100)))).toMatchObject({
      verdict: 'never',
      witness: undefined,
    })
    expect(decide(any(atLeast('经营面积', 150), below('经营面积', 150)))).toMatchObject({
      verdict: 'always',
      witness: '',
    })
  })

  test('numbers are dense: between 9 and 10 there is 9.5', () => {
    const between = all(compare('经营面积', 'gt', { kind: 'number', amount: '9' }), below('经营面积', 10))
    expect(decide(between)).toMatchObject({ verdict: 'depends', witness: '【经营面积】为9.5平方米' })
  })

  test('dates are not: after 1 January and before 2 January there is no day', () => {
    const between = (from: string, to: string) =>
      all(
        compare('申请日期', 'gt', { kind: 'date', date: from }),
        compare('申请日期', 'lt', { kind: 'date', date: to }),
      )
    expect(decide(between('2025-01-01', '2025-01-02')).verdict).toBe('never')
    expect(decide(between('2025-01-01', '2025-01-03')).witness).toBe('【申请日期】为2025年1月2日')
  })

  test('equal amounts in different spellings are one constant', () => {
    expect(decide(all(atLeast('经营面积', '150.0'), not(atLeast('经营面积', '150')))).verdict).toBe('never')
  })

  test('an enumeration is covered by its options, a text never by the texts mentioned', () => {
    expect(decide(any(...['通过', '不通过', '补充检验'].map((each) => isOption('审查结论', each)))).verdict).toBe(
      'always',
    )
    expect(decide(not(any(isOption('审查结论', '通过'), isOption('审查结论', '不通过')))).witness).toBe(
      '【审查结论】为“补充检验”',
    )
    const text = (value: string) => compare('经营范围', 'eq', { kind: 'text', text: value })
    expect(decide(any(text('餐饮'), not(text('餐饮')))).verdict).toBe('always')
    expect(decide(not(any(text('餐饮'), text('零售')))).witness).toBe('【经营范围】为其他内容')
    expect(decide(isOption('审查结论', '撤回')).verdict).toBe('never')
  })

  test('money and durations are told apart exactly', () => {
    const yuan = (amount: string): Operand => ({ kind: 'money', amountFen: `${amount}00` })
    expect(decide(compare('注册资本', 'eq', yuan('5000'))).witness).toBe('【注册资本】为5000元')
    const months = (amount: string): Operand => ({ kind: 'duration', duration: { unit: 'month', amount } })
    expect(decide(all(compare('工期', 'gt', months('2')), compare('工期', 'lt', months('3')))).witness).toBe(
      '【工期】为2.5个月',
    )
    expect(decide(all(compare('工期', 'ge', months('3')), compare('工期', 'le', months('2')))).verdict).toBe('never')
  })

  test('named situations are looked through, and one that refers to itself is left undecided', () => {
    const named = (name: string, when: Condition) => ({ name, when, sources: [], notes: [] })
    const situation = (name: string): Condition => ({ kind: 'situation', situation: name })
    const situations = [
      named('大型', atLeast('经营面积', 150)),
      named('循环', all(situation('循环'), isTrue('自制高风险食品'))),
    ]
    expect(decide(all(situation('大型'), below('经营面积', 150)), situations).verdict).toBe('never')
    expect(decide(situation('循环'), situations).verdict).toBe('depends')
    expect(decide(situation('没有声明'), situations)).toMatchObject({ verdict: 'depends', witness: undefined })
  })

  test('comparisons between facts: the same two facts in either order are one question', () => {
    const later = compare('申请日期', 'gt', { kind: 'fact', fact: '成立日期' })
    const mirrored = compare('成立日期', 'ge', { kind: 'fact', fact: '申请日期' })
    expect(decide(all(later, mirrored)).verdict).toBe('never')
    expect(decide(any(later, mirrored)).verdict).toBe('always')
    expect(decide(compare('申请日期', 'eq', { kind: 'fact', fact: '申请日期' })).verdict).toBe('always')
    expect(decide(mirrored)).toMatchObject({ witness: '【成立日期】等于【申请日期】', certain: true })
    const inThreeMonths: Operand = {
      kind: 'shifted',
      fact: '成立日期',
      direction: 'later',
      duration: { unit: 'month', amount: '3' },
    }
    expect(decide(compare('申请日期', 'le', inThreeMonths)).witness).toBe('【申请日期】小于【成立日期】加3个月')
    // Two relations might exclude each other, so the witness does not vouch for itself.
    expect(decide(all(later, compare('申请日期', 'gt', inThreeMonths))).certain).toBe(false)
  })

  test('a date moved by months is a constant like any other', () => {
    const moved = compare('申请日期', 'le', {
      kind: 'shifted',
      date: '2025-01-31',
      direction: 'later',
      duration: { unit: 'month', amount: '1' },
    })
    const after = compare('申请日期', 'gt', { kind: 'date', date: '2025-02-28' })
    expect(decide(all(moved, after)).verdict).toBe('never')
    expect(decide(any(moved, after)).verdict).toBe('always')
  })

  test('implication', () => {
    const conditions = [atLeast('经营面积', 150), atLeast('经营面积', 100)]
    const space = createSituationSpace(FACTS, [], conditions)
    const [large = ALWAYS, medium = ALWAYS] = conditions.map(space.diagramOf)
    expect(implies(space, large, medium)).toBe(true)
    expect(implies(space, medium, large)).toBe(false)
  })
})

describe('a situation in words', () => {
  test('names only what matters, and prefers plain numbers', () => {
    const { situations } = foodLicence()
    const when: Condition = { kind: 'situation', situation: '需要现场核查' }
    const space = createSituationSpace(foodLicence().facts, situations, [when])
    const inspected = space.witnessOf(space.diagramOf(when))
    expect(inspected && printSituation(inspected)).toBe('【自制高风险食品】为是')
    const spared = space.witnessOf(space.store.not(space.diagramOf(when)))
    expect(spared && printSituation(spared)).toBe('【经营面积】为149平方米，【自制高风险食品】为否')
  })

  test('55 square metres: the gap between 50以下 and 60以上', () => {
    const open = not(any(not(compare('经营面积', 'gt', { kind: 'number', amount: '50' })), atLeast('经营面积', 60)))
    expect(decide(open).witness).toBe('【经营面积】为55平方米')
  })
})

describe('many facts', () => {
  const names = Array.from({ length: 30 }, (_, index) => `事实${index}`)

  test('thirty independent facts are decided at once', () => {
    const facts = names.map((name) => fact(name))
    const condition = any(...names.map((name) => isTrue(name)))
    const space = createSituationSpace(facts, [], [condition])
    expect(verdictOf(space, condition)).toBe('depends')
    expect(space.witnessOf(space.store.not(space.diagramOf(condition)))?.parts).toHaveLength(30)
    expect(verdictOf(space, any(condition, not(isTrue('事实29')), isTrue('事实3')))).toBe('always')
  })

  test('facts that belong together are tested together, however far apart they are asked', () => {
    const left = Array.from({ length: 60 }, (_, index) => `甲${index}`)
    const right = left.map((name) => `乙${name}`)
    // In the order in which they are asked, all the 甲 before all the 乙, the diagram of the pairs would have 2^60 nodes.
    const first = any(...left.map((name) => isTrue(name)))
    const pairs = any(...left.map((name, index) => all(isTrue(name), isTrue(right[index] ?? ''))))
    const space = createSituationSpace([], [], [first, pairs])
    expect(verdictOf(space, pairs)).toBe('depends')
    expect(space.witnessOf(space.diagramOf(pairs))?.parts).toHaveLength(2)
    expect(space.witnessOf(space.store.not(space.diagramOf(pairs)))?.parts).toHaveLength(60)
    expect(implies(space, space.diagramOf(pairs), space.diagramOf(first))).toBe(true)
  })

  test('a condition too tangled to work out is left undecided, in bounded work', () => {
    const names = Array.from({ length: 60 }, (_, index) => `甲${index}`)
    const tangled = any(
      ...names.flatMap((name, i) =>
        [7, 11, 19].map((factor) => all(isTrue(name), isTrue(`甲${(i * i * factor + i + factor) % 60}`))),
      ),
    )
    const space = createSituationSpace([], [], [tangled])
    expect(space.diagramOf(tangled)).toBe(UNDECIDED)
    expect(verdictOf(space, tangled)).toBe('depends')
  })

  test('conditions nested without end are undecided, not a crash', () => {
    let deep: Condition = isTrue('自制高风险食品')
    for (let depth = 0; depth < 100_000; depth++) deep = not(deep)
    expect(decide(deep).verdict).toBe('depends')
    expect(createEvaluator([], new Map()).truthOf(deep)).toBe('unknown')
  })
})

describe('a flow in all its situations', () => {
  function examine(flow: readonly FlowItem[]) {
    const { graph } = buildGraph(matter({ facts: FACTS, flow }))
    const space = flowSituations(graph)
    const reachability = computeReachability(graph, space)
    const id = (name: string) => graph.nodes.findIndex((node) => node.name === name)
    return {
      never: findNeverRunning(graph, reachability).map(({ node, because }) => [graph.nodes[node]?.name, because]),
      coverage: (name: string) => {
        const coverage = coverageOf(graph, space, reachability, id(name))
        return coverage.kind === 'uncovered' ? printSituation(coverage.witness) : coverage.kind
      },
      untaken: (name: string) => findUntakenBranches(graph, space, reachability, id(name)),
      overlap: (name: string, ...branches: [number, number]) => {
        const witness = overlapOf(graph, space, reachability, id(name), branches)
        return witness && printSituation(witness)
      },
      resultless: (() => {
        const witness = findResultless(graph, space, reachability)
        return witness && printSituation(witness)
      })(),
    }
  }
  const last = { outputs: ['结果'] }

  test('the branches of a 分流 leave a gap, or none', () => {
    const branches = [
      [not(compare('经营面积', 'gt', { kind: 'number', amount: '50' })), '备案'],
      [atLeast('经营面积', 60), '核查'],
    ] as const
    const steps = [step('备案', 1, last), step('核查', 1, last)]
    expect(examine([choice('规模', branches), ...steps]).coverage('规模')).toBe('【经营面积】为55平方米')
    expect(examine([choice('规模', branches, '备案'), ...steps]).coverage('规模')).toBe('covered')
  })

  test('what earlier branches or the way there rule out is no gap', () => {
    const flow = [
      choice('大类', [[isTrue('自制高风险食品'), '结论']], '备案'),
      choice('结论', [[isTrue('自制高风险食品'), '许可']]),
      step('备案', 1, last),
      step('许可', 1, last),
    ]
    expect(examine(flow).coverage('结论')).toBe('covered')
  })

  test('overlapping branches and branches that are never taken', () => {
    const flow = [
      choice('规模', [
        [atLeast('经营面积', 100), '核查'],
        [atLeast('经营面积', 150), '评审'],
        [below('经营面积', 120), '备案'],
      ]),
      step('核查', 1, last),
      step('评审', 1, last),
      step('备案', 1, last),
    ]
    const { overlap, untaken, never } = examine(flow)
    expect(overlap('规模', 0, 2)).toBe('【经营面积】为100平方米')
    expect(overlap('规模', 1, 2)).toBeUndefined()
    expect(untaken('规模')).toEqual([1])
    expect(never).toEqual([['评审', 'way']])
  })

  test('steps that run in no situation, and what follows them only because of that', () => {
    const flow = [
      step('受理'),
      step('告知', 1, { terminates: true }),
      step('审查', 1),
      step('决定', 1, { ...last, after: ['审查'] }),
      step('公示', 1, { ...last, after: ['受理'], when: all(isTrue('自制高风险食品'), not(isTrue('自制高风险食品'))) }),
    ]
    expect(examine(flow).never).toEqual([
      ['审查', 'way'],
      ['决定', 'before'],
      ['公示', 'condition'],
    ])
  })

  test('a case that ends without a result: the step that issues it is passed over', () => {
    const flow = [step('受理'), step('制证', 1, { ...last, when: isTrue('自制高风险食品') })]
    expect(examine(flow).resultless).toBe('【自制高风险食品】为否')
    expect(examine([step('受理'), step('制证', 1, last)]).resultless).toBeUndefined()
  })
})

describe('evaluation with values', () => {
  const value = (condition: Condition, facts: Record<string, FactValue>) =>
    createEvaluator([], new Map(Object.entries(facts))).truthOf(condition)
  const months = (amount: string): FactValue => ({ kind: 'duration', duration: { unit: 'month', amount } })

  test('工作日 and 月 cannot be compared without a calendar: 待定', () => {
    const long: Condition = compare('工期', 'ge', { kind: 'duration', duration: { unit: 'workday', amount: '30' } })
    expect(value(long, { 工期: months('3') })).toBe('unknown')
    expect(value(long, { 工期: { kind: 'duration', duration: { unit: 'workday', amount: '30.0' } } })).toBe('yes')
  })

  test('within three months of the founding, to the day', () => {
    const operand: Operand = {
      kind: 'shifted',
      fact: '成立日期',
      direction: 'later',
      duration: { unit: 'month', amount: '3' },
    }
    const within = compare('申请日期', 'le', operand)
    const founded: FactValue = { kind: 'date', date: '2024-11-30' }
    expect(value(within, { 成立日期: founded, 申请日期: { kind: 'date', date: '2025-02-28' } })).toBe('yes')
    expect(value(within, { 成立日期: founded, 申请日期: { kind: 'date', date: '2025-03-01' } })).toBe('no')
    expect(value(within, { 申请日期: { kind: 'date', date: '2025-03-01' } })).toBe('unknown')
    expect(createEvaluator([], new Map()).neededFor(within)).toEqual(['申请日期', '成立日期'])
  })

  test('a shift in working days, beyond the calendar or from a day that does not exist is 待定', () => {
    const shift = (date: string, unit: 'workday' | 'year', amount: string): Condition =>
      compare('申请日期', 'ge', { kind: 'shifted', date, direction: 'later', duration: { unit, amount } })
    const facts: Record<string, FactValue> = { 申请日期: { kind: 'date', date: '2025-03-01' } }
    expect(value(shift('2025-02-28', 'workday', '1'), facts)).toBe('unknown')
    expect(value(shift('2025-02-30', 'year', '1'), facts)).toBe('unknown')
    expect(value(shift('9999-02-28', 'year', '1'), facts)).toBe('unknown')
    expect(value(shift('2024-02-29', 'year', '1'), facts)).toBe('yes')
  })
})
