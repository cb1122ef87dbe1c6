import type { CaseState } from '../../engine/case-state.ts'
import type { Command } from '../../engine/command.ts'
import type { CommandContext } from '../../engine/context.ts'
import type { Decision } from '../../engine/decide.ts'
import type { CaseEvent } from '../../engine/event.ts'
import type { CaseDefinition } from '../../engine/flow/definition.ts'
import type { NewCase } from '../../engine/new-case.ts'

/** One command of a case with what came of it (一次办理). A refused one leaves the state as it was. */
export interface CaseAttempt {
  readonly before: CaseState | NewCase
  readonly command: Command
  readonly context: CommandContext
  readonly decision: Decision
  readonly after: CaseState | NewCase
}

/** A case from its first command on, with all that was tried (办件的来龙去脉). */
export interface CaseWalk {
  readonly definition: CaseDefinition
  readonly attempts: readonly CaseAttempt[]
  readonly events: readonly CaseEvent[]
  readonly state: CaseState | NewCase
}
