import type { Step } from '../../model/flow.ts'
import { type CaseState, NODE } from '../case-state.ts'
import type { Policy } from '../context.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import { type Handling, SERVICES } from '../parts.ts'
import type { EnabledCommand } from './enabled-command.ts'

/** A case as somebody looks at it who wants to know what can be done (办件的当前情况). */
export interface CaseView {
  readonly definition: CaseDefinition
  readonly state: CaseState
  readonly policy: Pick<Policy, 'mostReturns'>
}

/** Who may do something. */
export type Doer = Pick<EnabledCommand, 'who' | 'role' | 'organs'>

/** The staff who may do what is for one of these steps (环节的办理人员); where there is no step, any staff. */
export function staffOf({ definition, state }: CaseView, nodes: readonly number[]): readonly Doer[] {
  return staffWithRoleOf(definition, nodes, state.handling)
}

/** The same before a case has begun, or with the organs that are to handle it. */
export function staffWithRoleOf(
  definition: CaseDefinition,
  nodes: readonly number[],
  handling?: Handling,
): readonly Doer[] {
  const steps = nodes.flatMap((id) => definition.nodes[id]?.step ?? [])
  if (steps.length === 0) return [{ who: 'staff' }]
  const doers = new Map<string, Doer>()
  for (const step of steps) {
    const organs = organsOf(step, handling)
    const doer: Doer = {
      who: 'staff',
      ...(step.role !== undefined && { role: step.role }),
      ...(organs !== undefined && { organs }),
    }
    doers.set(JSON.stringify(doer), doer)
  }
  return [...doers.values()]
}

/** The applicant, and the staff of 受理 on behalf of somebody at the counter. */
export function applicantSide(view: CaseView): readonly Doer[] {
  return [{ who: 'applicant' }, ...staffOf(view, view.definition.byStage.acceptance)]
}

/** 受理 and 送达 are the receiving organ's, all else the deciding one's. */
function organsOf({ stages }: Step, handling: Handling | undefined): readonly string[] | undefined {
  if (handling === undefined) return undefined
  const receives = stages.filter((stage) => stage === 'acceptance' || stage === 'delivery').length
  return [
    ...(receives > 0 ? [handling.receivingOrgan] : []),
    ...(receives < stages.length ? [handling.decidingOrgan] : []),
  ]
}

/** Whether a node can be worked on (轮到的环节): it is ready or begun. */
export function isOpenNode({ state }: CaseView, id: number): boolean {
  return state.nodes[id] === NODE.ready || state.nodes[id] === NODE.running
}

/** The steps that can be worked on, by node id. */
export function openSteps(view: CaseView): readonly (readonly [id: number, step: Step])[] {
  return view.definition.nodes.flatMap(({ step }, id) =>
    step !== undefined && isOpenNode(view, id) ? [[id, step] as const] : [],
  )
}

/** Finds who may give one kind of command now, and with what. */
export type Finding = (view: CaseView) => readonly Omit<EnabledCommand, 'command'>[]

/** The services that a step waits for (在等的服务), by their official names. */
export function pendingServices({ state }: CaseView, step: string): readonly string[] {
  return [...new Set(state.services.filter((each) => each.step === step).map(({ service }) => SERVICES[service]))]
}
