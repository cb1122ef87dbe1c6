import type { Calendar } from '../../calendar/calendar.ts'
import type { Course } from '../../calendar/deadline-course.ts'
import type { Duration } from '../../calendar/duration.ts'
import { civilDayAt, type Instant } from '../../calendar/instant.ts'
import { findProvisional } from '../../calendar/known-days.ts'
import { alertMoment, type DueMoment, expiry } from './alert-moments.ts'
import type { AlertLevel } from './alert-rule.ts'
import type { Clock } from './clock.ts'
import { ALERT_SCOPES } from './clock-kind.ts'
import { countClock } from './count-clock.ts'
import type { PreparedAlert } from './prepare-alerts.ts'

/** A moment at which a clock brings something about, and whether every day that it rests on is settled. */
export interface SettledMoment {
  readonly moment: Instant
  readonly firm: boolean
}

/** What a running clock will come to (各时刻): the end of its limit, and its alerts in the order of the rules. */
export interface DueMoments {
  readonly course: Course
  readonly expiry: SettledMoment
  readonly alerts: readonly (SettledMoment & { readonly level: AlertLevel })[]
}

/** When a clock comes to its end and to its alerts; undefined where it has no end that can be told. */
export function dueMomentsOf(
  clock: Clock,
  limit: Duration,
  alerts: readonly PreparedAlert[],
  calendar: Calendar,
): DueMoments | undefined {
  const goesByDays = limit.unit !== 'hour' && limit.unit !== 'minute'
  const isPlain = goesByDays && clock.pauses.length === 0 && clock.extensions.length === 0
  return isPlain ? remembered(clock, limit, alerts, calendar) : workOut(clock, limit, alerts, calendar)
}

/** What the moments of a limit without pauses and extensions rest on besides the day on which it begins. */
interface Memory extends Pick<Clock, 'kind' | 'profile'> {
  readonly alerts: readonly PreparedAlert[]
  readonly calendar: Calendar
  readonly byDay: Map<number, DueMoments | undefined>
}

/** Limits of a definition stay the same objects, and a day brings many cases: what was worked out for one holds for all. */
const memories = new WeakMap<Duration, Memory>()
/** Days kept for one limit. */
const MOST_DAYS = 400

function remembered(
  clock: Clock,
  limit: Duration,
  alerts: readonly PreparedAlert[],
  calendar: Calendar,
): DueMoments | undefined {
  const { kind, profile } = clock
  let memory = memories.get(limit)
  const fits =
    memory !== undefined &&
    memory.calendar === calendar &&
    memory.alerts === alerts &&
    memory.kind === kind &&
    memory.profile === profile
  if (memory === undefined || !fits || memory.byDay.size > MOST_DAYS) {
    memory = { kind, profile, alerts, calendar, byDay: new Map() }
    memories.set(limit, memory)
  }
  const day = civilDayAt(clock.start)
  const known = memory.byDay.get(day)
  if (known !== undefined || memory.byDay.has(day)) return known
  const moments = workOut(clock, limit, alerts, calendar)
  memory.byDay.set(day, moments)
  return moments
}

function workOut(
  clock: Clock,
  limit: Duration,
  alerts: readonly PreparedAlert[],
  calendar: Calendar,
): DueMoments | undefined {
  const counted = countClock(clock, limit, calendar)
  if (!counted.ok || !counted.value.course.ok) return undefined
  const count = counted.value
  const course = counted.value.course.value
  const settled = ({ moment, rests }: DueMoment): SettledMoment => ({
    moment,
    firm: findProvisional(calendar, rests) === undefined,
  })
  return {
    course,
    expiry: settled(expiry(course)),
    alerts: alerts.flatMap((alert) => {
      if (alert.scope !== ALERT_SCOPES[clock.kind]) return []
      const due = alertMoment(alert, count, course, calendar)
      return due === undefined ? [] : { ...settled(due), level: alert.level }
    }),
  }
}
