import { type Result, success } from '../base/result.ts'
import type { Calendar } from './calendar.ts'
import type { CalendarError } from './calendar-error.ts'
import { printCivilDate } from './civil-date.ts'
import { runCourse } from './deadline-course.ts'
import { type DeadlineInput, MICRO, readTerms } from './deadline-terms.ts'
import { printInstant } from './instant.ts'
import { findProvisional, findSources, type Provisional } from './known-days.ts'

/** When a limit ends (到期日). */
export interface Deadline {
  /** The civil date on which it ends. */
  readonly due: string
  /** Limits in hours and minutes: the instant at which it ends, in Beijing time. */
  readonly dueAt?: string
  /** How much of the nominal last day belongs to the limit: `"1"`, or `"0.5"` where it ends at midday. Unit: days. */
  readonly dayPart: string
  /** The last day before it was moved over rest days (未顺延的末日); equal to `due` where nothing was moved. */
  readonly nominalDue: string
  /** Set where the result rests on days that no notice has settled; such a result never makes anyone overdue. */
  readonly provisional?: Provisional
  /** The years of the notices and the names of the overlays that decided the result. */
  readonly notices: readonly string[]
}

/**
 * Computes when a limit ends (计算到期日): the legal clock.
 *
 * A limit forward leaves out the day of the event (unless the profile counts it), skips paused days, and moves its last
 * day over rest days once, at the end; the moved day is never a paused one. A limit backward counts strictly before its
 * day and never moves; neither do hours and minutes. An extension runs on; a restart replaces `from`. 即办 and a limit of
 * zero end on the same day, or on the first working day after it.
 *
 * Legal source: the profile's; by default 民法典第二百条至第二百零四条.
 */
export function computeDeadline(input: DeadlineInput, calendar: Calendar): Result<Deadline, CalendarError> {
  const terms = readTerms(input)
  if (!terms.ok) return terms
  const course = runCourse(terms.value, calendar)
  if (!course.ok) return course
  const { due, nominal, dayPart, dueAt, consulted } = course.value
  const provisional = findProvisional(calendar, consulted)
  return success({
    due: printCivilDate(due),
    ...(dueAt !== undefined && { dueAt: printInstant(dueAt) }),
    dayPart: String(dayPart / MICRO),
    nominalDue: printCivilDate(nominal),
    ...(provisional && { provisional }),
    notices: findSources(calendar, consulted),
  })
}
