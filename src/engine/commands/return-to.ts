import { onlyAccepts } from '../acceptance.ts'
import { NODE } from '../case-state.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { DEFAULT_POLICY } from '../context.ts'
import { findStep, refuseWhileSupplementing } from '../find-step.ts'
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
  const { mostReturns } = context.policy ?? DEFAULT_POLICY
  const refused =
    refuseWhileSupplementing(work) ??
    refuseReset(work, name, reset) ??
    refuseOthersThanStaffOf(
      work,
      reset.filter((other) => other !== id && isOpenStep(work, other)),
    ) ??
    refuseText(reason, 'reason') ??
    (state.returns >= mostReturns
      ? refuse('too-often', `已经退回${state.returns}次，不能再退回`, '请在现在的环节办结')
      : undefined)
  if (refused !== undefined) return refused
  const undone = reset.filter((node) => state.nodes[node] === NODE.done)
  const clearedFacts = undone.flatMap((node) => definition.nodes[node]?.step?.collects ?? [])
  // What a step that stays done has issued too still holds.
  const kept = definition.graph.nodes.flatMap(({ outputs }, node) =>
    state.nodes[node] === NODE.done && !reset.includes(node) ? outputs : [],
  )
  const voidedOutputs = undone
    .flatMap((node) => definition.graph.nodes[node]?.outputs ?? [])
    .filter((output) => !kept.includes(output))
  emit(work, {
    kind: 'returned',
    node: id,
    step: name,
    reset,
    clearedFacts: [...new Set(clearedFacts)].filter((fact) => factIn(state.facts, fact) !== undefined),
    voidedOutputs: [...new Set(voidedOutputs)].filter((output) => state.outputs.includes(output)),
    reason,
  })
  return undefined
}

function isOpenStep({ definition, state }: CaseWork, id: number): boolean {
  const now = state.nodes[id]
  return definition.nodes[id]?.step !== undefined && (now === NODE.ready || now === NODE.running)
}

/** Acceptance is not taken back, nor is a decision; and only a step that is done can be done anew. */
function refuseReset(work: CaseWork, name: string, reset: readonly number[]): Refusal | undefined {
  const { definition, state } = work
  const about = { field: 'step', names: [name] }
  const [target] = reset
  if (target === undefined || state.nodes[target] !== NODE.done) {
    return refuse('cannot-return', `“${name}”还没有办完，不用退回`, '只能退回到已经办完的环节', about)
  }
  const undone = reset.filter((node) => state.nodes[node] === NODE.done)
  if (undone.some((node) => onlyAccepts(definition, node))) {
    return refuse('cannot-return', '已经受理，不能退回到受理以前', '只能退回到受理以后的环节', about)
  }
  if (state.ledger.decidedAt !== undefined && undone.some((node) => definition.byStage.decision.includes(node))) {
    return refuse('cannot-return', '已经作出决定，不能退回到决定以前', '决定有错的，请依法变更或者撤销', about)
  }
  if (!reset.some((node) => node !== target && isOpenStep(work, node))) {
    const open = definition.nodes.flatMap((node, id) => (isOpenStep(work, id) ? [node.name] : []))
    return refuse('cannot-return', `在办的环节不在“${name}”之后`, `现在在办：${listed(open)}`, about)
  }
  return undefined
}
