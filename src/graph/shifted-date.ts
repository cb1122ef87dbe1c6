import { parseCivilDate, printCivilDate } from '../calendar/civil-date.ts'
import type { Duration } from '../calendar/duration.ts'
import { addMonths } from '../calendar/months.ts'

/**
 * A date moved by a duration (日期加减时长): 自然日, 月 and 年.
 * Undefined where the date does not exist, the amount is not a whole number, or the unit needs a working calendar.
 */
export function shiftDate(date: string, direction: 'later' | 'earlier', duration: Duration): string | undefined {
  if (!('amount' in duration) || !/^\d{1,6}$/.test(duration.amount)) return undefined
  const day = parseCivilDate(date)
  if (!day.ok) return undefined
  const amount = Number(duration.amount) * (direction === 'later' ? 1 : -1)
  if (duration.unit === 'calendarDay') return print(day.value + amount)
  if (duration.unit === 'month') return print(addMonths(day.value, amount))
  return duration.unit === 'year' ? print(addMonths(day.value, 12 * amount)) : undefined
}

/** The civil date as text, if it lies in the years that four digits can write. */
function print(day: number | undefined): string | undefined {
  if (day === undefined) return undefined
  const text = printCivilDate(day)
  return parseCivilDate(text).ok ? text : undefined
}
