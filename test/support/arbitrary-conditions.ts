import fc from 'fast-check'
import type { Duration } from '../../src/calendar/duration.ts'
import type { Fact } from '../../src/model/application.ts'
import type { Condition, Operand } from '../../src/model/condition.ts'
import type { FactType } from '../../src/model/terms.ts'
import { foldKey } from '../../src/syntax/fold.ts'
import { anyName, anyText } from './arbitrary-names.ts'

/** An exact amount, not negative. */
export const anyAmount = fc.oneof(
  fc.nat({ max: 2000 }).map(String),
  fc.constantFrom('0', '0.5', '12.25', '150', '10000', '1200000', '123456789012345678', '0.00000000000000001'),
)

/** An amount of money in 分. */
export const anyFen = fc.oneof(
  fc.nat({ max: 100_000 }).map(String),
  fc.constantFrom('0', '0.5', '5', '10000', '1000000', '1050000', '10000000000', '9990000000000', '123456789012345678'),
)

/** A date that exists. */
export const anyDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** An amount of a unit of time. */
const countedDuration: fc.Arbitrary<Duration> = fc.record({
  unit: fc.constantFrom('workday', 'calendarDay', 'month', 'year', 'hour', 'minute'),
  amount: anyAmount,
})

/** Any length of time. */
export const anyDuration: fc.Arbitrary<Duration> = fc.oneof(
  { weight: 4, arbitrary: countedDuration },
  { weight: 1, arbitrary: fc.constantFrom<Duration[]>({ unit: 'instant' }, { unit: 'unlimited' }) },
)

/** What conditions may speak of. */
export interface ConditionScope {
  readonly facts: readonly Fact[]
  readonly situations: readonly string[]
}

/** Any condition over these facts and situations, well typed; none where there is nothing to speak of. */
export function anyCondition(scope: ConditionScope): fc.Arbitrary<Condition> | undefined {
  const { facts, situations } = scope
  const leaves: fc.Arbitrary<Condition>[] = [
    ...situations.map((situation) => fc.constant<Condition>({ kind: 'situation', situation })),
    ...facts.flatMap((fact) => comparisons(fact, scope)),
  ]
  if (leaves.length === 0) return undefined
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: fc.oneof(...leaves) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('all', 'any'),
          of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
        }),
      },
      { weight: 1, arbitrary: tie('condition').map((of): Condition => ({ kind: 'not', of })) },
    ),
  })).condition
}

const ORDERED: ReadonlySet<FactType> = new Set(['number', 'date', 'duration', 'money'])

function comparisons(fact: Fact, scope: ConditionScope): readonly fc.Arbitrary<Condition>[] {
  const operand = operandFor(fact, scope)
  const operators = ORDERED.has(fact.type)
    ? fc.constantFrom<('eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt')[]>('eq', 'ne', 'ge', 'le', 'gt', 'lt')
    : fc.constantFrom<('eq' | 'ne')[]>('eq', 'ne')
  const compare = fc
    .tuple(operators, operand)
    .map(([operator, right]): Condition => ({ kind: 'compare', fact: fact.name, operator, operand: right }))
  if (fact.type === 'boolean') return [compare, fc.constant({ kind: 'fact', fact: fact.name })]
  const oneOf = fc
    .array(operand, { minLength: 1, maxLength: 3 })
    .map((operands): Condition => ({ kind: 'oneOf', fact: fact.name, operands }))
  return [compare, oneOf]
}

/** A value, or another fact, that a fact may be compared with. */
export function operandFor(fact: Fact, { facts }: ConditionScope): fc.Arbitrary<Operand> {
  const optionKeys = fact.options.map((option) => foldKey(option))
  const others = facts.filter(({ type, name }) => type === fact.type && !optionKeys.includes(foldKey(name)))
  const values: { readonly [T in FactType]: fc.Arbitrary<Operand> } = {
    boolean: fc.record({ kind: fc.constant('boolean'), value: fc.boolean() }),
    option: fc
      .constantFrom(...fact.options, '')
      .map((option) => ({ kind: 'option', option: option || optionOf(fact) })),
    number: fc.record({ kind: fc.constant('number'), amount: anyAmount }),
    text: anyWords(facts).map((text) => ({ kind: 'text', text })),
    date: fc.oneof(
      anyDate.map((date): Operand => ({ kind: 'date', date })),
      fc.record({
        kind: fc.constant('shifted'),
        fact: fc.constantFrom('申请日期', '受理日期'),
        direction: fc.constantFrom('later', 'earlier'),
        duration: countedDuration,
      }),
      fc.record({
        kind: fc.constant('shifted'),
        date: anyDate,
        direction: fc.constantFrom('later', 'earlier'),
        duration: countedDuration,
      }),
    ),
    duration: fc.record({ kind: fc.constant('duration'), duration: countedDuration }),
    money: fc.record({ kind: fc.constant('money'), amountFen: anyFen }),
  }
  const value = values[fact.type]
  if (others.length === 0) return value
  const other = fc
    .constantFrom(...others.map(({ name }) => name))
    .map((name): Operand => ({ kind: 'fact', fact: name }))
  return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: other })
}

function optionOf({ options }: Fact): string {
  return options[0] ?? ''
}

/** A text; one with quotation marks in it must be no fact's name, since it can stand only where names do. */
function anyWords(facts: readonly Fact[]): fc.Arbitrary<string> {
  const keys = new Set(['申请日期', '受理日期', ...facts.map(({ name }) => foldKey(name))])
  return fc
    .oneof(
      anyName,
      anyText.filter((text) => !/["“”„‟″＂]/.test(text)),
      fc.constant(''),
    )
    .filter((text) => !keys.has(foldKey(text)))
}
