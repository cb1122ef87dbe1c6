import type { Result } from '../base/result.ts'
import type { Instant } from '../calendar/instant.ts'
import type { CaseState } from '../engine/case-state.ts'
import type { ClockReading } from '../engine/clocks/clock-reading.ts'
import type { CommandEnvelope } from '../engine/command-envelope.ts'
import type { EnabledCommand } from '../engine/enabled/enabled-command.ts'
import type { CaseDefinition } from '../engine/flow/definition.ts'
import type { Receipt } from '../engine/history/receipt.ts'
import type { SealedEvent } from '../engine/history/sealed-event.ts'
import type { MigrationPlan } from '../engine/migration/plan-migration.ts'
import type { Refusal } from '../engine/refusal.ts'
import type { CaseQuery, CaseSummary, FailedEffect } from '../stores/case-store.ts'
import type { Answer } from './answer.ts'
import type { Handler, Subscription } from './delivery.ts'
import type { DueRun } from './due-run.ts'
import type { MigrationRequest } from './migrate-case.ts'

/** Everything about one case (办件全貌). */
export interface CaseView {
  readonly state: CaseState
  /** Every clock as it stands now, with its due date and how that came about. */
  readonly clocks: readonly ClockReading[]
  /** Who may do what now. */
  readonly enabled: readonly EnabledCommand[]
  /** All that happened, chained. */
  readonly history: readonly SealedEvent[]
  /** The version of the matter that the case is pinned to. */
  readonly definition: CaseDefinition
}

/** Runs cases over a store (办件引擎). What is refused comes back as data; only a failing store throws. */
export interface Engine {
  /** Carries out a command. Sent again under its idempotency key it gives its first answer. */
  readonly dispatch: (envelope: CommandEnvelope) => Promise<Answer>
  readonly read: (caseId: string) => Promise<Result<CaseView, Refusal>>
  /** What the store knows of cases without reading their histories. */
  readonly list: (query?: CaseQuery) => Promise<readonly CaseSummary[]>
  /** A record of what was decided by which rules, for whoever has to prove it (凭证). */
  readonly receipt: (caseId: string) => Promise<Result<Receipt, Refusal>>
  /**
   * Delivers events to a handler, from the first there is, each at least once. The name remembers how far it has come.
   * Options limit the kinds and say how many cases are worked on side by side.
   */
  readonly subscribe: (name: string, handler: Handler, options?: Pick<Subscription, 'kinds' | 'concurrency'>) => void
  /** Lets what has fallen due happen (到时): by now, or by a moment given. */
  readonly runDue: (now?: Instant) => Promise<DueRun>
  /** Looks at every open case anew, whatever its timer says: after a new notice on days off. */
  readonly rearm: () => Promise<DueRun>
  /** When the next case wants to be looked at. */
  readonly nextWake: () => Promise<Instant | undefined>
  /** Delivers all events to all subscribers, for programs without a background. Gives how many were taken. */
  readonly deliver: () => Promise<number>
  /** Calls that failed: those that are tried again, or with `dead` those that wait for a person. */
  readonly failures: (query?: {
    readonly subscriber?: string
    readonly dead?: boolean
    readonly limit?: number
  }) => Promise<readonly FailedEffect[]>
  /** Tries a failed call again soon, as if it had never failed. */
  readonly retry: (failed: FailedEffect) => Promise<void>
  /** Whether and how a case can go on under the version that is in force now. */
  readonly planMigration: (caseId: string, request?: MigrationRequest) => Promise<Result<MigrationPlan, Refusal>>
  /** Moves a case to the version that is in force now. */
  readonly migrate: (caseId: string, by: CommandEnvelope['by'], request?: MigrationRequest) => Promise<Answer>
  /** Takes no more commands, waits for what is under way, and closes the store if the engine opened it. */
  readonly stop: () => Promise<void>
}
