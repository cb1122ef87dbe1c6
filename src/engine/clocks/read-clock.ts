import { printRational, rational } from '../../base/rational.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { printCivilDate } from '../../calendar/civil-date.ts'
import type { Course } from '../../calendar/deadline-course.ts'
import { MICRO } from '../../calendar/deadline-terms.ts'
import { type Instant, MS_PER_HOUR, printInstant } from '../../calendar/instant.ts'
import { findProvisional } from '../../calendar/known-days.ts'
import { alertMoment } from './alert-moments.ts'
import { type Clock, clockId, labelClock } from './clock.ts'
import { ALERT_SCOPES } from './clock-kind.ts'
import type { ClockAlert, ClockAmount, ClockDue, ClockPause, ClockReading } from './clock-reading.ts'
import { type ClockCount, countClock, expiryOf, pausedDays, pausedMoments } from './count-clock.ts'
import { alertKey } from './due-action.ts'
import type { PreparedAlert } from './prepare-alerts.ts'
import { usedAt } from './used-time.ts'

/** What a clock is read with. */
export interface ReadingContext {
  readonly calendar: Calendar
  readonly at: Instant
  readonly rules: readonly PreparedAlert[]
  /** The alerts that were raised, as {@link alertKey} writes them. */
  readonly raised: readonly string[]
}

/** Reads one clock at a moment (读时钟). */
export function readClock(clock: Clock, context: ReadingContext): ClockReading {
  const { kind, node, start, restarted, stop, limit, neededFacts, profile, extensions, origin, source } = clock
  const count = limit && countClock(clock, limit, context.calendar)
  const counted = count?.ok === true ? count.value : undefined
  const course = counted?.course.ok === true ? counted.course.value : undefined
  const failed = count?.ok === false ? count : counted?.course.ok === false ? counted.course : undefined
  const until = Math.min(context.at, stop ?? context.at)
  const due = course && readDue(course, context.calendar)
  return {
    id: clockId(clock),
    kind,
    label: labelClock(clock),
    ...(node !== undefined && { node }),
    state: stateOf(clock, context.at),
    start,
    ...(restarted && { restarted }),
    ...(stop !== undefined && { stop }),
    ...(limit !== undefined && { limit }),
    neededFacts,
    profile: profile.name,
    extensions: extensions.map(({ at: _, ...extension }) => extension),
    pauses: readPauses(clock, counted?.unit === 'ms'),
    ...(counted !== undefined && readAmounts(counted, until)),
    ...(due !== undefined && { due }),
    ...(failed !== undefined && { noDue: failed.error }),
    overdue: due !== undefined && due.provisional === undefined && until >= due.expiresAt,
    alerts: counted === undefined || course === undefined ? [] : readAlerts(clock, counted, course, context),
    ...(origin !== undefined && { origin }),
    ...(source !== undefined && { source }),
  }
}

function stateOf({ stop, pauses }: Clock, at: Instant): ClockReading['state'] {
  if (stop !== undefined && stop <= at) return 'stopped'
  return pauses.some(({ from, to = Number.POSITIVE_INFINITY }) => from <= at && at < to) ? 'paused' : 'running'
}

function readDue(course: Course, calendar: Calendar): ClockDue {
  const provisional = findProvisional(calendar, course.consulted)
  return {
    date: printCivilDate(course.due),
    ...(course.dueAt !== undefined && { at: printInstant(course.dueAt) }),
    nominalDate: printCivilDate(course.nominal),
    expiresAt: expiryOf(course),
    ...(provisional !== undefined && { provisional }),
  }
}

/** Each pause by itself, as it touches this clock: pauses that leave out no day of it are not shown. */
function readPauses(clock: Clock, timed: boolean): readonly ClockPause[] {
  return clock.pauses.flatMap((pause) => {
    const one = { ...clock, pauses: [pause] }
    const print = timed ? printInstant : printCivilDate
    return (timed ? pausedMoments(one) : pausedDays(one)).map(({ from, to }) => ({
      cause: pause.cause,
      name: pause.name,
      from: print(from),
      ...(to !== Number.POSITIVE_INFINITY && { to: print(to) }),
    }))
  })
}

function readAmounts(count: ClockCount, until: Instant): Pick<ClockReading, 'total' | 'used' | 'left'> {
  const used = usedAt(count, until)
  return {
    total: printAmount(count.total, count),
    used: printAmount(used, count),
    left: printAmount(count.total - used, count),
  }
}

function printAmount(amount: number, { unit, terms }: ClockCount): ClockAmount {
  if (unit !== 'ms') return { unit, amount: printRational(rational(amount, MICRO)) }
  return terms.inHours
    ? { unit: 'hour', amount: printRational(rational(amount, MS_PER_HOUR)) }
    : { unit: 'minute', amount: printRational(rational(amount, MS_PER_HOUR / 60)) }
}

/** The first moment for each level, of a clock that stopped before only where it was reached. */
function readAlerts(
  clock: Clock,
  count: ClockCount,
  course: Course,
  { rules, raised, calendar }: ReadingContext,
): readonly ClockAlert[] {
  const id = clockId(clock)
  const first = new Map<ClockAlert['level'], Instant>()
  for (const rule of rules) {
    if (rule.scope !== ALERT_SCOPES[clock.kind]) continue
    const due = alertMoment(rule, count, course, calendar)
    if (due === undefined || due.moment > (clock.stop ?? due.moment)) continue
    if (findProvisional(calendar, due.rests) !== undefined) continue
    first.set(rule.level, Math.min(first.get(rule.level) ?? due.moment, due.moment))
  }
  return [...first].map(([level, at]) => ({ level, at, raised: raised.includes(alertKey(id, level)) }))
}
