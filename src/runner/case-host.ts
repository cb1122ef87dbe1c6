import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Policy } from '../engine/context.ts'
import type { CaseStore } from '../stores/case-store.ts'
import type { Retry } from './backoff.ts'
import type { DefinitionShelf } from './definition-shelf.ts'
import type { Leases } from './leases.ts'
import type { OnTrouble } from './trouble.ts'

/** What cases live in (办件的环境): the store, the definitions, the calendar, the clock. */
export interface CaseHost {
  readonly store: CaseStore
  readonly shelf: DefinitionShelf
  readonly calendar: Calendar
  readonly policy?: Policy
  readonly now: () => Instant
  readonly newId: () => string
  /** Names this process among those that share the store. */
  readonly worker: string
  readonly leases: Leases
  readonly retry: Retry
  readonly onTrouble: OnTrouble
  /** Hears that a case moved on. */
  readonly moved: (caseId: string, wakeAt: Instant | null) => void
}
