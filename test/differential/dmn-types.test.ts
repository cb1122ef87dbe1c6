import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameDecisions } from '../../src/exchange/dmn/decision-names.ts'
import { writeDmn } from '../../src/exchange/dmn/write-dmn.ts'
import { createEvaluator, type Truth } from '../../src/graph/evaluate-condition.ts'
import type { FactValue } from '../../src/graph/fact-value.ts'
import type { ComparisonOperator, Condition, Operand } from '../../src/model/condition.ts'
import { fact, matter } from '../graph/matters.ts'
import { factsToFeel, runDmn } from '../support/run-dmn.ts'

const TRUTHS: Readonly<Record<Truth, boolean | null>> = { yes: true, no: false, unknown: null }
const OPTIONS = ['新设', '变“更”', '延"续\\']

/** A fact of each type, and some whose names begin alike or are none in FEEL. */
const FACTS = [
  fact('甲'),
  fact('面积', 'number'),
  fact('面积合计', 'number'),
  fact('金额', 'money'),
  fact('日期', 'date'),
  fact('日期 之二（起）', 'date'),
  fact('期限', 'duration'),
  fact('姓名', 'text'),
  fact('业务', 'option', OPTIONS),
]

const number = fc
  .constantFrom('0', '0.1', '0.3', '2.675', '10', '99.99', '1000000.01')
  .map((amount): FactValue => ({ kind: 'number', amount }))
const money = fc
  .constantFrom('0', '1', '10', '30', '267', '9999', '100000001')
  .map((amountFen): FactValue => ({ kind: 'money', amountFen }))
const dates = fc.constantFrom('2024-01-31', '2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2024-12-31')
const date = dates.map((value): FactValue => ({ kind: 'date', date: value }))
const duration = fc
  .record({
    unit: fc.constantFrom('workday', 'calendarDay', 'month', 'year', 'hour'),
    amount: fc.constantFrom('0.5', '1', '2', '12', '13'),
  })
  .map((value): FactValue => ({ kind: 'duration', duration: value }))
const text = fc
  .constantFrom('', '张三', '"引"', 'a\\b', '上\n下', '🏛', 'a\tb', '\\n')
  .map((value): FactValue => ({ kind: 'text', text: value }))
const option = fc.constantFrom(...OPTIONS).map((value): FactValue => ({ kind: 'option', option: value }))
const yesOrNo = fc.boolean().map((value): FactValue => ({ kind: 'boolean', value }))

const VALUES: Readonly<Record<string, fc.Arbitrary<FactValue>>> = {
  甲: yesOrNo,
  面积: number,
  面积合计: number,
  金额: money,
  日期: date,
  '日期 之二（起）': date,
  期限: duration,
  姓名: text,
  业务: option,
}

/** 另一日期 or a date, moved by 日, 月 or 年: across the ends of months and of leap years. */
const shifted: fc.Arbitrary<Operand> = fc
  .record({
    base: fc.oneof(
      dates.map((value) => ({ date: value })),
      fc.constant({ fact: '日期 之二（起）' }),
    ),
    direction: fc.constantFrom('later', 'earlier'),
    unit: fc.constantFrom('calendarDay', 'month', 'year'),
    amount: fc.constantFrom('1', '2', '12', '30'),
  })
  .map(({ base, direction, unit, amount }) => ({ kind: 'shifted', ...base, direction, duration: { unit, amount } }))
const other = (name: string): Operand => ({ kind: 'fact', fact: name })

const ORDERED: readonly ComparisonOperator[] = ['eq', 'ne', 'ge', 'le', 'gt', 'lt']
const compare = (name: string, operand: fc.Arbitrary<Operand>, operators = ORDERED): fc.Arbitrary<Condition> =>
  fc
    .record({ operator: fc.constantFrom(...operators), operand })
    .map(({ operator, operand: right }) => ({ kind: 'compare', fact: name, operator, operand: right }))

const anyComparison = fc.oneof(
  compare('面积', number),
  compare('面积', fc.constant(other('面积合计'))),
  compare('金额', money),
  compare('日期', date),
  compare('日期', fc.constant(other('日期 之二（起）'))),
  compare('日期', shifted),
  compare('期限', duration),
  compare('姓名', text, ['eq', 'ne']),
  compare('业务', option, ['eq', 'ne']),
  fc.constant<Condition>({ kind: 'fact', fact: '甲' }),
)
const anyCondition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    anyComparison,
    fc
      .record({
        kind: fc.constantFrom('all', 'any'),
        of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
      })
      .map(({ kind, of }): Condition => ({ kind, of })),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
  ),
})).condition

/** What is known of a case; about one fact in six is not. */
const anyFacts = fc
  .tuple(
    ...Object.entries(VALUES).map(([name, value]) =>
      fc.option(
        value.map((each): readonly [string, FactValue] => [name, each]),
        { nil: undefined, freq: 6 },
      ),
    ),
  )
  .map((entries) => new Map(entries.filter((entry) => entry !== undefined)))

test('feelin judges numbers, 金额, dates, 时长 and texts as we do, unknown ones too', async () => {
  const seen = new Map<Truth, number>()
  await fc.assert(
    fc.asyncProperty(anyCondition, anyFacts, async (when, facts) => {
      const made = matter({ facts: FACTS, situations: [{ name: '情形', when, sources: [], notes: [] }] })
      const { results, warnings } = await runDmn(await writeDmn(made), factsToFeel(facts, nameDecisions(made).facts))
      const truth = createEvaluator(made.situations, facts).truthOf(when)
      expect(warnings).toEqual([])
      expect(results.get('situation_1')).toBe(TRUTHS[truth])
      seen.set(truth, (seen.get(truth) ?? 0) + 1)
    }),
    { numRuns: 1000 },
  )
  for (const truth of ['yes', 'no', 'unknown'] as const) expect(seen.get(truth)).toBeGreaterThan(100)
})
