import { type Result, success } from '../base/result.ts'
import type { Calendar } from './calendar.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, isInRange, printCivilDate } from './civil-date.ts'
import type { DayRange } from './day-range.ts'
import { type DeadlineTerms, type Leg, MICRO } from './deadline-terms.ts'
import { civilDayAt, type Instant, MS_PER_HOUR, startOfDay } from './instant.ts'
import { correspondingDay } from './months.ts'
import { addOutside, isPaused, NATURAL, workdayScale } from './pauses.ts'
import { LONG_REST } from './profiles.ts'
import { isWorkday } from './workdays.ts'

/** How a limit ran (计时经过). */
export interface Course {
  readonly terms: DeadlineTerms
  /** The last day of each leg, as the trace needs it. */
  readonly stages: readonly Stage[]
  /** The last day before it was moved (未顺延的末日). */
  readonly nominal: CivilDay
  readonly due: CivilDay
  /** Hours and minutes only: when the count ends. */
  readonly dueAt?: Instant
  /** How much of the nominal last day belongs to the limit: half of it for 2.5 working days. Unit: millionths of a day. */
  readonly dayPart: number
  /** The days whose kind decided the result. */
  readonly consulted: readonly DayRange[]
}

/** One leg and the last day it reaches. */
interface Stage {
  readonly unit: Leg['unit']
  readonly through: CivilDay
}

/** Counts a limit to its end. */
export function runCourse(terms: DeadlineTerms, calendar: Calendar): Result<Course, CalendarError> {
  const { start, legs, direction, profile, pauses, roll } = terms
  const [leg] = legs
  if (leg?.unit === 'ms') return runTime(terms, leg.amount)

  const gaps = pauses.map(({ from, to }) => ({ from: from - 1, to }))
  const workdays = workdayScale(calendar)
  const stages: Stage[] = []
  const consulted: DayRange[] = []
  // The day of the event is used up before the count begins, unless the statute counts it.
  let day = profile.countsFirstDay && leg !== undefined ? start - direction : start
  let dayPart = MICRO
  for (const { unit, amount } of legs) {
    const before = day
    if (unit === 'month') {
      day = addOutside(gaps, NATURAL, day, monthsAfter(day, direction * amount, terms) - day)
    } else {
      const scale = unit === 'workday' ? workdays : NATURAL
      // What is left of a rest day is no part of a working day.
      const used = unit === 'workday' && !isWorkday(calendar, day) ? MICRO : dayPart
      const days = Math.ceil((used + amount) / MICRO) - 1
      dayPart = used + amount - days * MICRO
      day = addOutside(gaps, scale, day, direction * days)
    }
    if (!isInRange(day)) return failToEnd(terms, day)
    if (unit === 'workday') {
      const first = day === before ? day : before + direction
      consulted.push({ from: Math.min(first, day), to: Math.max(first, day) })
    }
    stages.push({ unit, through: day })
  }

  const nominal = day
  if (roll !== 'none' && direction > 0) {
    const lengthens = roll === 'longRests' && legs.every(({ unit }) => unit === 'calendarDay')
    const longRests = lengthens ? countLongRests(calendar, terms, nominal) : 0
    day = addOutside(gaps, workdays, day, longRests || (isWorkday(calendar, day) ? 0 : 1))
    if (!isInRange(day)) return failToEnd(terms, day)
    consulted.push({ from: lengthens ? Math.min(start + 1, nominal) : nominal, to: day })
  }
  return success({ terms, stages, nominal, due: day, dayPart, consulted })
}

/** The end of a limit in months, without pauses; NaN out of range. */
function monthsAfter(day: CivilDay, months: number, { profile, direction }: DeadlineTerms): CivilDay {
  // A statute that counts the first day ends on the day before the corresponding day, or on the last of the month.
  const firstDay = profile.countsFirstDay ? direction : 0
  const end = correspondingDay(day + firstDay, months)
  if (end === undefined) return Number.NaN
  if (profile.lastDayToLastDay && correspondingDay(day, 0)?.lastOfMonth === day) return end.lastOfMonth
  return end.exact ? end.day - firstDay : end.day
}

/** Rest days inside a term in runs of {@link LONG_REST} or more. Legal source: 税收征收管理法实施细则第一百零九条. */
function countLongRests(calendar: Calendar, { start, pauses }: DeadlineTerms, nominal: CivilDay): number {
  let total = 0
  let run = 0
  for (let day = start + 1; day <= nominal + 1; day++) {
    const rests = day <= nominal && !isPaused(pauses, day) && !isWorkday(calendar, day)
    if (!rests && run >= LONG_REST) total += run
    run = rests ? run + 1 : 0
  }
  return total
}

function runTime(terms: DeadlineTerms, ms: number): Result<Course, CalendarError> {
  const { direction, pauses, pausedMoments } = terms
  const gaps = pausedMoments ?? pauses.map(({ from, to }) => ({ from: startOfDay(from), to: startOfDay(to + 1) }))
  const dueAt = addOutside(gaps, NATURAL, startOfHours(terms), direction * ms)
  const due = civilDayAt(dueAt)
  if (!isInRange(due)) return failToEnd(terms, due)
  const stages = [{ unit: 'ms', through: due }] as const
  return success({ terms, stages, nominal: due, due, dueAt, dayPart: MICRO, consulted: [] })
}

/** The moment from which hours and minutes run. */
export function startOfHours({ startAt, direction, inHours, profile }: DeadlineTerms): Instant {
  // Backward the hour left out is the one begun before the moment.
  const hour = Math.floor(startAt / MS_PER_HOUR) + (direction > 0 ? 1 : 0)
  return inHours && profile.leavesOutStartingHour ? hour * MS_PER_HOUR : startAt
}

function failToEnd({ pauses }: DeadlineTerms, reached: number) {
  const open = reached === Number.POSITIVE_INFINITY && pauses.find(({ to }) => to === reached)
  return open
    ? fail('still-paused', `${printCivilDate(open.from)}起暂停计时，恢复后才有到期日`)
    : fail('out-of-range', '结果超出公元1年至9999年')
}
