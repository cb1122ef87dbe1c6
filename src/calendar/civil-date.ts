import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'

/**
 * A civil date (日期) as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar, negative before.
 * Dates are `YYYY-MM-DD` at the edge and these inside; no time zone and no `Date` takes part.
 * Invariant: an integer from {@link FIRST_DAY} to {@link LAST_DAY}.
 */
export type CivilDay = number

/** 0001-01-01. */
export const FIRST_DAY: CivilDay = -719162
/** 9999-12-31. */
export const LAST_DAY: CivilDay = 2932896

/** Year, month (1–12) and day of the month of a civil date. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

/** Reads `YYYY-MM-DD`; a date that does not exist (2026-02-30) is an error. A Temporal.PlainDate goes in as `String(it)`. */
export function parseCivilDate(text: string): Result<CivilDay, CalendarError> {
  const year = readDigits(text, 0, 4)
  const month = readDigits(text, 5, 7)
  const day = readDigits(text, 8, 10)
  const written = text.length === 10 && text[4] === '-' && text[7] === '-'
  return written && year > 0 && month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month)
    ? success(toCivilDay(year, month, day))
    : fail('bad-date', `“${text}”不是有效日期，应如“2026-09-28”`)
}

/** Writes a civil date as `YYYY-MM-DD`. */
export function printCivilDate(civilDay: CivilDay): string {
  const { year, month, day } = dateParts(civilDay)
  return `${TWO_DIGITS[(year / 100) | 0]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`
}

/** The civil date with these parts, which the caller knows to exist; month 13 is January of the next year. */
export function toCivilDay(year: number, month: number, day: number): CivilDay {
  // The year is taken to begin in March, so that the leap day is its last (H. Hinnant, chrono-compatible algorithms).
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1
  return y * 365 + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0) + dayOfYear - 719468
}

/** Year, month and day of a civil date. */
export function dateParts(civilDay: CivilDay): DateParts {
  const z = civilDay + 719468
  const era = (z / 146097) | 0
  const dayOfEra = z - era * 146097
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1,
  }
}

/** True within the years 1 to 9999; false for NaN and Infinity. */
export function isInRange(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

/** The year of a civil date. */
export function yearOf(civilDay: CivilDay): number {
  return dateParts(civilDay).year
}

/** True on Saturdays and Sundays. */
export function isWeekend(civilDay: CivilDay): boolean {
  // Day 0 was a Thursday; +10 keeps the remainder positive, so that 5 and 6 are the weekend.
  return ((civilDay % 7) + 10) % 7 >= 5
}

/** The number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  return toCivilDay(year, month + 1, 1) - toCivilDay(year, month, 1)
}

/** The number that these characters write in digits; NaN where one is none. A loop, at half the cost of a pattern. */
function readDigits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN
  }
  return value
}
