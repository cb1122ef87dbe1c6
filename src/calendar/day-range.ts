import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, parseCivilDate } from './civil-date.ts'

/** First and last day of a stretch, both included (日期段). */
export interface DayRange {
  readonly from: CivilDay
  readonly to: CivilDay
}

/** Reads the first and the last day of a stretch. */
export function readDayRange(first: string, last: string): Result<DayRange, CalendarError> {
  const from = parseCivilDate(first)
  const to = parseCivilDate(last)
  if (!from.ok) return from
  if (!to.ok) return to
  return to.value < from.value
    ? fail('bad-range', `止日${last}早于起日${first}`)
    : success({ from: from.value, to: to.value })
}

/** Reads `2026-05-01` or `2026-05-01/2026-05-05`, whose end may leave out what it shares with the beginning: `/05`. */
export function parseDayRange(text: string): Result<DayRange, CalendarError> {
  const slash = text.indexOf('/')
  const [first, last] = slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)]
  return readDayRange(first, first.slice(0, -last.length || undefined) + last)
}
