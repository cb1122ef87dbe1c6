import { assertNever } from '../../base/assert-never.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import type { DayRange } from '../../calendar/day-range.ts'
import type { Course } from '../../calendar/deadline-course.ts'
import { MICRO } from '../../calendar/deadline-terms.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { type Instant, MS_PER_HOUR, startOfDay } from '../../calendar/instant.ts'
import { addOutside, countOutside } from '../../calendar/pauses.ts'
import { type ClockCount, expiryOf, workdaysOf } from './count-clock.ts'
import { type Fraction, type PreparedAlert, partOf } from './prepare-alerts.ts'

/** When something is due. */
export interface DueMoment {
  readonly moment: Instant
  /** The days that the moment rests on: where no notice has settled them it may still change (暂定). */
  readonly rests: readonly DayRange[]
}

/** When a clock that runs on comes to the point of a rule (预警的时刻); undefined where it never does, or stands still. */
export function alertMoment(
  { kind, amount }: PreparedAlert,
  count: ClockCount,
  course: Course,
  calendar: Calendar,
): DueMoment | undefined {
  switch (kind) {
    case 'used':
      return whenUsed(partOf(count.total, amount), count)
    case 'left':
      return count.unit === 'calendarDay'
        ? whenWorkdaysLeft(amount, count, course, calendar)
        : whenUsed(count.total - partOf(count.unit === 'ms' ? MS_PER_WORKDAY : MICRO, amount), count)
    case 'overdue':
      return whenOverdue(partOf(1, amount), count, course, calendar)
    default:
      return assertNever(kind)
  }
}

/** When a limit has run out: the first moment that is too late. */
export function expiry(course: Course): DueMoment {
  return { moment: expiryOf(course), rests: course.consulted }
}

/** By the usual conversion. */
const MS_PER_WORKDAY = (MS_PER_HOUR * Number(DEFAULT_CONVERSION.hour.den)) / Number(DEFAULT_CONVERSION.hour.num)

/** When so much is used; a limit that is not longer than what should be left has no such moment. */
function whenUsed(amount: number, { unit, scale, gaps, origin }: ClockCount): DueMoment | undefined {
  if (amount <= 0) return undefined
  const end = addOutside(gaps, scale, origin, unit === 'ms' ? amount : Math.ceil(amount / MICRO))
  if (!Number.isFinite(end)) return undefined
  if (unit === 'ms') return { moment: end, rests: [] }
  return { moment: startOfDay(end), rests: unit === 'workday' ? [{ from: origin + 1, to: end }] : [] }
}

/** Limits in natural days: the first day after which not more than so many working days are left. */
function whenWorkdaysLeft(
  { num, den }: Fraction,
  { gaps, origin }: ClockCount,
  { due, consulted }: Course,
  calendar: Calendar,
): DueMoment | undefined {
  const scale = workdaysOf(calendar)
  const isWithin = (day: number) => countOutside(gaps, scale, day, due) * den <= num
  if (isWithin(origin)) return undefined
  let day = due
  while (isWithin(day - 1)) day--
  return { moment: startOfDay(day), rests: [...consulted, { from: day, to: due }] }
}

/** When a limit is exceeded by so many working days; by none as soon as it is exceeded. */
function whenOverdue(workdays: number, { unit, gaps }: ClockCount, course: Course, calendar: Calendar) {
  if (workdays === 0) return expiry(course)
  const day = addOutside(unit === 'ms' ? [] : gaps, workdaysOf(calendar), course.due, workdays)
  if (!Number.isFinite(day)) return undefined
  return { moment: startOfDay(day), rests: [...course.consulted, { from: course.due, to: day }] }
}
