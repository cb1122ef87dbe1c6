import { multiply, parseRational, type Rational, rational } from '../../base/rational.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import type { DayRange } from '../../calendar/day-range.ts'
import { type Course, runCourse } from '../../calendar/deadline-course.ts'
import { MICRO } from '../../calendar/deadline-terms.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { type Instant, MS_PER_HOUR, startOfDay } from '../../calendar/instant.ts'
import { findProvisional } from '../../calendar/known-days.ts'
import { addOutside, countOutside, workdayScale } from '../../calendar/pauses.ts'
import type { AlertRule } from './alert-rule.ts'
import { type ClockCount, expiryOf } from './count-clock.ts'

/** When something is due, and whether that may still change because a notice is missing (暂定). */
export interface DueMoment {
  readonly moment: Instant
  readonly provisional: boolean
}

/** When a clock that runs on comes to the point of a rule (预警的时刻); undefined where it never does, or stands still. */
export function alertMoment(rule: AlertRule, count: ClockCount, calendar: Calendar): DueMoment | undefined {
  if (!count.course.ok) return undefined
  const course = count.course.value
  const { when } = rule
  switch (when.kind) {
    case 'used':
      return whenUsed(scaled(count.total, amountOf(when.percent), 100), count, calendar)
    case 'left':
      return count.unit === 'calendarDay'
        ? whenWorkdaysLeft(amountOf(when.workdays), count, course, calendar)
        : whenUsed(count.total - unitsOf(when.workdays, count), count, calendar)
    case 'overdue':
      return whenOverdue(Math.ceil(Number(when.workdays)), count, course, calendar)
  }
}

/** When a limit has run out: the first moment that is too late. */
export function expiry(course: Course, calendar: Calendar): DueMoment {
  return { moment: expiryOf(course), provisional: findProvisional(calendar, course.consulted) !== undefined }
}

/** When so much is used; a limit that is not longer than what should be left has no such moment. */
function whenUsed(amount: number, count: ClockCount, calendar: Calendar): DueMoment | undefined {
  if (amount <= 0) return undefined
  const { unit, terms } = count
  const course = runCourse({ ...terms, legs: [{ unit, amount }], roll: 'none' }, calendar)
  if (!course.ok) return undefined
  const { nominal, dueAt, consulted } = course.value
  return { moment: dueAt ?? startOfDay(nominal), provisional: isProvisional(calendar, consulted) }
}

/** Limits in natural days: the first day after which not more than so many working days are left. */
function whenWorkdaysLeft(
  workdays: Rational,
  { gaps, origin }: ClockCount,
  { due, consulted }: Course,
  calendar: Calendar,
): DueMoment | undefined {
  const scale = workdayScale(calendar)
  const isWithin = (day: number) => BigInt(countOutside(gaps, scale, day, due)) * workdays.den <= workdays.num
  if (isWithin(origin)) return undefined
  let day = due
  while (isWithin(day - 1)) day--
  const ranges = [...consulted, { from: day, to: due }]
  return { moment: startOfDay(day), provisional: isProvisional(calendar, ranges) }
}

/** When a limit is exceeded by so many working days; by none as soon as it is exceeded. */
function whenOverdue(workdays: number, { unit, gaps }: ClockCount, course: Course, calendar: Calendar) {
  const expires = expiry(course, calendar)
  if (workdays === 0) return expires
  const day = addOutside(unit === 'ms' ? [] : gaps, workdayScale(calendar), course.due, workdays)
  if (!Number.isFinite(day)) return undefined
  const provisional = expires.provisional || isProvisional(calendar, [{ from: course.due, to: day }])
  return { moment: startOfDay(day), provisional }
}

function isProvisional(calendar: Calendar, ranges: readonly DayRange[]): boolean {
  return findProvisional(calendar, ranges) !== undefined
}

/** Working days in the units of a clock: millionths of a day, or milliseconds by the usual conversion. */
function unitsOf(workdays: string, { unit }: ClockCount): number {
  if (unit !== 'ms') return scaled(MICRO, amountOf(workdays), 1)
  return scaled(MS_PER_HOUR, multiply(amountOf(workdays), HOURS_PER_WORKDAY), 1)
}

const HOURS_PER_WORKDAY = /* @__PURE__ */ rational(DEFAULT_CONVERSION.hour.den, DEFAULT_CONVERSION.hour.num)

/** So many parts of an amount, rounded up. */
function scaled(amount: number, { num, den }: Rational, parts: number): number {
  const product = BigInt(amount) * num
  const divisor = den * BigInt(parts)
  return Number((product + divisor - 1n) / divisor)
}

function amountOf(text: string): Rational {
  const amount = parseRational(text)
  if (amount === undefined) throw new RangeError(`an alert rule cannot have the amount ${text}`)
  return amount
}
