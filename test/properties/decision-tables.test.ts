import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdleRules, findRuleGaps, findRuleOverlaps, ruleCondition } from '../../src/graph/decision-table.ts'
import { createEvaluator } from '../../src/graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../src/graph/fact-value.ts'
import type { FlowFact, FlowSituation } from '../../src/graph/flow-graph.ts'
import type { SituationWitness } from '../../src/graph/situation.ts'
import { createSituationSpace } from '../../src/graph/situation-space.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { DecisionTable } from '../../src/model/decision-table.ts'

const RUNS = process.env['CI'] === undefined ? 300 : 2000

const number = (amount: number): FactValue => ({ kind: 'number', amount: String(amount) })
const money = (amount: number): FactValue => ({ kind: 'money', amountFen: String(amount) })
const option = (name: string): FactValue => ({ kind: 'option', option: name })
const text = (words: string): FactValue => ({ kind: 'text', text: words })
const date = (day: number): FactValue => ({ kind: 'date', date: `2025-01-0${day}` })
const days = (amount: number): FactValue => ({
  kind: 'duration',
  duration: { unit: 'workday', amount: String(amount) },
})
const yes: FactValue = { kind: 'boolean', value: true }
const no: FactValue = { kind: 'boolean', value: false }

/** A fact, what cells compare it with, and values of which one lies in every stretch that they cut. */
interface Column {
  readonly fact: FlowFact
  readonly constants: readonly FactValue[]
  readonly values: readonly FactValue[]
  readonly ordered: boolean
}

const COLUMNS: readonly Column[] = [
  {
    fact: { name: '经营面积', type: 'number', options: [], unit: '平方米' },
    constants: [0, 1, 2].map(number),
    values: [0, 0.5, 1, 1.5, 2, 3].map(number),
    ordered: true,
  },
  {
    fact: { name: '注册资本', type: 'money', options: [] },
    constants: [0, 10_000].map(money),
    values: [0, 5000, 10_000, 20_000].map(money),
    ordered: true,
  },
  {
    fact: { name: '成立日期', type: 'date', options: [] },
    constants: [2, 3, 5].map(date),
    // Days come one by one: nothing lies between the second and the third.
    values: [1, 2, 3, 4, 5, 6].map(date),
    ordered: true,
  },
  {
    fact: { name: '停业时间', type: 'duration', options: [], unit: '工作日' },
    constants: [1, 3].map(days),
    values: [0, 1, 2, 3, 4].map(days),
    ordered: true,
  },
  {
    fact: { name: '主体业态', type: 'option', options: ['餐饮', '食堂', '销售'] },
    constants: ['餐饮', '食堂', '销售'].map(option),
    values: ['餐饮', '食堂', '销售'].map(option),
    ordered: false,
  },
  {
    fact: { name: '所属街道', type: 'text', options: [] },
    constants: ['东街', '西街'].map(text),
    values: ['东街', '西街', '别处'].map(text),
    ordered: false,
  },
  { fact: { name: '改建', type: 'boolean', options: [] }, constants: [yes, no], values: [yes, no], ordered: false },
]

const FACTS = COLUMNS.map(({ fact }) => fact)

const SITUATIONS: readonly FlowSituation[] = [
  {
    name: '大型',
    when: {
      kind: 'any',
      of: [
        { kind: 'compare', fact: '经营面积', operator: 'ge', operand: number(2) },
        { kind: 'compare', fact: '改建', operator: 'eq', operand: yes },
      ],
    },
  },
]

function cellOf({ fact: { name: fact }, constants, ordered }: Column): fc.Arbitrary<Condition> {
  const operand = fc.constantFrom(...constants)
  const compare = (...operators: Extract<Condition, { kind: 'compare' }>['operator'][]) =>
    fc.record({
      kind: fc.constant('compare'),
      fact: fc.constant(fact),
      operator: fc.constantFrom(...operators),
      operand,
    })
  const list = fc.record({
    kind: fc.constant('oneOf'),
    fact: fc.constant(fact),
    operands: fc.array(operand, { minLength: 1, maxLength: 2 }),
  })
  const plain = fc.oneof(
    compare('eq', 'ne'),
    list,
    list.map((of): Condition => ({ kind: 'not', of })),
  )
  if (!ordered) return plain
  const range = fc.tuple(compare('ge', 'gt'), compare('le', 'lt')).map((of): Condition => ({ kind: 'all', of }))
  return fc.oneof(
    { weight: 1, arbitrary: plain },
    { weight: 3, arbitrary: fc.oneof(compare('ge', 'le', 'gt', 'lt'), range) },
  )
}

const large: Condition = { kind: 'situation', situation: '大型' }

/** Small tables over some of the facts, dense enough that whole ones and broken ones both come often. */
const anyTable: fc.Arbitrary<DecisionTable> = fc
  .tuple(fc.shuffledSubarray([...COLUMNS], { minLength: 1, maxLength: 2 }), fc.boolean())
  .chain(([columns, withSituation]) => {
    const cells = columns.map((column) =>
      fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: cellOf(column) }),
    )
    const situation = fc.constantFrom<(Condition | null)[]>(null, large, { kind: 'not', of: large })
    return fc.record({
      name: fc.constant('核查'),
      hits: fc.constantFrom('unique', 'first', 'all'),
      inputs: fc.constant([...columns.map(({ fact }) => fact.name), ...(withSituation ? ['大型'] : [])]),
      outputs: fc.constant([]),
      rules: fc.array(
        fc.record({ inputs: fc.tuple(...cells, ...(withSituation ? [situation] : [])), outputs: fc.constant([]) }),
        { minLength: 1, maxLength: 5 },
      ),
      sources: fc.constant([]),
      notes: fc.constant([]),
    })
  })

/** Every case that the table can tell apart. */
function casesOf({ inputs }: DecisionTable): readonly Facts[] {
  const asked = COLUMNS.filter(
    ({ fact: { name } }) => inputs.includes(name) || (inputs.includes('大型') && ['经营面积', '改建'].includes(name)),
  )
  return asked.reduce<readonly Facts[]>(
    (cases, { fact, values }) =>
      cases.flatMap((facts) => values.map((value) => new Map([...facts, [fact.name, value]]))),
    [new Map()],
  )
}

/** Which rows apply in a case, tried one by one. */
function hitsIn({ rules }: DecisionTable, facts: Facts): readonly number[] {
  const evaluator = createEvaluator(SITUATIONS, facts)
  return rules.flatMap((rule, index) => {
    const condition = ruleCondition(rule)
    return condition === undefined || evaluator.truthOf(condition) === 'yes' ? [index] : []
  })
}

/** The cases that a witness speaks of: its facts as it says, whatever the others are. */
function meantBy({ parts, certain }: SituationWitness, cases: readonly Facts[]): readonly Facts[] {
  expect(certain).toBe(true)
  return cases.map((facts) => {
    const meant = new Map(facts)
    for (const part of parts) {
      if (part.kind !== 'value') throw new Error('no fact is compared with another')
      meant.set(part.fact, part.value ?? text('哪里都不是'))
    }
    return meant
  })
}

function analysed(table: DecisionTable) {
  const conditions = table.rules.flatMap((rule) => ruleCondition(rule) ?? [])
  const space = createSituationSpace(FACTS, SITUATIONS, conditions)
  const cases = casesOf(table)
  return { space, cases, hits: cases.map((facts) => hitsIn(table, facts)) }
}

describe('what is found in a decision table is what trying every case finds', () => {
  test('overlaps, with a witness of both rows', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { space, cases, hits } = analysed(table)
        const overlaps = findRuleOverlaps(table, space)
        expect(overlaps.length > 0).toBe(hits.some(({ length }) => length > 1))
        for (const { rules, witness } of overlaps) {
          for (const facts of meantBy(witness, cases))
            expect(hitsIn(table, facts)).toEqual(expect.arrayContaining([...rules]))
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('gaps, with witnesses that no row applies to', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { space, cases, hits } = analysed(table)
        const gaps = findRuleGaps(table, space)
        expect(gaps.length > 0).toBe(hits.some(({ length }) => length === 0))
        for (const gap of gaps) for (const facts of meantBy(gap, cases)) expect(hitsIn(table, facts)).toEqual([])
        expect(new Set(gaps.map(({ parts }) => JSON.stringify(parts))).size).toBe(gaps.length)
      }),
      { numRuns: RUNS },
    )
  })

  test('rows that never count', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { space, hits } = analysed(table)
        const counting = new Set(hits.flatMap((rows) => (table.hits === 'first' ? rows.slice(0, 1) : rows)))
        const idle = table.rules.flatMap((_, index) => (counting.has(index) ? [] : [index]))
        expect(findIdleRules(table, space)).toEqual(idle)
      }),
      { numRuns: RUNS },
    )
  })

  test('and the tables are of every kind', () => {
    const tables = fc.sample(anyTable, { numRuns: 400, seed: 7 }).map((table) => analysed(table).hits)
    const whole = tables.filter((hits) => hits.every(({ length }) => length > 0)).length
    const single = tables.filter((hits) => hits.every(({ length }) => length < 2)).length
    expect(Math.min(whole, 400 - whole, single, 400 - single)).toBeGreaterThan(20)
  })
})
