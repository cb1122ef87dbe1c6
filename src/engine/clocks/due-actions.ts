import type { Calendar } from '../../calendar/calendar.ts'
import { printCivilDate } from '../../calendar/civil-date.ts'
import type { Course } from '../../calendar/deadline-course.ts'
import { civilDayAt, type Instant, startOfDay } from '../../calendar/instant.ts'
import type { Supplement } from '../../model/flow.ts'
import type { CaseState } from '../case-state.ts'
import type { Policy } from '../context.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { AlertLevel } from './alert-rule.ts'
import { type Clock, clockId } from './clock.ts'
import { printDue } from './count-clock.ts'
import { DEFAULT_ALERTS } from './default-alerts.ts'
import { alertKey, type DueAction } from './due-action.ts'
import { dueMomentsOf, type SettledMoment } from './due-moments.ts'
import { listClocks } from './list-clocks.ts'
import { prepareAlerts } from './prepare-alerts.ts'

/**
 * The next thing that falls due on a case by itself (下一件到期的事), with the moment it does, which may lie in the past.
 * What it leads to changes the case, so ask again after it. What rests on days that no notice has settled is not due.
 *
 * The moment is never before the last event: what a later event brought about falls due with it at the earliest. `until`
 * leaves out what comes later, which saves most of the work.
 */
export function dueActions(
  definition: CaseDefinition,
  state: CaseState,
  calendar: Calendar,
  policy?: Policy,
  until = Number.POSITIVE_INFINITY,
): DueAction | undefined {
  const { firm } = upcoming(definition, state, calendar, policy, until)
  return firm && actionOf(firm, definition)
}

/**
 * When to look at a case again (下次到时): when the next thing falls due, or might, as far as the calendar is known. `after`
 * is a moment at which nothing was due: what waits for a notice is then looked at again on the next day.
 */
export function nextWake(
  definition: CaseDefinition,
  state: CaseState,
  calendar: Calendar,
  policy?: Policy,
  after = state.lastAt,
): Instant | undefined {
  const { firm, tentativeAt } = upcoming(definition, state, calendar, policy, Number.POSITIVE_INFINITY)
  if (tentativeAt === undefined) return firm?.moment
  const looked = tentativeAt > after ? tentativeAt : startOfDay(civilDayAt(after) + 1)
  return firm === undefined ? looked : Math.min(firm.moment, looked)
}

/** Something that a clock will bring about. Of two at the same moment that of the lower rank comes first. */
interface Candidate {
  readonly moment: Instant
  readonly rank: number
  readonly clock: Clock
  readonly course: Course
  /** The alert, or else what the law or the matter says of a limit that has run out. */
  readonly level: AlertLevel | undefined
}

interface Upcoming {
  firm?: Candidate
  /** The earliest moment of what is not due because its date is provisional. */
  tentativeAt?: Instant
}

const RANKS = { consequence: 0, yellow: 1, red: 2 } as const

function upcoming(
  definition: CaseDefinition,
  state: CaseState,
  calendar: Calendar,
  policy: Policy | undefined,
  until: Instant,
): Upcoming {
  const next: Upcoming = {}
  const alerts = prepareAlerts(policy?.alerts ?? DEFAULT_ALERTS)
  for (const clock of listClocks(definition, state, false)) {
    if (clock.limit === undefined) continue
    const due = dueMomentsOf(clock, clock.limit, alerts, calendar)
    if (due === undefined) continue
    const { course, expiry } = due
    const consider = (at: SettledMoment, rank: number, level?: AlertLevel) => {
      const moment = Math.max(at.moment, state.lastAt)
      const { firm, tentativeAt } = next
      if (moment > until) return
      if (firm !== undefined && (moment > firm.moment || (moment === firm.moment && rank >= firm.rank))) return
      if (at.firm) next.firm = { moment, rank, clock, course, level }
      else next.tentativeAt = Math.min(tentativeAt ?? moment, moment)
    }
    if (hasConsequence(clock, definition)) consider(expiry, RANKS.consequence)
    const id = state.alerts.length === 0 ? '' : clockId(clock)
    for (const alert of due.alerts) {
      const { level } = alert
      if (id === '' || !state.alerts.includes(alertKey(id, level))) consider(alert, RANKS[level], level)
    }
  }
  return next
}

/** 告知 leads to acceptance by law; 补正 to what 逾期 says, where it says something. */
function hasConsequence({ kind, name }: Clock, definition: CaseDefinition): boolean {
  return kind === 'notice' || (kind === 'supplement' && overdueEffect(name, definition) !== undefined)
}

function overdueEffect(name: string | undefined, { matter }: CaseDefinition): Supplement['overdue'] {
  return matter.supplements.find((supplement) => supplement.name === name)?.overdue
}

function actionOf({ moment, clock, course, level }: Candidate, definition: CaseDefinition): DueAction | undefined {
  if (level !== undefined) return { kind: 'alert', moment, clock: clockId(clock), level, dueOn: printDue(course) }
  if (clock.kind === 'notice') {
    return { kind: 'deemedAcceptance', moment, acceptedOn: printCivilDate(civilDayAt(clock.start)) }
  }
  const effect = overdueEffect(clock.name, definition)
  return clock.name === undefined || effect === undefined
    ? undefined
    : { kind: 'supplementOverdue', moment, name: clock.name, effect }
}
