import * as fc from 'fast-check'
import type { Facts, FactValue } from '../../src/graph/fact-value.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { FlowItem, SpecialProcedure } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { choice, fact, matter, parallel, procedure, step } from './matters.ts'
import type { PlainFacts } from './naive.ts'

const BOOLEANS = ['甲', '乙', '丙']
const OPTIONS = ['新设', '变更', '延续']
const AMOUNTS = [10, 20, 30]
const DATES = ['2025-01-01', '2025-01-02', '2025-06-30']

/** The facts that random conditions speak of. */
export const FACTS: Matter['facts'] = [
  ...BOOLEANS.map((name) => fact(name)),
  fact('业务', 'option', OPTIONS),
  { ...fact('面积', 'number'), unit: '平方米' },
  fact('日期', 'date'),
]

/** Every situation that random conditions can tell apart: values at, between and beyond all constants. */
export const ALL_SITUATIONS: readonly PlainFacts[] = BOOLEANS.reduce<PlainFacts[]>(
  (rows, name) => rows.flatMap((row) => [true, false].map((value) => ({ ...row, [name]: value }))),
  OPTIONS.flatMap((业务) =>
    [5, 10, 15, 20, 25, 30, 35].flatMap((面积) =>
      ['2024-12-31', '2025-01-01', '2025-01-02', '2025-03-01', '2025-06-30', '2025-07-01'].map((日期) => ({
        业务,
        面积,
        日期,
      })),
    ),
  ),
)

/** A smaller list for slow oracles: only the facts that conditions of `cheapCondition` use. */
export const CHEAP_SITUATIONS: readonly PlainFacts[] = BOOLEANS.reduce<PlainFacts[]>(
  (rows, name) => rows.flatMap((row) => [true, false].map((value) => ({ ...row, [name]: value }))),
  OPTIONS.flatMap((业务) => [5, 10, 15, 20, 25, 30, 35].map((面积) => ({ 业务, 面积, 日期: '2025-01-01' }))),
)

export function toFacts(plain: PlainFacts): Facts {
  return new Map(
    Object.entries(plain).map(([name, value]): [string, FactValue] => {
      if (typeof value === 'boolean') return [name, { kind: 'boolean', value }]
      if (typeof value === 'number') return [name, { kind: 'number', amount: String(value) }]
      return [name, name === '日期' ? { kind: 'date', date: value } : { kind: 'option', option: value }]
    }),
  )
}

const operators = fc.constantFrom('eq', 'ne', 'ge', 'le', 'gt', 'lt')
const booleanFact: fc.Arbitrary<Condition> = fc.constantFrom(...BOOLEANS).map((name) => ({ kind: 'fact', fact: name }))
const optionFact: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom('eq', 'ne'), fc.constantFrom(...OPTIONS))
  .map(([operator, option]) => ({ kind: 'compare', fact: '业务', operator, operand: { kind: 'option', option } }))
const optionList: fc.Arbitrary<Condition> = fc.subarray(OPTIONS).map((options) => ({
  kind: 'oneOf',
  fact: '业务',
  operands: options.map((option) => ({ kind: 'option' as const, option })),
}))
const numberFact: fc.Arbitrary<Condition> = fc
  .tuple(operators, fc.constantFrom(...AMOUNTS))
  .map(([operator, amount]) => ({
    kind: 'compare',
    fact: '面积',
    operator,
    operand: { kind: 'number', amount: String(amount) },
  }))
const dateFact: fc.Arbitrary<Condition> = fc
  .tuple(operators, fc.constantFrom(...DATES))
  .map(([operator, date]) => ({ kind: 'compare', fact: '日期', operator, operand: { kind: 'date', date } }))

function nested(leaf: fc.Arbitrary<Condition>, maxDepth: number): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth, withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('condition'), { maxLength: 3 }) }),
      tie('condition').map((of): Condition => ({ kind: 'not', of })),
    ),
  })).condition
}

export const anyCondition = nested(fc.oneof(booleanFact, optionFact, optionList, numberFact, dateFact), 4)
/** A condition over the facts of {@link CHEAP_SITUATIONS} alone. */
export const cheapCondition = nested(fc.oneof(booleanFact, optionFact, numberFact), 2)

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: undefined, freq })

interface StepPlan {
  readonly kind: 'step' | 'choice'
  readonly days: number
  readonly altDays: number | undefined
  readonly altWhen: Condition
  readonly when: Condition | undefined
  readonly terminates: boolean
  readonly outputs: boolean
  readonly clock: 'counted' | 'excluded' | undefined
  readonly after: readonly number[] | undefined
  readonly branches: readonly (readonly [Condition, number])[]
  readonly otherwise: number | undefined
}

const names = 'ABCDEFGH'
const nameOf = (index: number, size: number) => names[index % size] ?? 'A'

/** A small random matter: steps, choices, 并联, 前序 in any direction, 终止, 特别程序, with conditions. Not always well drawn. */
export const anyMatter: fc.Arbitrary<Matter> = fc
  .record({
    plans: fc.array(
      fc.record<StepPlan>({
        kind: fc.constantFrom('step', 'step', 'step', 'choice'),
        days: fc.integer({ min: 0, max: 9 }),
        altDays: maybe(fc.integer({ min: 0, max: 20 }), 4),
        altWhen: cheapCondition,
        when: maybe(cheapCondition, 3),
        terminates: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
        outputs: fc.boolean(),
        clock: fc.constantFrom(undefined, undefined, 'counted', 'excluded'),
        after: maybe(fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }), 3),
        branches: fc.array(fc.tuple(cheapCondition, fc.nat(7)), { minLength: 1, maxLength: 2 }),
        otherwise: maybe(fc.nat(7), 1),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    parallels: fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 2, max: 3 })), { maxLength: 2 }),
    procedures: fc.array(
      fc.record({
        step: fc.nat(7),
        where: fc.constantFrom('before', 'after', 'beside'),
        days: fc.integer({ min: 1, max: 9 }),
        when: maybe(cheapCondition),
        clock: fc.constantFrom('excluded', 'counted'),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ plans, parallels, procedures }) => {
    const size = plans.length
    const flow: FlowItem[] = plans.map((plan, index) => {
      const name = nameOf(index, size)
      // Targets lie ahead more often than not, so that most choices are well drawn.
      const ahead = (offset: number) => nameOf(Math.min(index + 1 + (offset % 4), index + size - 1), size)
      if (plan.kind === 'choice') {
        const branches = plan.branches.map(([when, offset]) => [when, ahead(offset)] as const)
        return choice(name, branches, plan.otherwise === undefined ? undefined : ahead(plan.otherwise))
      }
      return step(name, undefined, {
        limits: [
          ...(plan.altDays === undefined
            ? []
            : [{ limit: { unit: 'workday' as const, amount: String(plan.altDays) }, when: plan.altWhen }]),
          { limit: { unit: 'workday' as const, amount: String(plan.days) } },
        ],
        ...(plan.when === undefined ? {} : { when: plan.when }),
        ...(plan.after === undefined ? {} : { after: plan.after.map((other) => nameOf(other, size)) }),
        ...(plan.clock === undefined ? {} : { clock: plan.clock }),
        terminates: plan.terminates,
        outputs: plan.outputs ? ['结果'] : [],
      })
    })
    for (const [from, length] of parallels) {
      const members = Array.from({ length }, (_, offset) => nameOf((from % size) + offset, size))
      flow.push(parallel(...new Set(members)))
    }
    const specialProcedures: SpecialProcedure[] = procedures.map((plan, index) =>
      procedure(
        `程序${index}`,
        plan.days,
        { step: nameOf(plan.step, size), where: plan.where },
        {
          clock: plan.clock,
          ...(plan.when === undefined ? {} : { when: plan.when }),
        },
      ),
    )
    return matter({ facts: FACTS, flow, specialProcedures })
  })
