import { NODE } from '../case-state.ts'
import { isFlowResolved } from '../flow/advance.ts'
import { hasResult } from '../has-result.ts'
import { findOutstanding } from '../outstanding.ts'
import { applicantSide, type CaseView, type Doer, type Finding, openSteps, staffOf } from './case-view.ts'

/** 延长: between 受理 and 决定, as often as the matter allows. Whether the limit has run out is for the moment to say. */
export const usableExtensions: Finding = (view) => {
  const { definition, state } = view
  const { acceptedAt, decidedAt, extensions } = state.ledger
  if (acceptedAt === undefined || decidedAt !== undefined) return []
  return definition.matter.extensions.flatMap(({ name, times = 1, when, approver }) => {
    const used = extensions.filter((each) => each.name === name).length
    if (used >= times || (when !== undefined && definition.truthOf(when, state.facts) !== 'yes')) return []
    const doers: readonly Doer[] =
      approver === undefined ? staffOf(view, definition.byStage.decision) : [{ who: 'staff', role: approver }]
    return doers.map((doer) => ({ ...doer, name }))
  })
}

/** 办结: once every step is done. What is outstanding then keeps the case from closing by itself. */
export const closableCase: Finding = (view) => {
  const { definition, state } = view
  if (!isFlowResolved(state.nodes)) return []
  return findOutstanding(definition, state).length === 0 ? [] : staffOf(view, everyStep(view))
}

/** 送达: once there is a result, and once only. */
export const deliverableResult: Finding = (view) => {
  const { definition, state } = view
  const { acceptance, delivery } = definition.byStage
  if (!hasResult(definition, state) || state.ledger.deliveredAt !== undefined) return []
  return staffOf(view, delivery.length > 0 ? delivery : acceptance)
}

/** 撤回: until the decision. */
export const withdrawableCase: Finding = (view) =>
  view.state.ledger.decidedAt === undefined ? applicantSide(view) : []

/** 终止: by who has the case in hand or decides it. */
export const terminableCase: Finding = (view) =>
  staffOf(view, [...openSteps(view).map(([id]) => id), ...view.definition.byStage.decision])

/** 评价: each step that is done, and the case when it has ended. */
export const ratableParts: Finding = ({ definition, state }) => {
  const isOpen = (name: string) => !Object.hasOwn(state.ratings, name)
  const steps = definition.nodes.flatMap(({ step }, id) =>
    step !== undefined && state.nodes[id] === NODE.done && isOpen(step.name) ? [step.name] : [],
  )
  return [
    ...(state.status === 'ended' && isOpen('') ? [{ who: 'applicant' } as const] : []),
    ...steps.map((step) => ({ who: 'applicant', step }) as const),
  ]
}

/** The nodes of all steps. */
export function everyStep({ definition }: CaseView): readonly number[] {
  return definition.nodes.flatMap(({ step }, id) => (step === undefined ? [] : [id]))
}
