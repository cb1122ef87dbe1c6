import type { Calendar } from '../../calendar/calendar.ts'
import { isInRange, parseCivilDate } from '../../calendar/civil-date.ts'
import { type CountedUnit, parseDuration } from '../../calendar/duration.ts'
import { civilDayAt, type Instant, startOfDay } from '../../calendar/instant.ts'
import { addMonths } from '../../calendar/months.ts'
import { addWorkdays } from '../../calendar/workdays.ts'
import { CommandFailure } from '../command-failure.ts'

const MS_PER_MINUTE = 60_000
const OFFICE_OPENS = 9 * 60 * MS_PER_MINUTE

/** Reads a moment (时刻): `2026-09-28 09:30`, or a date alone, when the office opens at nine. Beijing time. */
export function readMoment(text: string): Instant {
  const [, date = '', hour, minute] = /^(\S+?)(?:[ T](\d{1,2}):(\d{2}))?$/.exec(text.trim()) ?? []
  const day = parseCivilDate(date)
  if (!day.ok || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) {
    throw new CommandFailure(`“${text.trim()}”不是时刻，请写成“2026-09-28”或者“2026-09-28 14:30”的样子`)
  }
  if (hour === undefined) return startOfDay(day.value) + OFFICE_OPENS
  return startOfDay(day.value) + (Number(hour) * 60 + Number(minute)) * MS_PER_MINUTE
}

/** A moment to set the clock to (拨钟), which is at `from` now. */
export function readLaterMoment(from: Instant, text: string): Instant {
  const moment = readMoment(text)
  if (moment - from <= MOST) return moment
  throw new CommandFailure(`“${text.trim()}”太远，一次最多过${MOST_YEARS}年`)
}

/** The moment after some time has passed (过一段时间): `3个工作日`, `2天`, `1个月`, `4小时`, at the same time of day. */
export function pass(from: Instant, text: string, calendar: Calendar): Instant {
  const duration = parseDuration(text.trim().replace(/天$/, '个自然日'))
  const isLength = duration !== undefined && 'amount' in duration
  const amount = isLength ? Number(duration.amount) : Number.NaN
  if (!isLength || (isWholeOnly(duration.unit) && !Number.isInteger(amount))) {
    throw new CommandFailure(`“${text.trim()}”不是一段时间，请写成“3个工作日”“2天”“4小时”的样子`)
  }
  const later = after(from, duration.unit, amount, calendar)
  if (later === undefined || !(later - from <= MOST)) {
    throw new CommandFailure(`“${text.trim()}”太长，一次最多过${MOST_YEARS}年`)
  }
  return Math.round(later)
}

/** How far the clock goes at once: no case lasts longer, and every day of it is counted. */
const MOST_YEARS = 30
const MOST = MOST_YEARS * 366 * 24 * 60 * MS_PER_MINUTE

function isWholeOnly(unit: CountedUnit): boolean {
  return unit !== 'hour' && unit !== 'minute'
}

/** Undefined where it leaves the years that dates have. */
function after(from: Instant, unit: CountedUnit, amount: number, calendar: Calendar): Instant | undefined {
  const day = civilDayAt(from)
  const timeOfDay = from - startOfDay(day)
  const on = (later: number | undefined) =>
    later === undefined || !isInRange(later) ? undefined : startOfDay(later) + timeOfDay
  if (unit === 'hour') return from + amount * 60 * MS_PER_MINUTE
  if (unit === 'minute') return from + amount * MS_PER_MINUTE
  if (unit === 'workday') return on(addWorkdays(calendar, day, amount))
  if (unit === 'calendarDay') return on(day + amount)
  return on(addMonths(day, unit === 'year' ? 12 * amount : amount))
}
