import { compare } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../../calendar/duration.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import type { Condition } from '../../model/condition.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { isSame } from './restated.ts'

/** True where one limit is longer than another (更长); units are converted by the usual table. */
export function isLonger(limit: Duration, than: Duration): boolean {
  const workdays = convertToWorkdays(limit, DEFAULT_CONVERSION)
  const allowed = convertToWorkdays(than, DEFAULT_CONVERSION)
  if (allowed === undefined) return false
  return workdays === undefined || compare(workdays, allowed) > 0
}

interface Limited {
  readonly limit: Duration
  readonly when?: Condition
}

/** A local limit and the one above that it exceeds. */
export interface Exceeding<T> {
  readonly local: T
  readonly above: T
}

/** The first limit that is longer than one above in a situation that both may cover. */
export function findLonger<T extends Limited>(local: readonly T[], above: readonly T[]): Exceeding<T> | undefined {
  for (const limit of local) {
    const exceeded = above.find((other) => mayMeet(limit.when, other.when) && isLonger(limit.limit, other.limit))
    if (exceeded !== undefined) return { local: limit, above: exceeded }
  }
  return undefined
}

/** The same for limits with dates: on every day, from a first one, on which either side changes. */
export function findLongerInTime(
  local: readonly TimeLimit[],
  above: readonly TimeLimit[],
  start: string | undefined,
): Exceeding<TimeLimit> | undefined {
  const changes = [...local, ...above].flatMap(({ from }) => from ?? [])
  const later = changes.filter((day) => start === undefined || day > start)
  for (const day of start === undefined && later.length > 0 ? later : [start, ...later]) {
    const found = findLonger(limitsInForce(local, day), limitsInForce(above, day))
    if (found !== undefined) return found
  }
  return undefined
}

/** Limits for different situations are not held against each other. */
function mayMeet(a: Condition | undefined, b: Condition | undefined): boolean {
  return a === undefined || b === undefined || isSame(a, b)
}

/** The limits of a lower level, followed by those above for the situations and days that it leaves out. */
export function inheritLimits<T extends Limited & { readonly from?: string; readonly to?: string }>(
  local: readonly T[],
  above: readonly T[],
): readonly T[] {
  const coversAll = local.some(({ when, from, to }) => when === undefined && from === undefined && to === undefined)
  return coversAll ? local : [...local, ...above]
}
