import { compare, type Rational } from '../base/rational.ts'
import type { LimitClass, Measuring } from '../graph/measuring.ts'
import type { SituationWitness } from '../graph/situation.ts'
import type { TimeLimit } from '../model/time-limit.ts'

/** A limit in force on the date of the report: the longest one, where it differs by situation. */
export interface LimitFigure {
  readonly rule: TimeLimit
  /** Unit: workdays. Null for 无法定时限. */
  readonly workdays: Rational | null
  /** Null where the limit holds in every situation. */
  readonly situation: SituationWitness | null
}

/** The longest of the limits that can apply (最长的时限); 无法定时限 is longer than any other. Null where there is none. */
export function longestLimit(
  measuring: Measuring,
  kind: 'statutory' | 'promised' | 'formerPromise',
): LimitFigure | null {
  const worst = measuring[kind]().reduce<LimitClass | undefined>(
    (best, candidate) => (best === undefined || isLonger(candidate, best) ? candidate : best),
    undefined,
  )
  if (worst === undefined) return null
  return { rule: worst.rule, workdays: worst.workdays ?? null, situation: measuring.witnessOf(worst.situations) }
}

function isLonger({ workdays: a }: LimitClass, { workdays: b }: LimitClass): boolean {
  return b !== undefined && (a === undefined || compare(a, b) > 0)
}
