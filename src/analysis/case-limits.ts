import { add, parseRational, printRational } from '../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../calendar/duration.ts'
import type { Evaluator } from '../graph/evaluate-condition.ts'
import { limitsInForce } from '../graph/limits-in-force.ts'
import type { Extension } from '../model/flow.ts'
import type { TimeLimit } from '../model/time-limit.ts'

/** The limit that counts for one case (适用的时限). */
export type CaseLimit =
  | { readonly kind: 'known'; readonly limit: Duration; readonly rule: TimeLimit }
  /** No line is in force, or none holds. */
  | { readonly kind: 'none' }
  /** Facts that the choice among the lines waits for. */
  | { readonly kind: 'open'; readonly neededFacts: readonly string[] }

/** The first line in force on a day whose 当 holds for the case, with the extensions that have been granted. */
export function limitOfCase(
  limits: readonly TimeLimit[],
  asOf: string | undefined,
  evaluator: Evaluator,
  extensions: readonly Extension[],
): CaseLimit {
  for (const rule of limitsInForce(limits, asOf)) {
    const truth = rule.when === undefined ? 'yes' : evaluator.truthOf(rule.when)
    if (truth === 'yes') return { kind: 'known', limit: extensions.reduce(extended, rule.limit), rule }
    if (truth === 'unknown' && rule.when !== undefined) {
      return { kind: 'open', neededFacts: evaluator.neededFor(rule.when) }
    }
  }
  return { kind: 'none' }
}

/** 延长 N adds, in working days where the units differ; 延长至 N sets. */
function extended(limit: Duration, { extendBy, extendTo }: Extension): Duration {
  if (extendTo !== undefined) return extendTo
  if (extendBy === undefined || !('amount' in limit) || !('amount' in extendBy)) return limit
  if (limit.unit === extendBy.unit) {
    const [a, b] = [parseRational(limit.amount), parseRational(extendBy.amount)]
    return a === undefined || b === undefined ? limit : { unit: limit.unit, amount: printRational(add(a, b)) }
  }
  const [a, b] = [limit, extendBy].map((each) => convertToWorkdays(each, DEFAULT_CONVERSION))
  return a === undefined || b === undefined ? limit : { unit: 'workday', amount: printRational(add(a, b)) }
}
