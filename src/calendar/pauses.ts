import { type Result, success } from '../base/result.ts'
import type { DayRange } from './arrangement.ts'
import type { Calendar } from './calendar.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, parseCivilDate } from './civil-date.ts'
import { type Instant, startOfDay } from './instant.ts'
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

/** Pauses in order of time, overlaps and neighbours united; one that still goes on ends at Infinity. */
export type UnitedPauses = readonly DayRange[]

/** Reads and unites pauses (暂停取并集). */
export function unitePauses(pauses: readonly Pause[]): Result<UnitedPauses, CalendarError> {
  const ranges: DayRange[] = []
  for (const { from, to } of pauses) {
    const first = parseCivilDate(from)
    if (!first.ok) return first
    const last = to === undefined ? success(Number.POSITIVE_INFINITY) : parseCivilDate(to)
    if (!last.ok) return last
    if (last.value < first.value) return fail('bad-pause', `暂停的止日${to}早于起日${from}，请核对`)
    ranges.push({ from: first.value, to: last.value })
  }
  ranges.sort((a, b) => a.from - b.from)
  const united: DayRange[] = []
  for (const range of ranges) {
    const last = united.at(-1)
    if (last === undefined || range.from > last.to + 1) united.push(range)
    else united[united.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return success(united)
}

/** True on a day that is left out. */
export function isPaused(pauses: UnitedPauses, day: CivilDay): boolean {
  return pauses.some(({ from, to }) => from <= day && day <= to)
}

/** The n-th day after a day, paused days left out. Unit: calendarDays. Infinity where a pause that goes on comes first. */
export function addUnpausedDays(pauses: UnitedPauses, day: CivilDay, count: number): CivilDay {
  return addOutside(
    pauses.map(({ from, to }) => ({ from: from - 1, to })),
    day,
    count,
  )
}

/** The instant so much later, paused days left out. Unit: milliseconds. Infinity as for {@link addUnpausedDays}. */
export function addUnpausedTime(pauses: UnitedPauses, instant: Instant, duration: number): Instant {
  return addOutside(
    pauses.map(({ from, to }) => ({ from: startOfDay(from), to: startOfDay(to + 1) })),
    instant,
    duration,
  )
}

/**
 * The n-th working day after a day, paused days left out. Unit: workdays. Infinity as for {@link addUnpausedDays};
 * undefined where the result leaves the years 1 to 9999.
 */
export function addUnpausedWorkdays(
  calendar: Calendar,
  pauses: UnitedPauses,
  day: CivilDay,
  count: number,
): CivilDay | undefined {
  let at = day
  let left = count
  for (const { from, to } of pauses) {
    if (to <= at) continue
    const end = addWorkdays(calendar, at, left)
    if (left === 0 || (end !== undefined && end < from)) return end
    if (to === Number.POSITIVE_INFINITY) return to
    if (from - 1 > at) left -= countWorkdays(calendar, at, from - 1)
    at = to
  }
  return addWorkdays(calendar, at, left)
}

/** `at + count` on a line from which the gaps (after `from`, through `to`) are cut out. */
function addOutside(gaps: readonly DayRange[], at: number, count: number): number {
  let position = at
  let left = count
  for (const { from, to } of gaps) {
    if (to <= position) continue
    const free = Math.max(from - position, 0)
    if (left <= free) break
    left -= free
    position = to
  }
  return position + left
}
