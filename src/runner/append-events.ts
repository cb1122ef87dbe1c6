import type { Instant } from '../calendar/instant.ts'
import type { CaseState } from '../engine/case-state.ts'
import { nextWake } from '../engine/clocks/due-actions.ts'
import type { Decision } from '../engine/decide.ts'
import type { CaseDefinition } from '../engine/flow/definition.ts'
import type { ChainEnd } from '../engine/history/check-chain.ts'
import { sealEvents } from '../engine/history/seal-events.ts'
import type { Refusal } from '../engine/refusal.ts'
import type { Appended, CaseSummary } from '../stores/case-store.ts'
import type { CaseHost } from './case-host.ts'

/** A case that events are to be added to (要追加的办件). */
export interface Growing {
  readonly caseId: string
  /** Absent for a new case. */
  readonly state?: CaseState
  readonly end: ChainEnd
  /** The definition that the case is pinned to after these events. */
  readonly definition: CaseDefinition
}

/** What came of a command that was not refused. */
type Accepted = Exclude<Decision, { readonly refused: Refusal }>

/** What tells a request from others (请求的标识). */
export interface RequestKey {
  readonly idempotencyKey: string
  readonly fingerprint: string
}

/** Seals what was decided and appends it with what the index of the store says of the case (封存追加). */
export async function appendEvents(
  host: CaseHost,
  { caseId, end, definition }: Growing,
  { events, state }: Accepted,
  at: Instant,
  key?: RequestKey,
): Promise<Appended> {
  const sealed = sealEvents(end.hash, events)
  const wakeAt = wakeOf(host, definition, state, at)
  await host.shelf.keep(definition)
  const lastHash = sealed.at(-1)?.hash ?? end.hash
  const summary = summaryOf(state, lastHash, wakeAt)
  const appended = await host.store.append({ summary, expectedVersion: end.version, events: sealed, ...key })
  if (appended.kind === 'appended') host.moved(caseId, wakeAt)
  return appended
}

/** When a case wants to be looked at next, after all that was due by this moment has happened; null for never. */
export function wakeOf(
  { calendar, policy }: CaseHost,
  definition: CaseDefinition,
  state: CaseState,
  at: Instant,
): Instant | null {
  return nextWake(definition, state, calendar, policy, at) ?? null
}

function summaryOf(state: CaseState, lastHash: string, wakeAt: number | null): CaseSummary {
  const { caseId, version, matter, definition, applicant, status, ending } = state
  return { caseId, version, matter, definition, applicant, status: ending ?? status, wakeAt, lastHash }
}
