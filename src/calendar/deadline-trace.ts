import { type Result, success } from '../base/result.ts'
import type { Calendar, DayStatus } from './calendar.ts'
import type { CalendarError } from './calendar-error.ts'
import { type CivilDay, printCivilDate } from './civil-date.ts'
import { type Course, runCourse } from './deadline-course.ts'
import { type DeadlineInput, readTerms } from './deadline-terms.ts'
import { isPaused } from './pauses.ts'

/** What became of a day on the way to a deadline, and its Chinese word in the JSON output. */
export const TRACE_WORDS = {
  counted: '计入',
  weekend: '休息日',
  dayOff: '放假',
  paused: '暂停',
  rolled: '顺延',
} as const

/** What became of a day on the way to a deadline. */
export type TraceKind = keyof typeof TRACE_WORDS

/** One day of the way, with its status in the calendar. */
export interface TraceDay extends DayStatus {
  readonly date: string
  readonly kind: TraceKind
  /** Counted days: which of the counted days it is, from 1. */
  readonly number?: number
  /** Counted days: the unit that was counted. */
  readonly unit?: 'workday' | 'calendarDay'
}

/** The way to a deadline, day by day (计算过程). */
export interface DeadlineTrace {
  /** In the order of counting; of a long way only its beginning and its end. */
  readonly days: readonly TraceDay[]
  /** How many days are left out between the beginning and the end. */
  readonly omitted: number
}

/** A longer way shows this many of its first and its last days, so that the move at the end is always seen. */
const SHOWN = { first: 700, last: 100 }

/** Tells day by day how a deadline came about; fails as `computeDeadline` does. */
export function traceDeadline(input: DeadlineInput, calendar: Calendar): Result<DeadlineTrace, CalendarError> {
  const terms = readTerms(input)
  if (!terms.ok) return terms
  const course = runCourse(terms.value, calendar)
  return course.ok ? success(traceCourse(course.value, calendar)) : course
}

function traceCourse({ terms, stages, nominal, due }: Course, calendar: Calendar): DeadlineTrace {
  const { start, direction, profile, pauses } = terms
  const isPast = (day: CivilDay, last: CivilDay) => (day - last) * direction > 0
  const unit = stages[0]?.unit
  // Hours begin on the day itself, and 即办 ends on it.
  const countsStart = profile.countsFirstDay || unit === undefined || unit === 'ms'
  const first = countsStart ? start : start + direction
  const length = Math.max((due - first) * direction + 1, 0)
  const days: TraceDay[] = []
  let number = 0
  for (let i = 0; i < length; i++) {
    const day = first + i * direction
    const status = calendar.statusOf(day)
    const inWorkdays = stages.find(({ through }) => !isPast(day, through))?.unit === 'workday'
    let kind: TraceKind = 'counted'
    if (isPaused(pauses, day)) kind = 'paused'
    else if (isPast(day, nominal)) kind = 'rolled'
    else if (inWorkdays && !status.works) kind = status.source || status.forecast ? 'dayOff' : 'weekend'
    else number++
    if (i < SHOWN.first || i >= length - SHOWN.last) {
      const counted = kind === 'counted' && ({ number, unit: inWorkdays ? 'workday' : 'calendarDay' } as const)
      days.push({ date: printCivilDate(day), kind, ...status, ...counted })
    }
  }
  return { days, omitted: length - days.length }
}
