import type { Instant } from '../calendar/instant.ts'
import type { CommandEnvelope } from '../engine/command-envelope.ts'
import type { Answer } from './answer.ts'
import type { Subscription } from './delivery.ts'
import type { DueRun } from './due-run.ts'
import type { Woken } from './wake-case.ts'

/**
 * All that can be done to cases (办件的动作), without saying when and where. The event log is the truth: whatever is done
 * again after a crash, or twice in two places, is found there and happens once; only handlers may see an event again.
 */
export interface CaseOperations {
  /** Carries out one command. */
  readonly handle: (envelope: CommandEnvelope) => Promise<Answer>
  /** Lets what has fallen due by now happen to one case. */
  readonly wake: (caseId: string, now: Instant) => Promise<Woken>
  /** Claims cases whose time has come, for a driver without timers of its own. */
  readonly claimDue: (now: Instant, limit: number) => Promise<readonly string[]>
  /** Brings a subscriber what it has not taken yet; gives how many events it took. */
  readonly deliver: (subscription: Subscription, stopping: AbortSignal) => Promise<number>
}

/**
 * Who drives cases (办件的驱动): brings each case its commands one at a time, wakes it in time and delivers its events.
 * The local one works in one process, or in several over one store. One over a durable engine of several machines
 * brings commands to an object for each case, sets its timers there, and calls the same work.
 */
export interface CaseDriver {
  /** Commands to one case never run side by side in one driver. */
  readonly dispatch: (envelope: CommandEnvelope) => Promise<Answer>
  /** Hears that a case moved on: there are events to deliver, and it wants to be woken then; null for never. */
  readonly moved: (caseId: string, wakeAt: Instant | null) => void
  readonly subscribe: (subscription: Subscription) => void
  /** Wakes all cases whose time has come. */
  readonly runDue: (now: Instant) => Promise<DueRun>
  /** Delivers until nothing is left; gives how many events were taken. */
  readonly deliver: () => Promise<number>
  /** Takes no more work, and waits for what is under way. */
  readonly stop: () => Promise<void>
}
