import { isAccepted, onlyAccepts, openAcceptanceSteps } from '../acceptance.ts'
import { NODE } from '../case-state.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseMaterials } from '../check-materials.ts'
import { type FoundStep, findOpenStep } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import { openProcedures } from '../outstanding.ts'
import { readOutcome } from '../read-outcome.ts'
import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'
import { emitCompletion, emitStart, refuseMissingFacts, refusePendingService, refuseStepFacts } from '../step-events.ts'

/** 完成环节: with its conclusion and what it found out. A step that was not begun begins and ends at once. */
export const completeStep: Handler<'completeStep'> = (work, { step: name, outcome, facts: given, materials }) => {
  const found = findOpenStep(work, name)
  if (!found.ok) return found.error
  const { id, step } = found.value
  const read = readOutcome(work.definition, step, outcome, given)
  if (!read.ok) return read.error
  const facts = read.value
  const refused =
    refuseBeforeAcceptance(work, found.value) ??
    refusePendingService(work, name) ??
    refuseDuringProcedure(work, found.value) ??
    refuseStepFacts(work, step, facts) ??
    refuseMaterials(work.definition, materials) ??
    refuseMissingFacts(work, step, facts)
  if (refused !== undefined) return refused
  if (work.state.nodes[id] === NODE.ready) emitStart(work, id)
  emitCompletion(work, id, {
    ...(outcome !== undefined && { outcome }),
    ...(facts !== undefined && { facts }),
    ...(materials !== undefined && { materials }),
  })
  if (step.stages.includes('delivery') && work.state.ledger.deliveredAt === undefined) emit(work, { kind: 'delivered' })
  return undefined
}

/** 受理 is a command of its own: the law's clocks begin with it. */
function refuseBeforeAcceptance(work: CaseWork, { id, step }: FoundStep): Refusal | undefined {
  const isTheLast = !isAccepted(work) && openAcceptanceSteps(work).every((other) => other === id)
  const accepts = onlyAccepts(work.definition, id) || (step.stages.includes('acceptance') && isTheLast)
  if (!accepts) return undefined
  return refuse('wrong-status', `“${step.name}”要先受理`, '请用受理（accept）', { names: [step.name] })
}

/** Nothing is decided while a hearing or an expert review goes on. */
function refuseDuringProcedure({ definition, state }: CaseWork, { step }: FoundStep): Refusal | undefined {
  const open = step.stages.includes('decision') ? openProcedures(definition, state) : []
  if (open.length === 0) return undefined
  return refuse('work-left', `${listed(open)}还没有结束`, '结束以后再作决定', { names: open })
}
