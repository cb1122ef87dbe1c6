import type { Calendar } from '../../calendar/calendar.ts'
import { type CivilDay, printCivilDate, yearOf } from '../../calendar/civil-date.ts'
import { civilDayAt, type Instant } from '../../calendar/instant.ts'
import { hashText } from '../../graph/hash-text.ts'

/** By which days off dates were counted (日历依据). */
export interface CalendarBasis {
  /** First and last day that mattered. */
  readonly from: string
  readonly to: string
  /** The years whose notice settles days among these, and the names of overlays that do. */
  readonly notices: readonly string[]
  /** Years among these that no notice settles yet. */
  readonly unsettledYears: readonly number[]
  /** Hash of which of these days are worked. */
  readonly hash: string
}

/** Says which notices settled the days between two moments (日历依据). */
export function calendarBasis(calendar: Calendar, from: Instant, to: Instant): CalendarBasis {
  const first = civilDayAt(from)
  const last = Math.max(first, civilDayAt(to))
  const notices = new Set<string>()
  const unsettled = new Set<number>()
  let worked = ''
  for (let day: CivilDay = first; day <= last; day++) {
    const { works, source } = calendar.statusOf(day)
    worked += works ? '1' : '0'
    if (source !== undefined) notices.add(source)
    if (!calendar.years.has(yearOf(day))) unsettled.add(yearOf(day))
  }
  return {
    from: printCivilDate(first),
    to: printCivilDate(last),
    notices: [...notices].sort(),
    unsettledYears: [...unsettled],
    hash: hashText(worked),
  }
}
