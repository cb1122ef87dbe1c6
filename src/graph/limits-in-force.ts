import { parseCivilDate, printCivilDate } from '../calendar/civil-date.ts'
import type { Condition } from '../model/condition.ts'
import type { TimeLimit } from '../model/time-limit.ts'

/**
 * The lines of 法定时限 or 承诺时限 that are in force on a day (当日有效的时限), in the order written:
 * of these the first whose 当 holds counts. Without a day: on the day when the newest line came into force.
 *
 * A later line replaces an earlier one for the same situation, and every earlier dated one when it has no 当 itself.
 */
export function limitsInForce(limits: readonly TimeLimit[], asOf: string | undefined): readonly TimeLimit[] {
  if (limits.length < 2) return limits.filter((limit) => isInForce(limit, asOf))
  const day = asOf ?? newestStart(limits)
  const current = limits.filter((limit) => isInForce(limit, day))
  return current.filter((limit) => !current.some((other) => replaces(other, limit)))
}

/**
 * The lines that were in force before the present ones (原承诺时限): on the day before the newest of these came into force.
 * None where the limits never changed.
 */
export function formerLimits(limits: readonly TimeLimit[], asOf: string | undefined): readonly TimeLimit[] {
  const start = newestStart(limitsInForce(limits, asOf))
  const day = start === undefined ? undefined : parseCivilDate(start)
  return day?.ok === true ? limitsInForce(limits, printCivilDate(day.value - 1)) : []
}

function isInForce({ from, to }: TimeLimit, day: string | undefined): boolean {
  return day === undefined || ((from === undefined || from <= day) && (to === undefined || day <= to))
}

function newestStart(limits: readonly TimeLimit[]): string | undefined {
  return limits.reduce<string | undefined>(
    (newest, { from }) => (from !== undefined && (newest === undefined || from > newest) ? from : newest),
    undefined,
  )
}

function replaces(later: TimeLimit, earlier: TimeLimit): boolean {
  if (later.from === undefined || later.from <= (earlier.from ?? '')) return false
  return sameCondition(later.when, earlier.when) || (later.when === undefined && earlier.from !== undefined)
}

function sameCondition(a: Condition | undefined, b: Condition | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b))
}
