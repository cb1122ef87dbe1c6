import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, FIRST_DAY, LAST_DAY, parseCivilDate, printCivilDate } from './civil-date.ts'

/** A point in time (时刻). Unit: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const MS_PER_MINUTE = 60_000
export const MS_PER_HOUR = 3_600_000
export const MS_PER_DAY = 86_400_000
/**
 * Beijing time. Fixed since 1991-09-15; the summer times of 1986–1991 and the local mean time before 1901 are left out
 * on purpose, since no time limit that is still running began then.
 */
const BEIJING_OFFSET = 8 * MS_PER_HOUR

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):(\d\d))$/

/** Reads an instant with its offset from UTC: `2026-09-28T10:20:00+08:00`, `2026-09-28T02:20Z`. */
export function parseInstant(text: string): Result<Instant, CalendarError> {
  const match = INSTANT.exec(text)
  if (match === null) {
    return fail('bad-instant', `“${text}”不是时刻，请写成“2026-09-28T10:20:00+08:00”的样子，时区不能省略`)
  }
  const [, date = '', hours, minutes, seconds = '0', fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] =
    match
  const day = parseCivilDate(date)
  if (!day.ok) return day
  const [h, m, s, oh, om] = [
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(offsetHours),
    Number(offsetMinutes),
  ]
  if (h > 23 || m > 59 || s > 59 || oh > 23 || om > 59) {
    return fail('bad-instant', `“${text}”这个时刻不存在，请核对时、分、秒和时区`)
  }
  const offset = (oh * MS_PER_HOUR + om * MS_PER_MINUTE) * (sign === '-' ? -1 : 1)
  const time = h * MS_PER_HOUR + m * MS_PER_MINUTE + s * 1000 + Number(fraction.padEnd(3, '0'))
  const instant = day.value * MS_PER_DAY + time - offset
  const civilDay = civilDayAt(instant)
  if (civilDay < FIRST_DAY || civilDay > LAST_DAY) {
    return fail('bad-instant', `“${text}”换算成北京时间后超出公元1年至9999年`)
  }
  return success(instant)
}

/** Writes an instant in Beijing time: `2026-09-28T10:20:00+08:00`. */
export function printInstant(instant: Instant): string {
  const day = civilDayAt(instant)
  const time = instant - startOfDay(day)
  const two = (n: number) => String(n).padStart(2, '0')
  const ms = time % 1000
  const clock = [time / MS_PER_HOUR, (time / MS_PER_MINUTE) % 60, (time / 1000) % 60].map((n) => two(Math.floor(n)))
  return `${printCivilDate(day)}T${clock.join(':')}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}+08:00`
}

/** The civil date in Beijing at an instant. */
export function civilDayAt(instant: Instant): CivilDay {
  return Math.floor((instant + BEIJING_OFFSET) / MS_PER_DAY)
}

/** The instant at which a civil date begins in Beijing. */
export function startOfDay(day: CivilDay): Instant {
  return day * MS_PER_DAY - BEIJING_OFFSET
}
