import { judgeAdmission } from '../../graph/admission.ts'
import type { Condition } from '../../model/condition.ts'
import { onlyAccepts } from '../acceptance.ts'
import { NODE } from '../case-state.ts'
import { isApplicantsFact } from '../check-facts.ts'
import { findMissing } from '../check-materials.ts'
import { timesAsked } from '../evolve.ts'
import { factIn } from '../flow/compile-condition.ts'
import {
  applicantSide,
  type CaseView,
  type Finding,
  isOpenNode,
  openSteps,
  pendingServices,
  staffOf,
} from './case-view.ts'
import type { WaitsFor } from './enabled-command.ts'

/** 受理: by the step that is the last to accept, or only accepts. */
export const acceptableSteps: Finding = (view) => {
  const { definition, state } = view
  const unfinished = definition.byStage.acceptance.filter((id) => (state.nodes[id] ?? NODE.done) < NODE.done)
  const isAccepted = state.ledger.acceptedAt !== undefined
  return openSteps(view).flatMap(([id, step]) => {
    if (!unfinished.includes(id)) return []
    const acceptsCase = !isAccepted && unfinished.every((other) => other === id)
    const isDone = onlyAccepts(definition, id)
    if (!acceptsCase && !isDone) return []
    const lacks = acceptsCase ? findLacks(view) : {}
    if (lacks === undefined) return []
    const facts = isDone ? step.collects.filter((name) => factIn(state.facts, name) === undefined) : []
    const services = isDone ? pendingServices(view, step.name) : []
    const waitsFor: WaitsFor = { ...lacks, ...(services.length > 0 && { services }) }
    return staffOf(view, [id]).map((doer) => ({
      ...doer,
      step: step.name,
      ...(facts.length > 0 && { facts }),
      ...(Object.keys(waitsFor).length > 0 && { waitsFor }),
    }))
  })
}

/** What acceptance waits for; undefined where a condition of acceptance fails. */
function findLacks({ definition, state }: CaseView): WaitsFor | undefined {
  const { facts } = state
  const evaluator = {
    truthOf: (condition: Condition) => definition.truthOf(condition, facts),
    neededFor: (condition: Condition) => definition.neededFor(condition, facts),
  }
  const answers = new Map(Object.entries(state.judgements))
  const { requirements, verdict } = judgeAdmission(definition.matter.requirements, evaluator, answers)
  if (verdict === 'no') return undefined
  const missing = findMissing(definition, facts, state.materials)
  const needed = new Set([...requirements.flatMap(({ neededFacts }) => neededFacts), ...missing.openFacts])
  const open = [...needed].filter((name) => {
    const fact = definition.facts.get(name)
    return fact !== undefined && isApplicantsFact(definition, fact)
  })
  return { ...(open.length > 0 && { facts: open }), ...(missing.now.length > 0 && { materials: missing.now }) }
}

/** 不予受理: as long as the case is not accepted. */
export const refusableCase: Finding = (view) =>
  view.state.ledger.acceptedAt === undefined ? staffOf(view, view.definition.byStage.acceptance) : []

/** 告知补正: by the step that it belongs to, else before acceptance. */
export const requestableSupplements: Finding = (view) => {
  const { definition, state } = view
  const { matter, nodeOf, byStage } = definition
  if (matter.materials.length === 0 && ownFacts(view).length === 0) return []
  return matter.supplements.flatMap(({ name, step, times = 1 }) => {
    const id = step === undefined ? undefined : nodeOf.get(step)
    const isTime = id === undefined ? state.ledger.acceptedAt === undefined : isOpenNode(view, id)
    if (!isTime || timesAsked(state.supplementCounts, name) >= times) return []
    return staffOf(view, id === undefined ? byStage.acceptance : [id]).map((doer) => ({ ...doer, name }))
  })
}

/** 补正: while it is asked for. What was asked for comes with it. */
export const handInSupplement: Finding = (view) => {
  const { definition, state } = view
  if (state.supplement === undefined) return []
  const { missing } = state.supplement
  const facts = missing.filter((name) => definition.facts.has(name))
  const materials = missing.filter((name) => !definition.facts.has(name))
  return applicantSide(view).map((doer) => ({
    ...doer,
    name: state.supplement?.name ?? '',
    ...(facts.length > 0 && { facts }),
    ...(materials.length > 0 && { materials }),
  }))
}

function ownFacts({ definition }: CaseView): readonly string[] {
  return definition.matter.facts.filter((fact) => isApplicantsFact(definition, fact)).map(({ name }) => name)
}
