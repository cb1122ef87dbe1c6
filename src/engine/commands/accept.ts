import { failure, type Result, success } from '../../base/result.ts'
import { printCivilDate } from '../../calendar/civil-date.ts'
import { civilDayAt } from '../../calendar/instant.ts'
import { isAccepted, onlyAccepts, openAcceptanceSteps, refuseAcceptance } from '../acceptance.ts'
import { NODE } from '../case-state.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseJudgements } from '../check-judgements.ts'
import type { CommandOf } from '../command.ts'
import { type FoundStep, findOpenStep } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import type { FactRecord } from '../parts.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refuse.ts'
import { emitCompletion, emitStart, refuseMissingFacts, refusePendingService, refuseStepFacts } from '../step-events.ts'

/**
 * 受理: accepts the case. A step that only accepts is done with it; one that does more (即办) begins. Where several steps
 * accept, the last of them accepts the case.
 */
export const accept: Handler<'accept'> = (work, command) => {
  const found = findAcceptanceStep(work, command)
  if (!found.ok) return found.error
  const { definition, state, context } = work
  const { id, step } = found.value
  const { facts, judgements } = command
  const acceptsCase = !isAccepted(work) && openAcceptanceSteps(work).every((other) => other === id)
  const isDone = onlyAccepts(definition, id)
  if (!acceptsCase && !isDone) {
    return refuse('wrong-status', `“${step.name}”不是最后一个受理环节`, '请直接完成这个环节', { field: 'step' })
  }
  const acceptedOn = printCivilDate(civilDayAt(context.at))
  const known: FactRecord = { ...state.facts, ...facts, 受理日期: { kind: 'date', date: acceptedOn } }
  const refused =
    refuseStepFacts(work, step, facts) ??
    refuseJudgements(definition, judgements) ??
    (isDone ? refusePendingService(work, step.name) : undefined) ??
    (acceptsCase ? refuseAcceptance(work, known, judgements ?? {}) : undefined) ??
    (isDone ? refuseMissingFacts(work, step, facts) : undefined)
  if (refused !== undefined) return refused
  if (acceptsCase) {
    emit(work, {
      kind: 'accepted',
      acceptedOn,
      how: 'officer',
      ...(facts !== undefined && { facts }),
      ...(judgements !== undefined && { judgements }),
    })
  }
  if (work.state.nodes[id] === NODE.ready) emitStart(work, id)
  if (isDone) emitCompletion(work, id, acceptsCase ? {} : { ...(facts !== undefined && { facts }) })
  return undefined
}

/** The step that accepts: the one named, else the only one that is open. */
function findAcceptanceStep(work: CaseWork, { step }: CommandOf<'accept'>): Result<FoundStep, Refusal> {
  const { definition, state } = work
  const isCandidate = (id: number) => !isAccepted(work) || onlyAccepts(definition, id)
  const open = openAcceptanceSteps(work).filter(isCandidate)
  if (open.length === 0) {
    const message = isAccepted(work) ? '已经受理过' : '这个办件不经过受理环节'
    return failure(refuse('wrong-status', message, '请办理后面的环节'))
  }
  const ready = open.filter((id) => state.nodes[id] === NODE.ready || state.nodes[id] === NODE.running)
  const candidates = ready.length === 0 ? open : ready
  const names = candidates.flatMap((id) => definition.nodes[id]?.name ?? [])
  const [name, another] = names
  if (step === undefined && name !== undefined && another === undefined) return findOpenStep(work, name)
  if (step === undefined) {
    return failure(
      refuse('unknown-step', '没有写受理哪一个环节', `请写明：${names.join('、')}`, { field: 'step', names }),
    )
  }
  const found = findOpenStep(work, step)
  if (!found.ok || open.includes(found.value.id)) return found.ok ? success(found.value) : found
  return failure(refuse('unknown-step', `“${step}”不是受理环节`, `请写：${names.join('、')}`, { field: 'step', names }))
}
