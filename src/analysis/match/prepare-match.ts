import type { DurationUnit } from '../../calendar/duration.ts'
import { collectedFacts } from '../../graph/applicants-fact.ts'
import { findComparableUnits } from '../../graph/comparable-units.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Matter } from '../../model/matter.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { type AdmissionTable, type MatterJudgement, type NearMatter, prepareAdmission } from './admission-table.ts'
import { createFactCuts } from './fact-cuts.ts'
import { createReader, type FactConflict, type SharedFact, shareFacts, wantedValue } from './shared-facts.ts'

/** The facts of one applicant as programs write them (申请人的信息): `{ 经营面积: 80, 告知承诺: true }`; null is not known. */
export type ApplicantFacts = Readonly<Record<string, unknown>>

/** A matter whose conditions an applicant meets (够条件的事项). */
export interface EligibleMatter {
  readonly matter: Matter
  /** How many conditions a person still has to judge; with none the matter can be granted without an application. */
  readonly manual: number
}

/** What one applicant is entitled to (一个申请人的匹配结果). */
export interface ApplicantMatch {
  readonly eligible: readonly EligibleMatter[]
  readonly lacksOne: readonly NearMatter[]
  /** What stands in the way of reading the facts; nothing is matched then. */
  readonly errors: readonly string[]
  /** Names that no matter asks for. */
  readonly unused: readonly string[]
}

/** Many applicants against many matters, prepared once (批量匹配). */
export interface Match {
  /** The matters that can be matched, in the order given. */
  readonly matters: readonly Matter[]
  /** The matters that cannot: no condition that can be judged from facts. */
  readonly skipped: readonly Matter[]
  /** Names that mean different things in different matters. */
  readonly conflicts: readonly FactConflict[]
  /** 申请日期, `YYYY-MM-DD`. */
  readonly appliedOn: string | undefined
  readonly of: (facts: ApplicantFacts) => ApplicantMatch
}

/** What holds for every applicant (共同的前提). */
export interface MatchOptions {
  /** 申请日期, `YYYY-MM-DD`, for conditions that count from it. */
  readonly appliedOn?: string | undefined
}

/**
 * Prepares the matching of applicants with matters (免申即享): who meets the conditions of acceptance of which matter, and who
 * misses one by a single thing. Facts are shared by name and kind, ranges of values by what they are cut at, and matters
 * with the same conditions are judged together; each applicant in the same ranges is judged once. Memory does not grow
 * with the number of applicants.
 */
export function prepareMatch(
  measurables: readonly Pick<MeasurableMatter, 'matter' | 'graph'>[],
  { appliedOn }: MatchOptions = {},
): Match {
  const judgeable = measurables.filter(({ matter }) => matter.requirements.some(({ rule }) => rule !== undefined))
  const shared = shareFacts(judgeable.map(({ matter }) => matter))
  const builtIn = new Map(BUILT_IN_FACTS.map(({ name }, index) => [name, -2 - index]))
  const cuts = createFactCuts(shared, (name) => builtIn.get(name) ?? -1)
  const tables = new Map<string, { readonly table: AdmissionTable; readonly place: number; matters: number }>()
  const rows = judgeable.map((measurable) => {
    const { matter } = measurable
    const key = conditionsKey(measurable)
    const shown = tables.get(key) ?? { table: prepareAdmission(measurable, cuts), place: tables.size, matters: 0 }
    tables.set(key, shown)
    const numbers = new Map([...builtIn, ...matter.facts.map((fact) => [fact.name, shared.numberOf(fact)] as const)])
    return { matter, table: shown.table, place: shown.place, rank: shown.matters++, numbers }
  })
  const builtInKinds = new Map(
    BUILT_IN_FACTS.map((fact) => [fact.name, [{ fact, number: builtIn.get(fact.name) ?? -1 }]]),
  )
  const units = comparedUnits(judgeable, shared.numberOf)
  const readers = new Map<number, ReturnType<typeof createReader>>()
  const cells = new Int32Array(cuts.count())
  const applied = builtIn.get('申请日期')

  function read(fact: SharedFact, number: number, written: boolean | number | string): FactValue | undefined {
    const reader = readers.get(number) ?? createReader(fact, units.get(number))
    readers.set(number, reader)
    return reader(written)
  }

  return {
    matters: judgeable.map(({ matter }) => matter),
    skipped: measurables.filter((each) => !judgeable.includes(each)).map(({ matter }) => matter),
    conflicts: shared.conflicts,
    appliedOn,
    of: (facts) => {
      const values = new Map<number, FactValue>()
      if (appliedOn !== undefined && applied !== undefined) values.set(applied, { kind: 'date', date: appliedOn })
      const errors: string[] = []
      const unused: string[] = []
      for (const [name, written] of Object.entries(facts)) {
        const kinds = builtInKinds.get(name) ?? shared.named(name)
        if (kinds.length === 0) unused.push(name)
        else if (written !== null) readAs(name, kinds, written, values, errors)
      }
      if (errors.length > 0) return { eligible: [], lacksOne: [], errors, unused }
      cuts.cellsOf(values, cells)
      return { ...matchRows(values), errors, unused }
    },
  }

  function readAs(
    name: string,
    kinds: ReturnType<typeof shared.named>,
    written: unknown,
    values: Map<number, FactValue>,
    errors: string[],
  ): void {
    let fits = false
    if (typeof written === 'boolean' || typeof written === 'number' || typeof written === 'string') {
      for (const { fact, number } of kinds) {
        const value = read(fact, number, written)
        if (value === undefined) continue
        fits = true
        values.set(number, value)
      }
    }
    if (!fits) {
      const wanted = [...new Set(kinds.map(({ fact, number }) => wantedValue(fact, units.get(number))))].join('，或者')
      errors.push(`“${name}”不能是${JSON.stringify(written)}，应当写${wanted}`)
    }
  }

  function matchRows(values: ReadonlyMap<number, FactValue>): Pick<ApplicantMatch, 'eligible' | 'lacksOne'> {
    const eligible: EligibleMatter[] = []
    const lacksOne: NearMatter[] = []
    const judged: MatterJudgement[] = []
    for (const { matter, table, place, rank, numbers } of rows) {
      const judgement = judged[place] ?? table.judge(cells, (fact) => values.get(numbers.get(fact) ?? -1))
      judged[place] = judgement
      const { verdict, manual, missing, near } = judgement
      if (verdict === 'yes') eligible.push({ matter, manual })
      else if (missing.length > 0) {
        // The same words for everybody who lacks the same, so that they are put together once.
        const known = near[rank] ?? { matter, manual, missing }
        near[rank] = known
        lacksOne.push(known)
      }
    }
    return { eligible, lacksOne }
  }
}

/** By fact: the units of time in which some matter asks for it. In another one nobody could be told anything. */
function comparedUnits(
  measurables: readonly Pick<MeasurableMatter, 'matter' | 'graph'>[],
  numberOf: (fact: SharedFact) => number,
): ReadonlyMap<number, ReadonlySet<DurationUnit>> {
  const units = new Map<number, Set<DurationUnit>>()
  for (const { matter, graph } of measurables) {
    const lengths = matter.facts.filter(({ type }) => type === 'duration')
    const compared = lengths.length === 0 ? undefined : findComparableUnits(matter, graph)
    for (const fact of lengths) {
      const number = numberOf(fact)
      for (const unit of compared?.get(fact.name) ?? []) units.set(number, (units.get(number) ?? new Set()).add(unit))
    }
  }
  return units
}

/** Matters with the same key have the same conditions over the same facts. */
function conditionsKey({ matter, graph }: Pick<MeasurableMatter, 'matter' | 'graph'>): string {
  const collected = collectedFacts(matter.flow)
  return JSON.stringify([
    matter.requirements.map(({ rule, when, except }) => [rule, when, except]),
    graph.situations.map(({ name, when }) => [name, when]),
    matter.facts.map(({ name, type, unit, options, filledBy }) => [
      name,
      type,
      unit,
      options,
      filledBy,
      collected.has(name),
    ]),
  ])
}
