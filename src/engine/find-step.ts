import { failure, type Result, success } from '../base/result.ts'
import type { Step } from '../model/flow.ts'
import { NODE, type NodeState } from './case-state.ts'
import type { CaseWork } from './case-work.ts'
import type { CaseDefinition } from './flow/definition.ts'
import { refuseOthersThanStaffOf } from './permissions.ts'
import type { Refusal } from './refusal.ts'
import { listed, refuse } from './refuse.ts'

/** A step of a case with its node (环节). */
export interface FoundStep {
  readonly id: number
  readonly step: Step
}

/** Finds a step by its name (按名称找环节). */
export function findStep(definition: CaseDefinition, name: string): Result<FoundStep, Refusal> {
  const id = definition.nodeOf.get(name)
  const step = id === undefined ? undefined : definition.nodes[id]?.step
  return id === undefined || step === undefined ? failure(refuseUnknownStep(definition, name)) : success({ id, step })
}

function refuseUnknownStep({ nodes }: CaseDefinition, name: string): Refusal {
  const names = nodes.flatMap(({ step }) => step?.name ?? [])
  return refuse('unknown-step', `没有环节“${name}”`, `有：${names.join('、')}`, { field: 'step', names })
}

/** Finds a step that the actor may work on now (在办的环节): ready or begun, of the actor's role, while nobody waits for a 补正. */
export function findOpenStep(work: CaseWork, name: string): Result<FoundStep, Refusal> {
  const found = findStep(work.definition, name)
  if (!found.ok) return found
  const { id } = found.value
  const refused =
    refuseOthersThanStaffOf(work, [id]) ?? refuseWhileSupplementing(work) ?? refuseUnlessOpen(work, id, name)
  return refused === undefined ? found : failure(refused)
}

/** The steps that are ready or begun (在办的环节). */
export function stepsUnderWay({ definition, state }: CaseWork): readonly number[] {
  return definition.nodes.flatMap(({ step }, id) => {
    const now = state.nodes[id]
    return step !== undefined && (now === NODE.ready || now === NODE.running) ? [id] : []
  })
}

/** Why a node cannot be worked on (环节没有轮到): it is neither ready nor begun. */
export function refuseUnlessOpen({ definition, state }: CaseWork, id: number, name: string): Refusal | undefined {
  const now = state.nodes[id] ?? NODE.waiting
  if (now === NODE.ready || now === NODE.running) return undefined
  const when = definition.graph.nodes[id]?.when
  const names = now === NODE.blocked && when !== undefined ? definition.neededFor(when, state.facts) : [name]
  const help = now === NODE.blocked ? `要先填写${listed(names)}` : '请看办件现在可以办哪些环节'
  return refuse('step-not-ready', `“${name}”${STANDING[now]}`, help, { field: 'step', names })
}

const STANDING: Readonly<Record<NodeState, string>> = {
  [NODE.waiting]: '还没有轮到',
  [NODE.blocked]: '要不要办还定不下来',
  [NODE.ready]: '可以开始',
  [NODE.running]: '正在办',
  [NODE.done]: '已经办完',
  [NODE.passedOver]: '这次不用办',
  [NODE.dead]: '这次不经过',
  [NODE.cancelled]: '已经取消',
}

/** Why nothing of the flow goes on while the applicant is asked for a 补正. */
export function refuseWhileSupplementing({ state }: CaseWork): Refusal | undefined {
  if (state.supplement === undefined) return undefined
  return refuse('wrong-status', '正在等申请人补正', '补正以后再办', { names: state.supplement.missing })
}
