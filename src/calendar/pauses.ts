import { type Result, success } from '../base/result.ts'
import type { Calendar } from './calendar.ts'
import type { CalendarError } from './calendar-error.ts'
import type { CivilDay } from './civil-date.ts'
import { type DayRange, readDayRange } from './day-range.ts'
import { addWorkdays, countWorkdays } from './workdays.ts'

/**
 * Days that a clock leaves out (暂停计时, 不计入期限的时间): both end days belong to it. Without `to` it is still going on.
 *
 * Legal source: 行政许可法第四十五条. The statutes do not say which end days belong, so the dates are explicit.
 */
export interface Pause {
  readonly from: string
  readonly to?: string | undefined
}

/** Reads pauses and puts them in the order of their beginning; one that still goes on ends at Infinity. */
export function readPauses(pauses: readonly Pause[]): Result<readonly DayRange[], CalendarError> {
  const ranges: DayRange[] = []
  for (const { from, to } of pauses) {
    const range = readDayRange(from, to ?? from)
    if (!range.ok) return range
    ranges.push(to === undefined ? { ...range.value, to: Number.POSITIVE_INFINITY } : range.value)
  }
  return success(ranges.sort((a, b) => a.from - b.from))
}

/** True on a day that is left out. */
export function isPaused(pauses: readonly DayRange[], day: CivilDay): boolean {
  return pauses.some(({ from, to }) => from <= day && day <= to)
}

/** A line to count on: natural days, working days or milliseconds (计时尺度). Its numbers are where a unit ends. */
export interface Scale {
  /** NaN where the result leaves the years 1 to 9999. */
  readonly add: (at: number, count: number) => number
  readonly count: (from: number, to: number) => number
}

/** Natural days, and milliseconds. */
export const NATURAL: Scale = { add: (at, count) => at + count, count: (from, to) => to - from }

/** The working days of a calendar. */
export function workdayScale(calendar: Calendar): Scale {
  return {
    add: (at, count) => addWorkdays(calendar, at, count) ?? Number.NaN,
    count: (from, to) => countWorkdays(calendar, from, to),
  }
}

/**
 * Adds to a point of a scale from which gaps (after `from`, through `to`) are cut out; Infinity in a gap without end.
 * The gaps stand in the order of their beginning; where they overlap, their union counts.
 */
export function addOutside(gaps: readonly DayRange[], { add, count }: Scale, start: number, amount: number): number {
  let at = start
  let left = amount
  for (const { from, to } of gaps) {
    if (to <= at) continue
    const end = add(at, left)
    if (end <= from || left <= 0) return end
    if (to === Number.POSITIVE_INFINITY) return to
    if (from > at) left -= count(at, from)
    at = to
  }
  return add(at, left)
}

/**
 * How much of a stretch (after `from`, through `to`) lies outside gaps: what {@link addOutside} adds. The gaps stand in
 * the order of their beginning; where they overlap, their union counts.
 */
export function countOutside(gaps: readonly DayRange[], { count }: Scale, from: number, to: number): number {
  let at = from
  let counted = 0
  for (const gap of gaps) {
    if (gap.from >= to) break
    if (gap.to <= at) continue
    if (gap.from > at) counted += count(at, gap.from)
    at = gap.to
    if (at >= to) return counted
  }
  return to > at ? counted + count(at, to) : counted
}
