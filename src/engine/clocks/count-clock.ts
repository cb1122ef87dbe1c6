import { type Result, success } from '../../base/result.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { type CalendarError, fail } from '../../calendar/calendar-error.ts'
import { printCivilDate } from '../../calendar/civil-date.ts'
import type { DayRange } from '../../calendar/day-range.ts'
import { type Course, runCourse, startOfHours } from '../../calendar/deadline-course.ts'
import { type DeadlineTerms, type Leg, MICRO, readLegs } from '../../calendar/deadline-terms.ts'
import type { Duration } from '../../calendar/duration.ts'
import { civilDayAt, type Instant, printInstant, startOfDay } from '../../calendar/instant.ts'
import { countOutside, NATURAL, type Scale, workdayScale } from '../../calendar/pauses.ts'
import type { LedgerPause } from '../case-state.ts'
import type { Clock } from './clock.ts'

/** A clock made ready for counting (备好的时钟): a line of days or of milliseconds from which its pauses are cut out. */
export interface ClockCount {
  readonly terms: DeadlineTerms
  readonly unit: 'workday' | 'calendarDay' | 'ms'
  readonly scale: Scale
  /** After `from`, through `to`; days or milliseconds like the scale. */
  readonly gaps: readonly DayRange[]
  /** The point of the scale after which it counts. */
  readonly origin: number
  /** Limit and extensions together. Unit: millionths of a day, or milliseconds. */
  readonly total: number
  /** How it ran to its end; fails while the clock stands still. */
  readonly course: Result<Course, CalendarError>
}

/** Counts a clock (计时). Fails where there is no limit in the sense of the law, or one that cannot be counted. */
export function countClock(clock: Clock, limit: Duration, calendar: Calendar): Result<ClockCount, CalendarError> {
  const legs = clock.extensions.length === 0 ? legsOf(limit) : readLegs(budgetOf(clock, limit), 1)
  if (!legs.ok) return legs
  const [leg, ...further] = legs.value
  if (further.length > 0 && legs.value.some(({ unit }) => unit === 'ms')) {
    return fail('bad-extension', '小时、分钟的时限只能以小时、分钟延长')
  }
  const terms = termsOf(clock, limit, legs.value)
  const course = runCourse(terms, calendar)
  if (leg?.unit === 'ms') {
    const gaps = terms.pausedMoments ?? []
    const origin = startOfHours(terms)
    return success({ terms, unit: 'ms', scale: NATURAL, gaps, origin, total: leg.amount, course })
  }
  const unit = leg === undefined || (further.length === 0 && leg.unit === 'workday') ? 'workday' : 'calendarDay'
  const count = {
    terms,
    unit,
    scale: unit === 'workday' ? workdaysOf(calendar) : NATURAL,
    gaps: terms.pauses.map(({ from, to }) => ({ from: from - 1, to })),
    origin: terms.profile.countsFirstDay && leg !== undefined ? terms.start - 1 : terms.start,
    course,
  } as const
  const plain = leg === undefined || (further.length === 0 && leg.unit !== 'month')
  const total = plain ? (leg?.amount ?? 0) : spanOf(count, calendar)
  return total === undefined ? fail('out-of-range', '结果超出公元1年至9999年') : success({ ...count, total })
}

const workdayScales = new WeakMap<Calendar, Scale>()

/** The working days of a calendar, made once for each. */
export function workdaysOf(calendar: Calendar): Scale {
  let scale = workdayScales.get(calendar)
  if (scale === undefined) {
    scale = workdayScale(calendar)
    workdayScales.set(calendar, scale)
  }
  return scale
}

/** The first moment that is too late: the day after the last, or the moment after the last in hours. */
export function expiryOf({ due, dueAt }: Course): Instant {
  return dueAt === undefined ? startOfDay(due + 1) : dueAt + 1
}

/** The last day in time, of limits in hours the last moment. */
export function printDue({ due, dueAt }: Course): string {
  return dueAt === undefined ? printCivilDate(due) : printInstant(dueAt)
}

type Legs = ReturnType<typeof readLegs>

const legsOfLimits = new WeakMap<Duration, Legs>()

/** The legs of a limit as it stands in the definition, read once. */
function legsOf(limit: Duration): Legs {
  let legs = legsOfLimits.get(limit)
  if (legs === undefined) {
    legs = readLegs([limit], 1)
    legsOfLimits.set(limit, legs)
  }
  return legs
}

/** The limit with what has been granted on top, in the order of granting; 延长至 takes the place of all before it. */
function budgetOf({ extensions }: Clock, limit: Duration): readonly Duration[] {
  let budget = [limit]
  for (const { extendBy, extendTo } of extensions) {
    if (extendTo !== undefined) budget = [extendTo]
    else if (extendBy !== undefined) budget.push(extendBy)
  }
  return budget
}

function termsOf(clock: Clock, limit: Duration, legs: readonly Leg[]): DeadlineTerms {
  const { start, profile } = clock
  const timed = legs[0]?.unit === 'ms'
  return {
    start: civilDayAt(start),
    startAt: timed ? start : Number.NaN,
    legs,
    direction: 1,
    inHours: timed && limit.unit === 'hour',
    profile,
    roll: profile.roll ?? 'afterRest',
    pauses: pausedDays(clock),
    ...(timed && { pausedMoments: pausedMoments(clock) }),
  }
}

/**
 * The days that pauses leave out: the day after the event that began one through the day of the event that ended it, as
 * the day of an event is never counted. What begins after the stop is ignored, and what goes on ends with it.
 */
export function pausedDays({ pauses, stop }: Clock): readonly DayRange[] {
  if (pauses.length === 0) return []
  return endBefore(pauses, stop).flatMap(({ from, to }) => {
    const range = { from: civilDayAt(from) + 1, to: to === Number.POSITIVE_INFINITY ? to : civilDayAt(to) }
    return range.from <= range.to ? [range] : []
  })
}

/** The moments between which a clock in hours stands still. */
export function pausedMoments({ pauses, stop }: Clock): readonly DayRange[] {
  return endBefore(pauses, stop)
}

function endBefore(pauses: readonly LedgerPause[], stop = Number.POSITIVE_INFINITY): readonly DayRange[] {
  return pauses.flatMap(({ from, to = Number.POSITIVE_INFINITY }) =>
    from < stop ? [{ from, to: Math.min(to, stop) }] : [],
  )
}

/**
 * The natural days that months, years and what is mixed come to; undefined where they lead beyond the calendar. A pause that
 * goes on does not lengthen them.
 */
function spanOf(count: Omit<ClockCount, 'total' | 'unit'>, calendar: Calendar): number | undefined {
  const { terms, gaps, origin } = count
  const closed = (ranges: readonly DayRange[]) => ranges.filter(({ to }) => to !== Number.POSITIVE_INFINITY)
  const course = count.course.ok ? count.course : runCourse({ ...terms, pauses: closed(terms.pauses) }, calendar)
  if (!course.ok) return undefined
  const { nominal, dayPart } = course.value
  return countOutside(closed(gaps), NATURAL, origin, nominal) * MICRO - (MICRO - dayPart)
}
