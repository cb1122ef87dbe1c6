import { type CivilDay, dateParts, daysInMonth, toCivilDay } from './civil-date.ts'

/**
 * The same day of the month so many months later, or earlier for a negative number (对应日); the last day of the month
 * where it has none. Months are added in one step: 31 January + 2 months is 31 March.
 *
 * Unit: months. Returns undefined where the result leaves the years 1 to 9999.
 * Legal source: 民法典第二百零二条.
 */
export function addMonths(day: CivilDay, months: number): CivilDay | undefined {
  return correspondingDay(day, months)?.day
}

/** The day that {@link addMonths} gives, whether it has the same number, and the last day of its month. */
export function correspondingDay(day: CivilDay, months: number) {
  const { year, month, day: dayOfMonth } = dateParts(day)
  const index = year * 12 + month - 1 + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12 + 1
  if (!(targetYear >= 1 && targetYear <= 9999)) return undefined
  const length = daysInMonth(targetYear, targetMonth)
  const beforeFirst = toCivilDay(targetYear, targetMonth, 0)
  return {
    day: beforeFirst + Math.min(dayOfMonth, length),
    exact: dayOfMonth <= length,
    lastOfMonth: beforeFirst + length,
  }
}
