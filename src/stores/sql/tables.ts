import type { Generated } from 'kysely'
import type { CaseSummary } from '../case-store.ts'

/** One row a case (办件): what can be asked of it without its history, and who has claimed it. */
export interface CaseRow {
  readonly case_id: string
  readonly version: number
  readonly matter: string
  readonly definition: string
  readonly applicant: string
  readonly status: CaseSummary['status']
  readonly wake_at: number | null
  readonly last_hash: string
  readonly claimed_by: string | null
  readonly claimed_until: number | null
}

/** One row an event (事件). `event` is JSON as text: a database that rewrites it would break its hash. */
interface EventRow {
  readonly position: Generated<number>
  readonly case_id: string
  readonly seq: number
  readonly event: string
  readonly previous: string
  readonly hash: string
}

/** The tables of a store in SQL (数据表). Unit of moments: milliseconds since 1970. */
export interface StoreTables {
  readonly zw_cases: CaseRow
  readonly zw_events: EventRow
  /** What was appended under an idempotency key. */
  readonly zw_requests: {
    readonly idempotency_key: string
    readonly case_id: string
    readonly from_version: number
    readonly version: number
    readonly fingerprint: string | null
  }
  readonly zw_definitions: { readonly hash: string; readonly definition: string }
  readonly zw_subscribers: { readonly subscriber: string; readonly position: number }
  readonly zw_leases: { readonly name: string; readonly worker: string; readonly held_until: number }
  /** `error` is JSON as text: messages of other systems hold what PostgreSQL takes for no text, such as U+0000. */
  readonly zw_failed_effects: {
    readonly subscriber: string
    readonly case_id: string
    readonly seq: number
    readonly position: number
    readonly attempts: number
    readonly next_at: number | null
    readonly error: string
  }
  /** The one row says which migrations have run. */
  readonly zw_schema: { readonly version: number }
}
