import { judgeAdmission } from '../../graph/admission.ts'
import { createEvaluator, type Truth } from '../../graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../graph/fact-value.ts'
import { collectVariables } from '../../graph/situation-variables.ts'
import type { Matter } from '../../model/matter.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import type { FactCuts } from './fact-cuts.ts'
import { type MissingThing, prepareMissing } from './one-thing-missing.ts'

/** What an applicant's facts come to for one matter (一个人对一个事项的结论). */
export interface MatterJudgement {
  readonly verdict: Truth
  /** How many conditions a person still has to judge. */
  readonly manual: number
  /** Where just one thing is missing: the facts that would each do; empty otherwise. */
  readonly missing: readonly MissingThing[]
  /** What is said of each matter with these conditions, once it has been said. */
  readonly near: NearMatter[]
}

/** A matter that an applicant misses by one thing (只差一项的事项). */
export interface NearMatter {
  readonly matter: Matter
  readonly manual: number
  /** Each of these would do by itself. */
  readonly missing: readonly MissingThing[]
}

/** The judgements of the conditions of one matter, or of all with the same conditions. */
export interface AdmissionTable {
  /** By the cells of an applicant, and the facts themselves where cells have not been met before. */
  readonly judge: (cells: Int32Array, factOf: FactOf) => MatterJudgement
}

type FactOf = (fact: string) => FactValue | undefined

/** So many judgements of one matter are kept at a time: memory stays the same however many applicants come. */
const MOST_KEPT = 20_000
/** So many combinations of ranges have a place each; more are looked up. */
const MOST_LISTED = 2 ** 15
/** So many are told apart by a number. */
const MOST_NUMBERED = 2 ** 30

/** Judgements that are kept. */
interface Kept {
  readonly find: (cells: Int32Array, factOf: FactOf) => MatterJudgement | undefined
  readonly keep: (cells: Int32Array, factOf: FactOf, judged: MatterJudgement) => void
}

function keepInList(length: number, numberOf: (cells: Int32Array) => number): Kept {
  const list = new Array<MatterJudgement | undefined>(length).fill(undefined)
  return {
    find: (cells) => list[numberOf(cells)],
    keep: (cells, _factOf, judged) => {
      list[numberOf(cells)] = judged
    },
  }
}

function keepByKey(keyOf: (cells: Int32Array, factOf: FactOf) => number | string): Kept {
  const map = new Map<number | string, MatterJudgement>()
  return {
    find: (cells, factOf) => map.get(keyOf(cells, factOf)),
    keep: (cells, factOf, judged) => {
      if (map.size >= MOST_KEPT) map.clear()
      map.set(keyOf(cells, factOf), judged)
    },
  }
}

/**
 * Prepares the judging of many applicants (批量判断): who lies in the same ranges of the few facts that a matter asks about is
 * judged once. Facts that are compared with each other count with their values, so that nobody is judged by another's.
 */
export function prepareAdmission(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  cuts: FactCuts,
): AdmissionTable {
  const { matter, graph } = measurable
  const { requirements } = matter
  const conditions = requirements.flatMap(({ rule, when, except }) => [rule ?? [], when ?? [], except].flat())
  const variables = [...collectVariables(graph.facts, graph.situations, conditions).values()]
  const related = new Set(
    variables.flatMap((variable) => {
      if (variable.kind === 'domain') return []
      const { operand } = variable
      return 'fact' in operand && operand.fact !== undefined ? [variable.fact, operand.fact] : [variable.fact]
    }),
  )
  const places = variables.flatMap((variable) =>
    variable.kind === 'domain' && !related.has(variable.fact)
      ? [{ place: cuts.placeOf(variable.fact, variable.domain, matter), size: variable.domain.cells.length + 2 }]
      : [],
  )
  const distinct = new Map<string, MatterJudgement>()
  const combinations = places.reduce((all, { size }) => all * size, 1)
  const asked = [...new Set([...variables.map(({ fact }) => fact), ...related])]
  const findMissing = prepareMissing(measurable)
  // Nearly always the cells of a matter are few enough to be told apart by one number.
  const kept =
    related.size > 0 || combinations > MOST_NUMBERED
      ? keepByKey((cells, factOf) => wordsOf(cells, factOf))
      : combinations > MOST_LISTED
        ? keepByKey(numberOf)
        : keepInList(combinations, numberOf)

  return {
    judge: (cells, factOf) => {
      const before = kept.find(cells, factOf)
      if (before !== undefined) return before
      const facts = new Map(
        asked.flatMap((name) => {
          const value = factOf(name)
          return value === undefined ? [] : [[name, value] as const]
        }),
      )
      const judged = judgeWith(facts)
      kept.keep(cells, factOf, judged)
      return judged
    },
  }

  /** Judgements that say the same are one. */
  function shared(judged: MatterJudgement): MatterJudgement {
    const key = JSON.stringify([judged.verdict, judged.manual, judged.missing])
    const known = distinct.get(key) ?? judged
    if (distinct.size >= MOST_KEPT) distinct.clear()
    distinct.set(key, known)
    return known
  }

  function numberOf(cells: Int32Array): number {
    let number = 0
    for (const { place, size } of places) number = number * size + (cells[place] ?? 0)
    return number
  }

  function wordsOf(cells: Int32Array, factOf: FactOf): string {
    const values = Array.from(related, (name) => factOf(name) ?? null)
    return JSON.stringify([places.map(({ place }) => cells[place]), values])
  }

  function judgeWith(facts: Facts): MatterJudgement {
    const { verdict, requirements: each } = judgeAdmission(
      requirements,
      createEvaluator(graph.situations, facts),
      new Map(),
    )
    const manual = each.filter(({ leftToPerson }) => leftToPerson).length
    return shared({ verdict, manual, missing: verdict === 'yes' ? [] : findMissing(facts), near: [] })
  }
}
