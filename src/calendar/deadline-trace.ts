import { printRational } from '../base/rational.ts'
import { type Result, success } from '../base/result.ts'
import { type Calendar, type DayStatus, isWorkdayKind } from './calendar.ts'
import type { CalendarError } from './calendar-error.ts'
import { type CivilDay, isWeekend, printCivilDate } from './civil-date.ts'
import { type Course, runCourse } from './deadline-course.ts'
import { type DeadlineInput, readTerms } from './deadline-terms.ts'
import { printInstant } from './instant.ts'
import { isPaused } from './pauses.ts'

/** What became of a day on the way to a deadline. */
export type TraceKind = 'counted' | 'weekend' | 'dayOff' | 'paused' | 'rolled'

/** The Chinese word of each, as the JSON output writes it. */
export const TRACE_WORDS: Readonly<Record<TraceKind, string>> = {
  counted: '计入',
  weekend: '休息日',
  dayOff: '放假',
  paused: '暂停',
  rolled: '顺延',
}

/** One day of the way. `note` is Chinese and may be empty. */
export interface TraceDay {
  readonly date: string
  readonly kind: TraceKind
  readonly note: string
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

function traceCourse(course: Course, calendar: Calendar): DeadlineTrace {
  const { start, backward, profile } = course.terms
  const step = backward ? -1 : 1
  const countsStart = course.time !== undefined || profile.firstDay === 'included' || course.stages.length === 0
  const first = countsStart ? start : start + step
  const length = Math.max((course.due - first) * step + 1, 0)
  const describe = describer(course, calendar)
  const days: TraceDay[] = []
  for (let i = 0; i < length; i++) {
    const day = describe(first + i * step)
    if (i < SHOWN.first || i >= length - SHOWN.last) days.push(day)
  }
  return { days, omitted: length - days.length }
}

/** Describes the days of a course, one after the other in the order of counting. */
function describer(course: Course, calendar: Calendar): (day: CivilDay) => TraceDay {
  const { pauses, backward } = course.terms
  let stage = 0
  let number = 0

  function describeCounted(day: CivilDay, status: DayStatus): TraceDay {
    if (course.stages.length === 0) return { date: printCivilDate(day), kind: 'counted', note: '当日' }
    const inWorkdays = course.stages[stage]?.unit === 'workday'
    if (inWorkdays && !isWorkdayKind(status.kind)) return describeRest(day, status)
    number++
    const part = day === course.nominal && course.dayPart.den !== 1n ? `，用到${printRational(course.dayPart)}日` : ''
    const madeUp = inWorkdays && status.kind === 'madeUpWorkday' ? `，调休上班（${origin(status)}）` : ''
    const note = inWorkdays ? `第${number}个工作日` : `第${number}日`
    return { date: printCivilDate(day), kind: 'counted', note: note + part + madeUp }
  }

  return (day) => {
    const date = printCivilDate(day)
    const past = (through: CivilDay) => (backward ? day < through : day > through)
    while (stage < course.stages.length - 1 && past(course.stages[stage]?.through ?? day)) stage++
    if (isPaused(pauses, day)) return { date, kind: 'paused', note: '不计入期限' }
    const status = calendar.statusOf(day)
    if (past(course.nominal)) {
      const rest = isWorkdayKind(status.kind) ? '' : describeRest(day, status).note
      return { date, kind: 'rolled', note: day === course.due ? '顺延后的到期日' : rest }
    }
    if (course.time !== undefined) return { date, kind: 'counted', note: clockNote(course.time, course, day) }
    return describeCounted(day, status)
  }
}

function describeRest(day: CivilDay, status: DayStatus): TraceDay {
  const date = printCivilDate(day)
  if (status.kind === 'weekend') return { date, kind: 'weekend', note: isWeekend(day + 1) ? '星期六' : '星期日' }
  return { date, kind: 'dayOff', note: origin(status) }
}

function origin({ kind, source = '' }: DayStatus): string {
  if (kind === 'forecastDayOff') return '按法定节日推算'
  return /^\d+$/.test(source) ? `${source}年放假安排` : source
}

function clockNote(
  { from, to }: { readonly from: number; readonly to: number },
  { terms, due }: Course,
  day: CivilDay,
): string {
  const begins = day === terms.start ? [`${printInstant(from)}起`] : []
  const ends = day === due ? [`${printInstant(to)}止`] : []
  return [...begins, ...ends].join('，')
}
