import type { CaseState } from '../engine/case-state.ts'
import type { CaseEvent } from '../engine/event.ts'
import type { Refusal } from '../engine/refusal.ts'

/** The command was carried out (已办): what happened, and where the case stood right after it. */
export interface Done {
  readonly kind: 'done'
  readonly caseId: string
  readonly version: number
  readonly events: readonly CaseEvent[]
  readonly state: CaseState
  /** True where the same request was carried out before: this is its first answer once more. */
  readonly repeated: boolean
}

/** Nothing happened (未办). `version` is the one at which the case stands now, where it is known. */
export interface Refused {
  readonly kind: 'refused'
  readonly refusal: Refusal
  readonly caseId?: string
  readonly version?: number
}

/** What becomes of a command (答复). */
export type Answer = Done | Refused

/** What is known of the case that a refused command was for. */
type Known = Pick<Refused, 'caseId' | 'version'>

/** Answers that nothing happened, and why. */
export function refused(refusal: Refusal, known: Known = {}): Refused {
  return { kind: 'refused', refusal, ...known }
}

/** Answers that the case has moved on since the sender looked at it, or while the command was judged (版本不符). */
export function stale(known: Known): Refused {
  return refused(
    { code: 'stale-version', message: '办件已经有了新的进展', help: '重新查看办件，再决定要不要办' },
    known,
  )
}
