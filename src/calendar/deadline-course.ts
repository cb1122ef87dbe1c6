import { add, ONE, type Rational, rational, subtract } from '../base/rational.ts'
import { type Result, success } from '../base/result.ts'
import type { DayRange } from './arrangement.ts'
import type { Calendar } from './calendar.ts'
import { type CalendarError, fail, failOutOfRange } from './calendar-error.ts'
import { type CivilDay, FIRST_DAY, LAST_DAY, printCivilDate } from './civil-date.ts'
import type { DeadlineTerms, Leg } from './deadline-terms.ts'
import { civilDayAt, type Instant, MS_PER_HOUR } from './instant.ts'
import { addMonths, addMonthsLastToLast, hasCorrespondingDay } from './months.ts'
import { addUnpausedDays, addUnpausedTime, addUnpausedWorkdays, isPaused } from './pauses.ts'
import { LONG_REST } from './profiles.ts'
import { addWorkdays, isWorkday } from './workdays.ts'

/** How a limit ran (计时经过). */
export interface Course {
  readonly terms: DeadlineTerms
  /** The end of each leg, as the trace needs it. */
  readonly stages: readonly Stage[]
  /** The last day before it was moved (未顺延的末日). */
  readonly nominal: CivilDay
  readonly due: CivilDay
  /** Hours and minutes only: when the count began and when it ends. */
  readonly time: { readonly from: Instant; readonly to: Instant } | undefined
  /** How much of the nominal last day belongs to the limit: 1, or 1/2 for 2.5 working days. */
  readonly dayPart: Rational
  /** The days whose kind decided the result. */
  readonly consulted: readonly DayRange[]
}

/** One leg and the last day it reaches. */
export interface Stage {
  readonly unit: Leg['unit']
  readonly through: CivilDay
}

/** Where the count stands: the day reached and how much of it is used up. */
interface Cursor {
  readonly day: CivilDay
  readonly used: Rational
}

/** Counts a limit to its end. */
export function runCourse(terms: DeadlineTerms, calendar: Calendar): Result<Course, CalendarError> {
  const [leg] = terms.legs
  if (leg?.unit === 'time') return runTime(terms, leg.ms)
  return terms.backward ? runBackward(terms, calendar) : runForward(terms, calendar)
}

function runForward(terms: DeadlineTerms, calendar: Calendar): Result<Course, CalendarError> {
  const { start, legs, profile, pauses } = terms
  // The day of the event is used up before the count begins, unless the statute counts it.
  const first = profile.firstDay === 'included' && legs.length > 0 ? start - 1 : start
  let cursor: Cursor = { day: first, used: ONE }
  const stages: Stage[] = []
  const consulted: DayRange[] = []
  for (const leg of legs) {
    const next = advance(cursor, leg, terms, calendar)
    if (next === undefined || !inRange(next.day)) return failToEnd(terms, next?.day)
    if (leg.unit === 'workday') consulted.push({ from: Math.min(cursor.day + 1, next.day), to: next.day })
    cursor = next
    stages.push({ unit: leg.unit, through: cursor.day })
  }
  const nominal = cursor.day
  let due: CivilDay | undefined = nominal
  if (terms.roll !== 'none') {
    const lengthens = terms.roll === 'longRests' && legs.every(({ unit }) => unit === 'calendarDay')
    const longRests = lengthens ? countLongRests(calendar, terms, nominal) : 0
    due =
      longRests > 0 ? addUnpausedWorkdays(calendar, pauses, nominal, longRests) : afterRest(calendar, terms, nominal)
    if (due === undefined || !inRange(due)) return failToEnd(terms, due)
    consulted.push({ from: lengthens ? Math.min(start + 1, nominal) : nominal, to: due })
  }
  return success({ terms, stages, nominal, due, time: undefined, dayPart: cursor.used, consulted })
}

function advance(cursor: Cursor, leg: Leg, terms: DeadlineTerms, calendar: Calendar): Cursor | undefined {
  const { pauses, profile } = terms
  if (leg.unit === 'month') {
    const end = monthsAfter(cursor.day, leg.months, profile)
    if (end === undefined) return undefined
    return { day: addUnpausedDays(pauses, cursor.day, end - cursor.day), used: cursor.used }
  }
  if (leg.unit === 'time') return undefined
  const restPart = leg.unit === 'workday' && cursor.used.den !== 1n && !isWorkday(calendar, cursor.day)
  const position = add(restPart ? ONE : cursor.used, leg.amount)
  const wholeDays = (position.num + position.den - 1n) / position.den - 1n
  const count = Number(wholeDays)
  const day =
    leg.unit === 'workday'
      ? addUnpausedWorkdays(calendar, pauses, cursor.day, count)
      : addUnpausedDays(pauses, cursor.day, count)
  return day === undefined ? undefined : { day, used: subtract(position, rational(wholeDays)) }
}

function monthsAfter(
  day: CivilDay,
  months: number,
  { firstDay, months: rule }: DeadlineTerms['profile'],
): CivilDay | undefined {
  const add = rule === 'lastDayToLastDay' ? addMonthsLastToLast : addMonths
  if (firstDay === 'excluded') return add(day, months)
  // Counted from the day itself to the day before the corresponding day, or to the last day of the month.
  const end = add(day + 1, months)
  return end === undefined || !hasCorrespondingDay(day + 1, months) ? end : end - 1
}

/** The first day from this one on that is neither a rest day nor left out; a working day stays, even if left out. */
function afterRest(calendar: Calendar, { pauses }: DeadlineTerms, day: CivilDay): CivilDay | undefined {
  return isWorkday(calendar, day) ? day : addUnpausedWorkdays(calendar, pauses, day, 1)
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

function runBackward(terms: DeadlineTerms, calendar: Calendar): Result<Course, CalendarError> {
  const { start, legs, profile } = terms
  const first = profile.firstDay === 'included' ? start + 1 : start
  const [leg] = legs
  let day: CivilDay | undefined = start
  let dayPart = ONE
  if (leg?.unit === 'month') day = monthsAfter(start, -leg.months, { ...profile, firstDay: 'excluded' })
  else if (leg !== undefined && leg.unit !== 'time') {
    const wholeDays = (leg.amount.num + leg.amount.den - 1n) / leg.amount.den
    dayPart = subtract(leg.amount, rational(wholeDays - 1n))
    const count = Number(wholeDays)
    day = leg.unit === 'workday' ? addWorkdays(calendar, first, -count) : first - count
  }
  if (day === undefined || !inRange(day)) return failOutOfRange()
  const consulted = leg?.unit === 'workday' ? [{ from: day, to: Math.max(first - 1, day) }] : []
  const stages = leg === undefined ? [] : [{ unit: leg.unit, through: day }]
  return success({ terms, stages, nominal: day, due: day, time: undefined, dayPart, consulted })
}

function runTime(terms: DeadlineTerms, ms: number): Result<Course, CalendarError> {
  const { startAt, backward, inHours, profile, pauses } = terms
  const leavesOutHour = inHours && profile.hours === 'fromNextHour'
  const hour = Math.floor(startAt / MS_PER_HOUR) * MS_PER_HOUR
  const from = leavesOutHour ? hour + (backward ? 0 : MS_PER_HOUR) : startAt
  const to = backward ? from - ms : addUnpausedTime(pauses, from, ms)
  const due = civilDayAt(to)
  if (!inRange(due)) return failToEnd(terms, due)
  const stages: readonly Stage[] = [{ unit: 'time', through: due }]
  return success({ terms, stages, nominal: due, due, time: { from, to }, dayPart: ONE, consulted: [] })
}

function inRange(day: CivilDay): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

function failToEnd({ pauses }: DeadlineTerms, reached: CivilDay | undefined) {
  const open = pauses.at(-1)
  if (reached !== Number.POSITIVE_INFINITY || open === undefined) return failOutOfRange()
  return fail('still-paused', `${printCivilDate(open.from)}起暂停计时，恢复后才能算出到期日`)
}
