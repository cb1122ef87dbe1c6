import type { CaseState } from './case-state.ts'
import type { CaseWork } from './case-work.ts'
import { catchUp } from './catch-up.ts'
import type { Command, CommandKind, CommandOf } from './command.ts'
import { openCase } from './commands/submit.ts'
import { COMMANDS } from './commands.ts'
import type { CommandContext } from './context.ts'
import type { CaseEvent } from './event.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { NewCase } from './new-case.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'
import { refuseId } from './refuse-id.ts'
import { settle } from './settle.ts'

/** What comes of a command (命令的结果): the events, in their order, with the state that they lead to; or a refusal and nothing. */
export type Decision =
  | { readonly events: readonly CaseEvent[]; readonly state: CaseState; readonly refused?: never }
  | { readonly refused: Refusal; readonly events?: never; readonly state?: never }

/** What is still possible after the end (结束以后还能办的). */
const AFTER_THE_END: ReadonlySet<CommandKind> = new Set(['deliver', 'rate', 'tick'])

/**
 * Decides what comes of a command (裁决): first what has fallen due by now happens, each thing with the moment it fell due,
 * so that a late look at the case finds what a timely one would have; then the command is judged; then what follows from it
 * by itself happens. A refused command leaves no trace.
 *
 * It changes nothing of what it is given and reads no clock: the same arguments give the same events.
 */
export function decide(
  definition: CaseDefinition,
  state: CaseState | NewCase,
  command: Command,
  context: CommandContext,
): Decision {
  const unfit = refuseContext(context)
  if (unfit !== undefined) return { refused: unfit }
  if (!('status' in state)) return decideNew(definition, state, command, context)
  const work: CaseWork = { definition, context, events: [], state }
  const refused = refuseStranger(work) ?? refuseOutOfOrder(work)
  if (refused !== undefined) return { refused }
  catchUp(work)
  if (work.state.status === 'ended' && !AFTER_THE_END.has(command.kind)) {
    return { refused: refuse('ended', '办件已经结束', '结束以后只能送达、评价') }
  }
  return conclude(work, handle(command.kind, work, command))
}

function decideNew(definition: CaseDefinition, state: NewCase, command: Command, context: CommandContext): Decision {
  if (command.kind !== 'submit') return { refused: refuse('unknown-case', '没有这个办件', '请先提交申请') }
  const opened = openCase(definition, state, command, context)
  return opened.ok ? conclude(opened.value, undefined) : { refused: opened.error }
}

function conclude(work: CaseWork, refused: Refusal | undefined): Decision {
  if (refused !== undefined) return { refused }
  if (work.state.status !== 'ended') settle(work)
  return { events: work.events, state: work.state }
}

function handle<K extends CommandKind>(
  kind: K,
  work: CaseWork,
  command: { readonly [C in CommandKind]: CommandOf<C> }[K],
): Refusal | undefined {
  return COMMANDS[kind](work, command)
}

/** What every event carries must be fit to be kept. Moments before 1970 would read as “not yet” in the state. */
function refuseContext({ at, by }: CommandContext): Refusal | undefined {
  if (!Number.isSafeInteger(at) || at <= 0) {
    return refuse('bad-command', '时刻写得不对', '请写1970年以来的毫秒数', { field: 'at' })
  }
  if (by.organ === '' || by.roles.includes('')) {
    return refuse('bad-command', '操作人的角色或者机构是空的', '请写全，没有的不要写', { field: 'by' })
  }
  return refuseId(by.id, 'by.id')
}

function refuseStranger({ state, context: { by } }: CaseWork): Refusal | undefined {
  if (by.kind !== 'applicant' || by.id === state.applicant) return undefined
  return refuse('not-applicant', '这不是您申请的办件', '请核对办件编号')
}

function refuseOutOfOrder({ definition, state, context }: CaseWork): Refusal | undefined {
  if (state.definition !== definition.hash) {
    return refuse('wrong-definition', '办件用的是另一版事项', '请用办件开始时的那一版', { names: [state.matter] })
  }
  if (context.at >= state.lastAt) return undefined
  return refuse('backward-time', '时间早于办件的上一件事', '请核对系统时间')
}
