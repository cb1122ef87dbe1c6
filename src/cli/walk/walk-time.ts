import type { Calendar } from '../../calendar/calendar.ts'
import { parseCivilDate } from '../../calendar/civil-date.ts'
import { type Duration, parseDuration } from '../../calendar/duration.ts'
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
  if (!day.ok) throw new CommandFailure(`“${text.trim()}”不是时刻，请写成“2026-09-28”或者“2026-09-28 14:30”的样子`)
  if (hour === undefined) return startOfDay(day.value) + OFFICE_OPENS
  return startOfDay(day.value) + (Number(hour) * 60 + Number(minute)) * MS_PER_MINUTE
}

/** The moment after some time has passed (过一段时间): `3个工作日`, `2天`, `1个月`, `4小时`, at the same time of day. */
export function pass(from: Instant, text: string, calendar: Calendar): Instant {
  const duration = parseDuration(text.trim().replace(/天$/, '个自然日'))
  const later = duration && after(from, duration, calendar)
  if (later === undefined) throw new CommandFailure(`“${text.trim()}”不是一段时间，请写成“3个工作日”“2天”“4小时”的样子`)
  return later
}

function after(from: Instant, duration: Duration, calendar: Calendar): Instant | undefined {
  if (!('amount' in duration)) return undefined
  const amount = Number(duration.amount)
  const day = civilDayAt(from)
  const timeOfDay = from - startOfDay(day)
  const on = (later: number | undefined) => (later === undefined ? undefined : startOfDay(later) + timeOfDay)
  if (duration.unit === 'hour') return from + amount * 60 * MS_PER_MINUTE
  if (duration.unit === 'minute') return from + amount * MS_PER_MINUTE
  if (!Number.isInteger(amount)) return undefined
  if (duration.unit === 'workday') return on(addWorkdays(calendar, day, amount))
  if (duration.unit === 'calendarDay') return on(day + amount)
  return on(addMonths(day, duration.unit === 'year' ? 12 * amount : amount))
}
