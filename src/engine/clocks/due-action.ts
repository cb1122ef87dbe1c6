import type { Instant } from '../../calendar/instant.ts'
import type { Supplement } from '../../model/flow.ts'
import type { AlertLevel } from './alert-rule.ts'

/** What falls due by law, by the matter or for a supervisor (到期的事), with the moment at which it does. */
export type DueAction =
  /** Nobody told the applicant in time what was missing: the case counts as accepted on the day of receipt (视为受理). */
  | { readonly kind: 'deemedAcceptance'; readonly moment: Instant; readonly acceptedOn: string }
  /** The applicant did not supply in time what was missing; `effect` is what 逾期 says. */
  | {
      readonly kind: 'supplementOverdue'
      readonly moment: Instant
      readonly name: string
      readonly effect: NonNullable<Supplement['overdue']>
    }
  /** A clock reached a point that its supervisor wants to hear of (预警). `clock` and `dueOn` are for event `alerted`. */
  | {
      readonly kind: 'alert'
      readonly moment: Instant
      readonly clock: string
      readonly level: AlertLevel
      readonly dueOn: string
    }

/** What `CaseState.alerts` keeps of an alert that was raised (已发出的预警). */
export function alertKey(clock: string, level: AlertLevel): string {
  return `${clock}:${level}`
}
