import type { Duration } from '../calendar/duration.ts'
import type { Instant } from '../calendar/instant.ts'
import type { ClockEffect } from '../model/terms.ts'
import type { FactRecord, Handling, ServiceKind } from './parts.ts'

/**
 * What has become of a node (节点状态), as a small number so that a case stays small:
 * waiting for its edges, blocked by an open condition, ready to begin, begun, done, passed over (当 does not hold),
 * dead (no way leads there), cancelled (the case ended beside it).
 */
export const NODE = {
  waiting: 0,
  blocked: 1,
  ready: 2,
  running: 3,
  done: 4,
  passedOver: 5,
  dead: 6,
  cancelled: 7,
} as const
/** What has become of a node (节点状态). */
export type NodeState = (typeof NODE)[keyof typeof NODE]

/** Where a case stands (办件状态): 待受理, 待补正, 办理中, 已结束. */
export type CaseStatus = 'received' | 'supplementing' | 'accepted' | 'ended'

/** How a case ended (办件结局): 办结, 不予受理, 撤回, 终止. */
export type CaseEnding = 'closed' | 'refused' | 'withdrawn' | 'terminated'

/** A stretch in which main clocks stand still (不计入期限的时间); without `to` it goes on. */
export interface LedgerPause {
  readonly cause: 'supplement' | 'procedure' | 'step'
  readonly name: string
  /** The node that causes it, where one does. */
  readonly node?: number
  readonly from: Instant
  readonly to?: Instant
}

/** What lengthened the statutory limit (延长). */
export interface LedgerExtension {
  readonly name: string
  readonly at: Instant
  readonly extendBy?: Duration
  readonly extendTo?: Duration
}

/**
 * What the clocks of a case are computed from (计时台账): moments, never due dates. Moments that have not come are absent.
 * Unit: milliseconds since 1970-01-01T00:00:00Z; `acceptedOn` is a civil date in Beijing.
 */
export interface ClockLedger {
  readonly receivedAt: Instant
  /** Before acceptance: when the applicant was last told what is missing (告知), and when it was last supplied (补正). */
  readonly noticeAt?: Instant
  readonly suppliedAt?: Instant
  /** The day from which the limits run; the day of receipt where the case was deemed accepted. */
  readonly acceptedOn?: string
  readonly acceptedAt?: Instant
  readonly decidedAt?: Instant
  readonly endedAt?: Instant
  readonly deliveredAt?: Instant
  /** From which day the count began anew (重新计算). */
  readonly restartedAt?: Instant
  readonly pauses: readonly LedgerPause[]
  readonly extensions: readonly LedgerExtension[]
}

/** A supplement that the applicant was asked for and has not handed in yet (未了的补正). */
export interface OpenSupplement {
  readonly name: string
  readonly missing: readonly string[]
  readonly at: Instant
  readonly clock: ClockEffect
  readonly limit?: Duration
}

/** A service that was asked for and has not answered yet (未答复的外部服务). */
export interface PendingService {
  readonly request: number
  readonly service: ServiceKind
  readonly step?: string
}

/**
 * All that is known of one case (办件状态): flat, plain JSON, copied on write; arrays go by node id. Replaying the events gives it.
 */
export interface CaseState {
  readonly caseId: string
  /** seq of the last event. */
  readonly version: number
  readonly lastAt: Instant
  /** Hash of the definition. */
  readonly definition: string
  readonly matter: string
  readonly applicant: string
  readonly handling?: Handling
  readonly status: CaseStatus
  readonly ending?: CaseEnding
  readonly facts: FactRecord
  readonly judgements: Readonly<Record<string, boolean>>
  /** Names of the documents handed in, with where they are kept ('' where nobody said). */
  readonly materials: Readonly<Record<string, string>>
  readonly nodes: readonly NodeState[]
  /** The branch that each choice took; -1 for none. */
  readonly chosen: readonly number[]
  /** When each node became ready (a 特别程序 with 另计: when it began), and when it was done; 0 where it has not. */
  readonly readyAt: readonly Instant[]
  readonly doneAt: readonly Instant[]
  /** 特别程序 without 位置, by their place: when they began and ended; 0 where they have not. */
  readonly floatingFrom: readonly Instant[]
  readonly floatingTo: readonly Instant[]
  readonly ledger: ClockLedger
  readonly supplement?: OpenSupplement
  /** How often each 补正 was asked for. */
  readonly supplementCounts: Readonly<Record<string, number>>
  readonly returns: number
  readonly outputs: readonly string[]
  readonly services: readonly PendingService[]
  /** Scores by step, '' for the case. */
  readonly ratings: Readonly<Record<string, number>>
  /** Alerts already raised, as clock and level. */
  readonly alerts: readonly string[]
}
