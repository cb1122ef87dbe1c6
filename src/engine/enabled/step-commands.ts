import type { Step } from '../../model/flow.ts'
import { onlyAccepts } from '../acceptance.ts'
import { NODE } from '../case-state.ts'
import { factIn } from '../flow/compile-condition.ts'
import { resetNodes } from '../flow/reset.ts'
import { openProcedures } from '../outstanding.ts'
import { type CaseView, type Finding, openSteps, pendingServices, staffOf } from './case-view.ts'

/** 开始环节: every step that is ready. */
export const startableSteps: Finding = (view) =>
  openSteps(view).flatMap(([id, { name }]) =>
    view.state.nodes[id] === NODE.ready ? staffOf(view, [id]).map((doer) => ({ ...doer, step: name })) : [],
  )

/** 完成环节: every step that is ready or begun, unless 受理 comes first. */
export const completableSteps: Finding = (view) =>
  openSteps(view).flatMap(([id, step]) => {
    if (waitsForAcceptance(view, id, step)) return []
    const facts = step.collects.filter((name) => factIn(view.state.facts, name) === undefined)
    const services = pendingServices(view, step.name)
    const procedures = step.stages.includes('decision') ? openProcedures(view.definition, view.state) : []
    const waits = services.length > 0 || procedures.length > 0
    return staffOf(view, [id]).map((doer) => ({
      ...doer,
      step: step.name,
      ...(facts.length > 0 && { facts }),
      ...(waits && {
        waitsFor: { ...(services.length > 0 && { services }), ...(procedures.length > 0 && { procedures }) },
      }),
    }))
  })

/** The last step of 受理 is done by accepting, or after it. */
function waitsForAcceptance({ definition, state }: CaseView, id: number, { stages }: Step): boolean {
  if (onlyAccepts(definition, id)) return true
  if (!stages.includes('acceptance') || state.ledger.acceptedAt !== undefined) return false
  return definition.byStage.acceptance.every((other) => other === id || (state.nodes[other] ?? NODE.done) >= NODE.done)
}

/** 退回: to every step that is done, has an open step after it, and does not undo 受理 or a decision. */
export const returnableSteps: Finding = (view) => {
  const { definition, state, policy } = view
  if (state.returns >= policy.mostReturns) return []
  return definition.nodes.flatMap(({ step }, id) => {
    if (step === undefined || state.nodes[id] !== NODE.done) return []
    const reset = resetNodes(definition, id)
    const undone = reset.filter((node) => state.nodes[node] === NODE.done)
    if (undone.some((node) => onlyAccepts(definition, node))) return []
    if (state.ledger.decidedAt !== undefined && undone.some((node) => definition.byStage.decision.includes(node))) {
      return []
    }
    const from = openSteps(view).flatMap(([open]) => (open !== id && reset.includes(open) ? [open] : []))
    return from.length === 0 ? [] : staffOf(view, from).map((doer) => ({ ...doer, step: step.name }))
  })
}
