import { compare, max, type Rational, rational } from '../base/rational.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { type CivilDay, parseCivilDate, printCivilDate } from '../calendar/civil-date.ts'
import { computeDeadline } from '../calendar/deadline.ts'
import type { Pause } from '../calendar/pauses.ts'
import { findProfile } from '../calendar/profiles.ts'
import { addWorkdays } from '../calendar/workdays.ts'
import type { Matter } from '../model/matter.ts'
import type { GanttLimit, GanttPlan, GanttStretch } from './gantt-plan.ts'

/** A stretch of time on the calendar (实际日期): its ends as days with the share of the day that is over. Unit: days. */
export interface DatedStretch {
  readonly from: number
  readonly to: number
}

/** A plan on real dates (排期的日期). */
export interface GanttDates {
  /** The day of the application. */
  readonly first: CivilDay
  readonly dateOf: (stretch: GanttStretch) => DatedStretch
  /** From when a limit runs to the end of its last day, by its own counting profile. */
  readonly dueOf: (limit: GanttLimit) => DatedStretch
  /** Until when everything is over that the plan holds. */
  readonly last: CivilDay
}

/** Ten years: nobody draws more on dates. Unit: workdays. */
const MOST = rational(2500)

/** Puts a plan on the calendar. Undefined where the date is none, or the plan takes more than ten years. */
export function dateGantt(
  plan: GanttPlan,
  matter: Pick<Matter, 'profile'>,
  start: { readonly date: string; readonly calendar: Calendar },
): GanttDates | undefined {
  const parsed = parseCivilDate(start.date)
  const longest = plan.limits.reduce((end, limit) => max(end, limit.end), plan.end)
  if (!parsed.ok || compare(longest, MOST) > 0) return undefined
  const { calendar } = start
  const first = parsed.value
  const dateOf = (stretch: GanttStretch): DatedStretch => {
    const to = momentOn(calendar, first, stretch.end, 'end')
    return {
      from: compare(stretch.start, stretch.end) === 0 ? to : momentOn(calendar, first, stretch.start, 'start'),
      to,
    }
  }
  const pauses = plan.pauses.map((pause): Pause => {
    const { from, to } = dateOf(pause)
    return { from: printCivilDate(Math.floor(from)), to: printCivilDate(lastDayOf(to)) }
  })
  const dueOf = ({ rule, start: at, end }: GanttLimit): DatedStretch => {
    const from = momentOn(calendar, first, at, 'end')
    const profile = findProfile(rule.profile ?? matter.profile)
    const due = computeDeadline({ from: printCivilDate(lastDayOf(from)), limit: rule.limit, profile, pauses }, calendar)
    const day = due.ok ? parseCivilDate(due.value.due) : due
    return { from, to: day.ok ? day.value + 1 : momentOn(calendar, first, end, 'end') }
  }
  const ends = [...plan.spans.map((span) => dateOf(span).to), ...plan.limits.map((limit) => dueOf(limit).to)]
  return { first, dateOf, dueOf, last: lastDayOf(Math.max(first + 1, ...ends)) }
}

/** The last day that a stretch up to a moment touches. */
export function lastDayOf(to: number): CivilDay {
  return Math.ceil(to) - 1
}

/** The moment so many working days after a day: what ends is over when its day is, what begins does so on the next working day. */
function momentOn(calendar: Calendar, first: CivilDay, { num, den }: Rational, side: 'start' | 'end'): number {
  const whole = num / den
  const rest = Number(num % den) / Number(den)
  const isOver = rest === 0 && side === 'end'
  if (isOver && whole === 0n) return first + 1
  const day = addWorkdays(calendar, first, Number(whole) + (isOver ? 0 : 1)) ?? first
  return isOver ? day + 1 : day + rest
}
