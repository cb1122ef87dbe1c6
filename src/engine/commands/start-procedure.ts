import type { Duration } from '../../calendar/duration.ts'
import { isAccepted } from '../acceptance.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { type FoundProcedure, findProcedure, isRunning } from '../find-procedure.ts'
import { refuseUnlessOpen, refuseWhileSupplementing } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'

/** 开始特别程序: 听证, 检验, 专家评审 …; what does not count (不计入) does not from here on. */
export const startProcedure: Handler<'startProcedure'> = (work, { procedure: name, reason }) => {
  const found = findProcedure(work, name)
  if (!found.ok) return found.error
  const refused =
    refuseWhileSupplementing(work) ??
    (isRunning(work, found.value)
      ? refuse('step-not-ready', `“${name}”已经开始`, '办好以后请结束', { field: 'procedure', names: [name] })
      : undefined) ??
    refuseUntimely(work, found.value) ??
    refuseText(reason, 'reason')
  if (refused !== undefined) return refused
  const { at, procedure } = found.value
  const limit = limitOf(work, found.value)
  emit(work, {
    kind: 'procedureStarted',
    procedure: name,
    ...at,
    clock: procedure.clock,
    ...(limit !== undefined && { limit }),
    ...(reason !== undefined && { reason }),
  })
  return undefined
}

/** With a 位置 it has its turn; without, it may begin between 受理 and 决定 where its 当 holds. */
function refuseUntimely(work: CaseWork, { procedure, at }: FoundProcedure): Refusal | undefined {
  const { definition, state } = work
  const { name, when } = procedure
  if ('node' in at) return refuseUnlessOpen(work, at.node, name)
  if (!isAccepted(work)) return refuse('wrong-status', `受理以后才能开始“${name}”`, '请先受理')
  if (state.ledger.decidedAt !== undefined) {
    return refuse('wrong-status', `已经作出决定，不能再开始“${name}”`, '请办理后面的环节')
  }
  const truth = when === undefined ? 'yes' : definition.truthOf(when, state.facts)
  if (truth === 'yes' || when === undefined) return undefined
  const names = truth === 'no' ? [name] : definition.neededFor(when, state.facts)
  return truth === 'no'
    ? refuse('condition-not-met', `这个办件用不上“${name}”`, '请看特别程序的适用情形', { names })
    : refuse('missing-fact', `要不要“${name}”还定不下来`, `要先填写${listed(names)}`, { names })
}

function limitOf({ definition, state }: CaseWork, { procedure }: FoundProcedure): Duration | undefined {
  return procedure.limits.find(({ when }) => when === undefined || definition.truthOf(when, state.facts) === 'yes')
    ?.limit
}
