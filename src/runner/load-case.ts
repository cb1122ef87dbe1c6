import { failure, type Result, success } from '../base/result.ts'
import type { CaseDefinition } from '../engine/flow/definition.ts'
import type { SealedEvent } from '../engine/history/sealed-event.ts'
import { type VerifiedHistory, verifyHistory } from '../engine/history/verify-history.ts'
import type { Refusal } from '../engine/refusal.ts'
import { refuse } from '../engine/refuse.ts'
import type { CaseStore, CaseSummary, StoredEvent } from '../stores/case-store.ts'
import type { CaseHost } from './case-host.ts'

/** A case with its verified history and the definition that it is pinned to (调出的办件). */
export interface LoadedCase extends VerifiedHistory {
  readonly definition: CaseDefinition
  readonly events: readonly SealedEvent[]
}

/** Loads a case and verifies its history; `upTo` a version where an earlier state is wanted. Undefined for no such case. */
export async function loadCase(
  { store, shelf }: CaseHost,
  caseId: string,
  upTo?: number,
): Promise<Result<LoadedCase, Refusal> | undefined> {
  const summary = await store.summary(caseId)
  if (summary === undefined) return undefined
  const events = await readEvents(store, summary, upTo)
  const verified = verifyHistory(caseId, events, upTo === undefined ? headOf(summary) : undefined)
  if (!verified.ok) {
    const message = `办件的历史记录对不上：${verified.error.message}`
    return failure(refuse('bad-history', message, '办件已停下，请管理员从备份核对这件事及以后的记录'))
  }
  const definition = await shelf.pinned(verified.value.state.definition)
  return definition.ok ? success({ ...verified.value, events, definition: definition.value }) : definition
}

/** Loads a case that has to be there. */
export async function findCase(host: CaseHost, caseId: string): Promise<Result<LoadedCase, Refusal>> {
  return (await loadCase(host, caseId)) ?? failure(unknownCase())
}

/** Says that there is no such case (没有这个办件). */
export function unknownCase(): Refusal {
  return refuse('unknown-case', '没有这个办件', '请核对办件编号', { field: 'caseId' })
}

function headOf({ version, lastHash }: CaseSummary) {
  return { version, hash: lastHash }
}

async function readEvents(store: CaseStore, { caseId }: CaseSummary, upTo = Number.POSITIVE_INFINITY) {
  const events: StoredEvent[] = []
  for await (const stored of store.read(caseId)) {
    if (events.length >= upTo) break
    events.push(stored)
  }
  return events
}
