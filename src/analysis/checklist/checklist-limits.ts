import type { Calendar } from '../../calendar/calendar.ts'
import { computeDeadline } from '../../calendar/deadline.ts'
import type { Duration } from '../../calendar/duration.ts'
import { findProfile } from '../../calendar/profiles.ts'
import type { Evaluator } from '../../graph/evaluate-condition.ts'
import type { Matter } from '../../model/matter.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { limitOfCase } from '../case-limits.ts'

/** The limit that holds for one applicant (适用的时限). */
export type ChecklistLimit =
  | {
      readonly kind: 'known'
      readonly limit: Duration
      readonly rule: TimeLimit
      /** The last day, `YYYY-MM-DD`, where the day of the application is known and it is accepted on it. */
      readonly due: string | undefined
      /** The last day rests on a year whose holidays are not published yet (暂定). */
      readonly provisional?: true
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly neededFacts: readonly string[] }

interface Applying {
  readonly matter: Matter
  readonly evaluator: Evaluator
  readonly asOf: string | undefined
  readonly start: { readonly date: string; readonly calendar: Calendar } | undefined
}

/** The limit of one applicant, and its last day. */
export function limitOfApplicant(
  limits: readonly TimeLimit[],
  { matter, evaluator, asOf, start }: Applying,
): ChecklistLimit {
  const found = limitOfCase(limits, asOf, evaluator, [])
  if (found.kind !== 'known') return found
  const { limit, rule } = found
  const last = start && lastDay(rule, matter, start.date, start.calendar)
  return { kind: 'known', limit, rule, due: last?.date, ...(last?.provisional && { provisional: true as const }) }
}

/** A last day, and whether it rests on a year whose holidays are not published yet (最后一天). */
export interface LastDay {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly provisional: boolean
}

/**
 * The last day of a limit that begins with an event on this day (最后一天). Undefined for what has none: 无法定时限, hours, and
 * what counts from the decision.
 */
export function lastDay(
  { limit, profile, startsAt }: TimeLimit,
  matter: Matter,
  from: string,
  calendar: Calendar,
): LastDay | undefined {
  if (startsAt === 'dayAfterDecision') return undefined
  const computed = computeDeadline({ from, limit, profile: findProfile(profile ?? matter.profile) }, calendar)
  if (!computed.ok) return undefined
  return { date: computed.value.due, provisional: computed.value.provisional !== undefined }
}
