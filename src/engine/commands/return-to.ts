import { onlyAccepts } from '../acceptance.ts'
import { NODE } from '../case-state.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { DEFAULT_POLICY } from '../context.ts'
import type { EventOf } from '../event.ts'
import { findStep, refuseWhileSupplementing, stepsUnderWay } from '../find-step.ts'
import { factIn } from '../flow/compile-condition.ts'
import { resetNodes } from '../flow/reset.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'

/** 退回: a later step sends the case back; the step and all that depends on it is done anew. */
export const returnTo: Handler<'returnTo'> = (work, { step: name, reason }) => {
  const { definition, state, context } = work
  const found = findStep(definition, name)
  if (!found.ok) return found.error
  const { id } = found.value
  const reset = resetNodes(definition, id)
  const later = stepsUnderWay(work).filter((node) => node !== id && reset.includes(node))
  const { mostReturns } = context.policy ?? DEFAULT_POLICY
  const refused =
    refuseWhileSupplementing(work) ??
    refuseTarget(work, id, name) ??
    refuseUndoing(work, reset) ??
    (later.length === 0 ? refuseSideways(work, name) : refuseOthersThanStaffOf(work, later)) ??
    refuseText(reason, 'reason') ??
    (state.returns >= mostReturns
      ? refuse('too-often', `已经退回${state.returns}次，不能再退回`, '请在现在的环节办结')
      : undefined)
  if (refused !== undefined) return refused
  emit(work, { kind: 'returned', node: id, step: name, reset, ...findUndone(work, reset), reason })
  return undefined
}

function refuseTarget({ state }: CaseWork, id: number, name: string): Refusal | undefined {
  if (state.nodes[id] === NODE.done) return undefined
  const about = { field: 'step', names: [name] }
  return refuse('cannot-return', `“${name}”还没有办完，不用退回`, '只能退回到已经办完的环节', about)
}

/** Acceptance is not taken back, nor is a decision. */
function refuseUndoing({ definition, state }: CaseWork, reset: readonly number[]): Refusal | undefined {
  const undone = reset.filter((node) => state.nodes[node] === NODE.done)
  const about = { field: 'step' }
  if (undone.some((node) => onlyAccepts(definition, node))) {
    return refuse('cannot-return', '已经受理，不能退回到受理以前', '只能退回到受理以后的环节', about)
  }
  if (state.ledger.decidedAt !== undefined && undone.some((node) => definition.byStage.decision.includes(node))) {
    return refuse('cannot-return', '已经作出决定，不能退回到决定以前', '决定有错的，请依法变更或者撤销', about)
  }
  return undefined
}

function refuseSideways(work: CaseWork, name: string): Refusal {
  const open = stepsUnderWay(work).flatMap((id) => work.definition.nodes[id]?.name ?? [])
  const about = { field: 'step', names: open }
  return refuse('cannot-return', `在办的环节不在“${name}”之后`, `现在在办：${listed(open)}`, about)
}

/** What no longer holds of what the steps had found out and issued; what a step that stays done has issued too still does. */
function findUndone(
  { definition, state }: CaseWork,
  reset: readonly number[],
): Pick<EventOf<'returned'>, 'clearedFacts' | 'voidedOutputs'> {
  const facts = new Set<string>()
  const issued = new Set<string>()
  const kept = new Set<string>()
  definition.graph.nodes.forEach(({ outputs }, node) => {
    if (state.nodes[node] !== NODE.done) return
    const isUndone = reset.includes(node)
    for (const output of outputs) (isUndone ? issued : kept).add(output)
    if (isUndone) for (const fact of definition.nodes[node]?.step?.collects ?? []) facts.add(fact)
  })
  return {
    clearedFacts: [...facts].filter((fact) => factIn(state.facts, fact) !== undefined),
    voidedOutputs: [...issued].filter((output) => state.outputs.includes(output) && !kept.has(output)),
  }
}
