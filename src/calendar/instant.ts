import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, isInRange, parseCivilDate } from './civil-date.ts'

/** A point in time (时刻). Unit: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000
/**
 * Beijing time. Fixed since 1991-09-15; the summer times of 1986–1991 and the local mean time before 1901 are left out
 * on purpose, since no time limit that is still running began then.
 */
const BEIJING_OFFSET = 8 * MS_PER_HOUR

const INSTANT = /^(.{10})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Reads an instant with its offset from UTC: `2026-09-28T10:20:00+08:00`, `2026-09-28T02:20Z`. */
export function parseInstant(text: string): Result<Instant, CalendarError> {
  const date = INSTANT.exec(text)?.[1]
  // Date.parse takes 30 February for 2 March, so the date is read by itself; with an offset no local zone takes part.
  const instant = date !== undefined && parseCivilDate(date).ok ? Date.parse(text) : Number.NaN
  return isInRange(civilDayAt(instant))
    ? success(instant)
    : fail('bad-instant', `“${text}”不是有效时刻，应如“2026-09-28T10:20:00+08:00”`)
}

/** Writes an instant in Beijing time: `2026-09-28T10:20:00+08:00`. */
export function printInstant(instant: Instant): string {
  return new Date(instant + BEIJING_OFFSET).toISOString().replace(/(\.000)?Z$/, '+08:00')
}

/** The civil date in Beijing at an instant. */
export function civilDayAt(instant: Instant): CivilDay {
  return Math.floor((instant + BEIJING_OFFSET) / MS_PER_DAY)
}

/** The instant at which a civil date begins in Beijing. */
export function startOfDay(day: CivilDay): Instant {
  return day * MS_PER_DAY - BEIJING_OFFSET
}
