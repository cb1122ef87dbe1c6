import { type CivilDay, dateParts, daysInMonth, toCivilDay } from './civil-date.ts'

/**
 * The same day of the month so many months later, or earlier for a negative number (对应日); the last day of the month
 * where it has none. Months are added in one step: 31 January + 2 months is 31 March.
 *
 * Unit: months. Returns undefined where the result leaves the years 1 to 9999.
 * Legal source: 民法典第二百零二条.
 */
export function addMonths(day: CivilDay, months: number): CivilDay | undefined {
  const target = targetMonth(day, months)
  return target && toCivilDay(target.year, target.month, Math.min(dateParts(day).day, target.length))
}

/**
 * As {@link addMonths}, but from the last day of a month to the last day of the other (28 February + 1 month is
 * 31 March).
 *
 * Legal source: 最高人民法院关于适用刑事诉讼法的解释第二百零二条.
 */
export function addMonthsLastToLast(day: CivilDay, months: number): CivilDay | undefined {
  const { year, month, day: dayOfMonth } = dateParts(day)
  const target = targetMonth(day, months)
  if (target === undefined || dayOfMonth !== daysInMonth(year, month)) return addMonths(day, months)
  return toCivilDay(target.year, target.month, target.length)
}

/** True where the month so many months later has the day's number (有相应日). */
export function hasCorrespondingDay(day: CivilDay, months: number): boolean {
  const target = targetMonth(day, months)
  return target !== undefined && dateParts(day).day <= target.length
}

function targetMonth(day: CivilDay, months: number) {
  const { year, month } = dateParts(day)
  const index = year * 12 + month - 1 + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  if (!(target.year >= 1 && target.year <= 9999)) return undefined
  return { ...target, length: daysInMonth(target.year, target.month) }
}
