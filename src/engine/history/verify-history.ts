import { failure, type Result, success } from '../../base/result.ts'
import type { CaseState } from '../case-state.ts'
import { evolve } from '../evolve.ts'
import { newCase } from '../new-case.ts'
import { type ChainEnd, checkLink } from './check-chain.ts'
import { findImpossible } from './find-impossible.ts'
import { type HistoryFault, historyFault } from './history-fault.ts'
import { firstLink } from './seal-events.ts'
import type { SealedEvent } from './sealed-event.ts'

/** A history that holds (可信的历史): where the case stands after it, and the link that the next event follows. */
export interface VerifiedHistory {
  readonly state: CaseState
  readonly end: ChainEnd
}

/**
 * Verifies the history of a case from its first event (核验历史): each event has its shape and its place, is chained to
 * the one before, and can happen where the case then stands. Answers the first that is altered, missing, out of order,
 * malformed or impossible.
 *
 * A chain alone does not tell that its last events were cut off: `head`, kept somewhere else (a receipt, the index of
 * the store), does. Events after the head are fine.
 */
export function verifyHistory(
  caseId: string,
  events: readonly SealedEvent[],
  head?: ChainEnd,
): Result<VerifiedHistory, HistoryFault> {
  let end: ChainEnd = { version: 0, hash: firstLink(caseId) }
  let state: CaseState | undefined
  for (const [index, sealed] of events.entries()) {
    const link = checkLink(end, events, index)
    if (!link.ok) return link
    const { event } = sealed
    const impossible = findImpossible(caseId, state, event)
    if (impossible !== undefined) return failure(historyFault('impossible', event.seq, impossible))
    state = evolve(state ?? newCase(caseId), event)
    end = link.value
    if (end.version === head?.version && end.hash !== head.hash) return failure(historyFault('altered', event.seq))
  }
  if (state === undefined || (head !== undefined && end.version < head.version)) {
    return failure(historyFault('missing', end.version + 1))
  }
  return success({ state, end })
}
