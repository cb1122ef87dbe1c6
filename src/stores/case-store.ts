import type { CaseStatus } from '../engine/case-state.ts'
import type { SealedEvent } from '../engine/history/sealed-event.ts'

/** A sealed event with its place among those of all cases (全局位置), which only grows; there may be gaps. */
export interface StoredEvent extends SealedEvent {
  readonly caseId: string
  readonly position: number
}

/** What can be asked of a case without reading its history (办件索引). */
export interface CaseSummary {
  readonly caseId: string
  readonly version: number
  readonly matter: string
  readonly definition: string
  readonly applicant: string
  readonly status: CaseStatus | 'closed' | 'refused' | 'withdrawn' | 'terminated'
  /** When the case wants to be looked at next; null for never. Unit: ms since 1970. */
  readonly wakeAt: number | null
  readonly lastHash: string
}

/** One append (追加): all of it is kept, or nothing. */
export interface Append {
  readonly summary: CaseSummary
  /** The version that the writer has seen; 0 for a new case. */
  readonly expectedVersion: number
  readonly events: readonly SealedEvent[]
  /** Unique in the store. Sent again it appends nothing and gives the first answer. */
  readonly idempotencyKey?: string
  /** Tells the same request from another one under the same key. */
  readonly fingerprint?: string
}

/** What became of an append (追加结果). */
export type Appended =
  | { readonly kind: 'appended'; readonly version: number; readonly position: number }
  /** The key was used before: `version` is the one that the first append reached. `sameRequest` is false for another fingerprint. */
  | { readonly kind: 'repeated'; readonly caseId: string; readonly version: number; readonly sameRequest: boolean }
  /** Somebody else wrote in between: nothing was appended. */
  | { readonly kind: 'conflict'; readonly version: number }

/** What was appended under an idempotency key (已办的请求): the events after `fromVersion` up to `version`. */
export interface KeyedAppend {
  readonly caseId: string
  readonly fromVersion: number
  readonly version: number
  readonly fingerprint?: string
}

/** A case that wants to be looked at, claimed by one worker until `claimedUntil` (认领). */
export interface DueCase {
  readonly caseId: string
  readonly wakeAt: number
}

/** Which cases to list (办件查询). */
export interface CaseQuery {
  readonly applicant?: string
  readonly matter?: string
  readonly status?: CaseSummary['status']
  /** Cases after this id, in the order of ids. */
  readonly after?: string
  /** All of them without. */
  readonly limit?: number
}

/** A call to another system that failed (失败的调用): tried again later, or left for a person. */
export interface FailedEffect {
  readonly subscriber: string
  readonly caseId: string
  readonly seq: number
  readonly position: number
  readonly attempts: number
  /** When it is tried again; null when a person has to look at it (dead letter). Unit: ms since 1970. */
  readonly nextAt: number | null
  readonly error: string
}

/**
 * Where cases are kept (办件存储). One contract for memory, SQLite and PostgreSQL; `zhengwu/testing` has its conformance suite.
 *
 * Every append that was acknowledged survives a crash. Instants come in as arguments: a store reads no clock but for its own locks.
 */
export interface CaseStore {
  readonly append: (append: Append) => Promise<Appended>
  /** What was appended under a key before, so that a request sent again is answered without judging it anew. */
  readonly keyed: (idempotencyKey: string) => Promise<KeyedAppend | undefined>
  readonly summary: (caseId: string) => Promise<CaseSummary | undefined>
  /** The events of one case in order, after a version. */
  readonly read: (caseId: string, afterVersion?: number) => AsyncIterable<StoredEvent>
  /** The events of all cases after a position, in the order in which readers may rely on them: none appears later before one already read. */
  readonly readAll: (afterPosition: number, limit: number) => Promise<readonly StoredEvent[]>
  readonly list: (query: CaseQuery) => Promise<readonly CaseSummary[]>
  /** Claims the cases whose time has come, so that two workers never hold one; an append to the case or the end of the claim frees it. */
  readonly claimDue: (claim: {
    readonly now: number
    readonly until: number
    readonly limit: number
    readonly worker: string
    readonly claimedUntil: number
  }) => Promise<readonly DueCase[]>
  /** Sets when a case wants to be looked at without an event, and frees the claim; false when the case has moved on from `version`. */
  readonly reschedule: (caseId: string, version: number, wakeAt: number | null) => Promise<boolean>
  /** The earliest time at which a case wants to be looked at, for one that is claimed not before its claim ends; undefined when none does. */
  readonly nextWake: () => Promise<number | undefined>
  /** The definitions that cases are pinned to, by hash, as JSON text. */
  readonly saveDefinition: (hash: string, json: string) => Promise<void>
  readonly definition: (hash: string) => Promise<string | undefined>
  /** How far a subscriber has come; moving needs the position it was at, so that two of one name never both move it. */
  readonly position: (subscriber: string) => Promise<number>
  readonly movePosition: (subscriber: string, from: number, to: number) => Promise<boolean>
  /**
   * Takes, renews or (with `until` = `now`) gives back a name that one worker at a time may hold (租约): true where this
   * worker holds it now. A lease that has run out is anybody's, so the work of a dead worker goes on.
   */
  readonly lease: (lease: {
    readonly name: string
    readonly worker: string
    readonly now: number
    readonly until: number
  }) => Promise<boolean>
  readonly failedEffects: (query: {
    readonly subscriber?: string
    readonly dueBy?: number
    readonly dead?: boolean
    readonly limit: number
  }) => Promise<readonly FailedEffect[]>
  readonly putFailedEffect: (failed: FailedEffect) => Promise<void>
  readonly removeFailedEffect: (subscriber: string, caseId: string, seq: number) => Promise<void>
  readonly close: () => Promise<void>
}
