import fc from 'fast-check'
import type { MeasurableMatter } from '../../analysis/matter-report.ts'
import { printCivilDate, toCivilDay } from '../../calendar/civil-date.ts'
import type { Facts, FactValue } from '../../graph/fact-value.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import type { SituationVariable } from '../../graph/situation-variables.ts'
import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { FactType } from '../../model/terms.ts'

/** How much of a case is known (已知多少). */
export interface FactsOptions {
  /** Some facts may be left out, which makes what depends on them 待定; default: all are known. */
  readonly partial?: boolean
}

/**
 * Any facts that fit a matter (任意申报信息): values of the right types, mostly those at which its conditions change, so that
 * every situation turns up soon. Dates that the matter knows by itself (申请日期 …) are there where conditions ask for them.
 */
export function arbitraryFacts(
  { matter, graph }: Pick<MeasurableMatter, 'matter' | 'graph'>,
  { partial = false }: FactsOptions = {},
): fc.Arbitrary<Facts> {
  const { variables } = matterSituations(matter, graph)
  const asked = BUILT_IN_FACTS.filter(({ name }) => variables.some((variable) => mentions(variable, name)))
  const entries = [...matter.facts, ...asked].map((fact) => {
    const value = valueFor(fact, variables).map((one): readonly [string, FactValue] | undefined => [fact.name, one])
    return partial ? fc.option(value, { nil: undefined }) : value
  })
  return fc.tuple(...entries).map((known) => new Map(known.filter((entry) => entry !== undefined)))
}

function mentions(variable: SituationVariable, name: string): boolean {
  if (variable.fact === name) return true
  return variable.kind === 'relation' && 'fact' in variable.operand && variable.operand.fact === name
}

/** A value between or at the constants that the fact is compared with, or any other of its type. */
function valueFor(fact: Fact, variables: readonly SituationVariable[]): fc.Arbitrary<FactValue> {
  const telling = variables.flatMap((variable) =>
    variable.kind === 'domain' && variable.fact === fact.name
      ? variable.domain.cells.flatMap(({ example }) => example ?? [])
      : [],
  )
  const any = ANY[fact.type](fact)
  if (telling.length === 0) return any
  const cell = fc.constantFrom(...telling)
  return fact.type === 'option' ? cell : fc.oneof({ weight: 3, arbitrary: cell }, { weight: 1, arbitrary: any })
}

const ANY: { readonly [T in FactType]: (fact: Fact) => fc.Arbitrary<FactValue> } = {
  boolean: () => fc.boolean().map((value) => ({ kind: 'boolean', value })),
  option: ({ options: [first = '其他', ...others] }) =>
    fc.constantFrom(first, ...others).map((option) => ({ kind: 'option', option })),
  number: () => fc.nat({ max: 10_000 }).map((amount) => ({ kind: 'number', amount: String(amount) })),
  text: () => fc.constantFrom('示例市', '示例路1号', '张三').map((text) => ({ kind: 'text', text })),
  date: () =>
    fc
      .integer({ min: toCivilDay(1990, 1, 1), max: toCivilDay(2030, 12, 31) })
      .map((day) => ({ kind: 'date', date: printCivilDate(day) })),
  duration: () =>
    fc
      .integer({ min: 1, max: 60 })
      .map((months) => ({ kind: 'duration', duration: { unit: 'month', amount: String(months) } })),
  money: () => fc.nat({ max: 10_000 }).map((yuan) => ({ kind: 'money', amountFen: String(yuan * 100) })),
}
