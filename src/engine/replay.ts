import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { newCase } from './new-case.ts'

/** The state that a history leads to (重放). Throws a TypeError for events that are none of one case, one after the other. */
export function replay(caseId: string, events: Iterable<CaseEvent>): CaseState {
  let state: CaseState | undefined
  for (const event of events) state = evolve(state ?? newCase(caseId), event)
  if (state === undefined) throw new TypeError('a case without events has no state')
  return state
}
