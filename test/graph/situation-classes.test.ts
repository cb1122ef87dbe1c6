import { describe, expect, test } from 'vitest'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { prepareClassPaths } from '../../src/graph/class-paths.ts'
import { ALWAYS, NEVER } from '../../src/graph/decision-diagram.ts'
import { flowSituations } from '../../src/graph/matter-conditions.ts'
import { type Aspect, countClasses, createAspect, listClasses } from '../../src/graph/situation-classes.ts'
import { createSituationSpace } from '../../src/graph/situation-space.ts'
import { describeSituations, printSituationWords } from '../../src/graph/situation-words.ts'
import type { Condition, Operand } from '../../src/model/condition.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import { all, any, atLeast, below, choice, fact, isOption, isTrue, matter, not, parallel, step } from './matters.ts'

const FACTS = [
  { ...fact('经营面积', 'number'), unit: '平方米' },
  fact('自制'),
  fact('业态', 'option', ['销售', '餐饮', '食堂']),
  fact('范围', 'text'),
  fact('注册资本', 'money'),
  fact('申请日期', 'date'),
  fact('成立日期', 'date'),
]

function compare(name: string, operator: 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt', operand: Operand): Condition {
  return { kind: 'compare', fact: name, operator, operand }
}

function words(condition: Condition, others: readonly Condition[] = []): string {
  const space = createSituationSpace(FACTS, [], [condition, ...others])
  return printSituationWords(describeSituations(space, space.diagramOf(condition), 8))
}

describe('situations in the words of the law', () => {
  const number = (amount: string): Operand => ({ kind: 'number', amount })
  const date = (on: string): Operand => ({ kind: 'date', date: on })

  test.each([
    [atLeast('经营面积', 150), '【经营面积】150平方米以上'],
    [below('经营面积', 150), '【经营面积】不满150平方米'],
    [compare('经营面积', 'gt', number('150')), '【经营面积】超过150平方米'],
    [compare('经营面积', 'le', number('150')), '【经营面积】150平方米以下'],
    [compare('经营面积', 'eq', number('150')), '【经营面积】为150平方米'],
    [compare('经营面积', 'ne', number('150')), '【经营面积】不满150平方米或超过150平方米'],
    [all(atLeast('经营面积', 50), below('经营面积', 150)), '【经营面积】50平方米以上不满150平方米'],
    [
      all(compare('经营面积', 'gt', number('50')), compare('经营面积', 'le', number('150'))),
      '【经营面积】超过50平方米150平方米以下',
    ],
    [compare('注册资本', 'ge', { kind: 'money', amountFen: '500000' }), '【注册资本】5000元以上'],
    [compare('申请日期', 'ge', date('2025-01-01')), '【申请日期】不早于2025年1月1日'],
    [
      all(compare('申请日期', 'gt', date('2025-01-01')), compare('申请日期', 'lt', date('2025-07-01'))),
      '【申请日期】晚于2025年1月1日、早于2025年7月1日',
    ],
    [isTrue('自制'), '【自制】为是'],
    [not(isTrue('自制')), '【自制】为否'],
    [isOption('业态', '餐饮'), '【业态】为“餐饮”'],
    [not(isOption('业态', '餐饮')), '【业态】不为“餐饮”'],
    [compare('范围', 'eq', { kind: 'text', text: '零售' }), '【范围】为“零售”'],
    [compare('范围', 'ne', { kind: 'text', text: '零售' }), '【范围】不为“零售”'],
    [compare('成立日期', 'lt', { kind: 'fact', fact: '申请日期' }), '【成立日期】小于【申请日期】'],
    [compare('成立日期', 'le', { kind: 'fact', fact: '申请日期' }), '【成立日期】不大于【申请日期】'],
    [compare('成立日期', 'ne', { kind: 'fact', fact: '申请日期' }), '【成立日期】不等于【申请日期】'],
    [any(isTrue('自制'), not(isTrue('自制'))), '任何情形'],
    [any(isTrue('自制'), atLeast('经营面积', 150)), '【自制】为是；或者【经营面积】150平方米以上'],
    [
      all(isOption('业态', '餐饮'), any(isTrue('自制'), atLeast('经营面积', 150))),
      '【业态】为“餐饮”，且（【自制】为是；或者【经营面积】150平方米以上）',
    ],
  ])('%j', (condition, expected) => {
    expect(words(condition)).toBe(expected)
  })

  test('constants of other conditions do not split what is told', () => {
    expect(words(atLeast('经营面积', 50), [atLeast('经营面积', 100), atLeast('经营面积', 150)])).toBe(
      '【经营面积】50平方米以上',
    )
  })

  test('more alternatives than asked for: it says that there are more', () => {
    const space = createSituationSpace(FACTS, [], [isTrue('自制'), isOption('业态', '餐饮')])
    const either = any(isTrue('自制'), isOption('业态', '餐饮'))
    const told = describeSituations(space, space.diagramOf(either), 1)
    expect(told.complete).toBe(false)
    expect(printSituationWords(told)).toBe('【自制】为是；等')
  })
})

describe('classes of situations', () => {
  function aspectsOf(conditions: readonly Condition[], facts: readonly string[]) {
    const space = createSituationSpace(
      facts.map((name) => fact(name)),
      [],
      conditions,
    )
    const aspects = conditions.map((condition): Aspect<boolean> => {
      const set = space.diagramOf(condition)
      return createAspect(
        space.store,
        [
          { situations: set, value: true },
          { situations: space.store.not(set), value: false },
        ],
        String,
      )
    })
    return { space, aspects }
  }
  const names = (count: number) => Array.from({ length: count }, (_, index) => `事实${index}`)

  test('thirty independent facts: 2^30 outcomes, counted and not listed', () => {
    const facts = names(30)
    const { space, aspects } = aspectsOf(facts.map(isTrue), facts)
    expect(countClasses(space.store, ALWAYS, aspects)).toEqual({ count: 2n ** 30n, exact: true })
    const [first] = listClasses(space.store, ALWAYS, aspects)
    expect(first?.outcome).toEqual(facts.map(() => true))
  })

  test('a chain of facts, each condition about two neighbours, is counted as it is listed', () => {
    const facts = names(11)
    const pairs = facts.slice(1).map((name, index) => all(isTrue(facts[index] ?? ''), isTrue(name)))
    const { space, aspects } = aspectsOf(pairs, facts)
    const outcomes = new Set(
      Array.from({ length: 2 ** facts.length }, (_, bits) =>
        facts
          .slice(1)
          .map((_name, index) => ((bits >> index) & 3) === 3)
          .join(),
      ),
    )
    expect([...listClasses(space.store, ALWAYS, aspects)]).toHaveLength(outcomes.size)
    expect(countClasses(space.store, ALWAYS, aspects)).toEqual({ count: BigInt(outcomes.size), exact: true })
  })

  test('fifteen facts mixed beyond counting together are counted one by one: as many as there are different rows', () => {
    const facts = names(15)
    const mixed = Array.from({ length: 40 }, (_, i) => {
      const [a, b, c] = [i * 7, i * i + 3, i * 11 + 5].map((n) => isTrue(facts[n % 15] ?? ''))
      if (a === undefined || b === undefined || c === undefined) throw new Error('no fact')
      return i % 2 === 0 ? any(all(a, not(b)), all(b, c)) : any(all(b, not(c)), all(not(a), c))
    })
    const { space, aspects } = aspectsOf(mixed, facts)
    const rows = new Set<string>()
    for (let bits = 0; bits < 2 ** 15; bits++) {
      const on = (n: number) => (bits >> (n % 15)) % 2 === 1
      const row = mixed.map((_, i) => {
        const [a, b, c] = [on(i * 7), on(i * i + 3), on(i * 11 + 5)]
        return i % 2 === 0 ? (a && !b) || (b && c) : (b && !c) || (!a && c)
      })
      rows.add(row.map(Number).join(''))
    }
    expect(rows.size).toBeGreaterThan(10_000)
    expect(countClasses(space.store, ALWAYS, aspects)).toEqual({ count: BigInt(rows.size), exact: true })
  })

  test('within a set of situations only its own outcomes count; in none there are none', () => {
    const facts = names(3)
    const { space, aspects } = aspectsOf([isTrue('事实0'), any(isTrue('事实0'), isTrue('事实1'))], facts)
    const within = space.diagramOf(isTrue('事实0'))
    expect(countClasses(space.store, within, aspects)).toEqual({ count: 1n, exact: true })
    expect(countClasses(space.store, NEVER, aspects)).toEqual({ count: 0n, exact: true })
    expect([...listClasses(space.store, NEVER, aspects)]).toEqual([])
  })

  test('a condition that cannot be decided leaves a least number', () => {
    const { space, aspects } = aspectsOf([isTrue('事实0'), { kind: 'situation', situation: '没有声明' }], names(1))
    expect(countClasses(space.store, ALWAYS, aspects)).toEqual({ count: 2n, exact: false })
  })
})

describe('the slowest and the fastest situations', () => {
  function extremes(flow: readonly FlowItem[], facts: readonly string[]) {
    const { graph } = buildGraph(matter({ facts: facts.map((name) => fact(name)), flow }))
    const space = flowSituations(graph)
    const paths = prepareClassPaths(graph, space, DEFAULT_CONVERSION)
    const told = (set: number | undefined) =>
      set === undefined ? undefined : printSituationWords(describeSituations(space, set, 8))
    return [told(paths.slowest()), told(paths.fastest())]
  }

  test('of steps that exclude each other', () => {
    const flow = [
      step('简易', 3, { when: isTrue('甲') }),
      step('一般', 8, { when: not(isTrue('甲')) }),
      step('决定', 1),
    ]
    expect(extremes(flow, ['甲'])).toEqual(['【甲】为否', '【甲】为是'])
  })

  test('a step with 终止 that may end the case is the fastest way', () => {
    const flow = [
      step('受理', 1),
      step('审查', 9),
      step('不予受理', 2, { terminates: true, when: isTrue('甲') }),
      parallel('审查', '不予受理'),
      choice('结论', [[isTrue('乙'), '简办']], '详办'),
      step('简办', 1, { outputs: ['许可'] }),
      step('详办', 4, { outputs: ['许可'] }),
    ]
    expect(extremes(flow, ['甲', '乙'])).toEqual(['【甲】为否，【乙】为否', '【甲】为是'])
  })

  test('among 2^30 situations', () => {
    const facts = Array.from({ length: 30 }, (_, index) => `事实${index}`)
    const flow = facts.map((name, index) => step(`步${name}`, index + 1, { when: isTrue(name) }))
    const [slowest, fastest] = extremes(flow, facts)
    expect(slowest).toBe(facts.map((name) => `【${name}】为是`).join('，'))
    expect(fastest).toBe(facts.map((name) => `【${name}】为否`).join('，'))
  })
})
