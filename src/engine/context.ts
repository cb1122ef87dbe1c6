import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Actor } from './actor.ts'
import type { AlertRule } from './clocks/alert-rule.ts'
import { DEFAULT_ALERTS } from './clocks/default-alerts.ts'

/** What a supervisor may set (督办参数). */
export interface Policy {
  /** When somebody wants to hear of a clock. */
  readonly alerts: readonly AlertRule[]
  /** How often a case may be sent back (退回次数). */
  readonly mostReturns: number
}

/** What holds where no supervisor says otherwise (默认督办参数). */
export const DEFAULT_POLICY: Policy = { alerts: DEFAULT_ALERTS, mostReturns: 3 }

/** What the world tells the engine about one command (命令的来由): the engine reads no clock and knows nobody by itself. */
export interface CommandContext {
  readonly at: Instant
  readonly by: Actor
  readonly calendar: Calendar
  readonly policy?: Policy
}
