import type { Step } from '../model/flow.ts'
import type { Actor } from './actor.ts'
import type { CaseWork } from './case-work.ts'
import type { Refusal } from './refusal.ts'
import { listed, refuse } from './refuse.ts'

/** Whether somebody holds the role that a step asks for; one without 角色 is for any staff. */
function holdsRole({ roles }: Actor, role: string | undefined): boolean {
  return role === undefined || roles.includes(role)
}

/** 收受分离: 受理 and 送达 are the receiving organ's, all else the deciding one's; a step of both kinds is for both. */
function isOrganOf({ state: { handling }, context: { by } }: CaseWork, { stages }: Pick<Step, 'stages'>): boolean {
  if (handling === undefined || by.organ === undefined) return true
  const receives = (stage: Step['stages'][number]) => stage === 'acceptance' || stage === 'delivery'
  return (
    (stages.some(receives) && by.organ === handling.receivingOrgan) ||
    (!stages.every(receives) && by.organ === handling.decidingOrgan)
  )
}

/**
 * Why the actor may do nothing that is for the staff of these steps (角色、机构的核对); one of them is enough, and where there
 * are none any staff may.
 */
export function refuseOthersThanStaffOf(work: CaseWork, steps: readonly number[]): Refusal | undefined {
  const isAllowed =
    work.context.by.kind === 'staff' &&
    (steps.length === 0 || steps.some((id) => isFor(work, work.definition.nodes[id]?.step)))
  return isAllowed ? undefined : refuseActor(work, steps)
}

function isFor(work: CaseWork, step: Step | undefined): boolean {
  return step !== undefined && holdsRole(work.context.by, step.role) && isOrganOf(work, step)
}

function refuseActor({ definition, state, context: { by } }: CaseWork, nodes: readonly number[]): Refusal {
  const steps = nodes.flatMap((id) => definition.nodes[id]?.step ?? [])
  const roles = [...new Set(steps.flatMap(({ role }) => role ?? []))]
  if (by.kind !== 'staff') {
    return refuse('wrong-role', '这件事由工作人员办', '请由工作人员办理', { names: roles })
  }
  if (!steps.some(({ role }) => holdsRole(by, role))) {
    return refuse('wrong-role', `这件事由${listed(roles)}办`, '请由有这个角色的人员办理', { names: roles })
  }
  const { receivingOrgan = '', decidingOrgan = '' } = state.handling ?? {}
  return refuse(
    'wrong-organ',
    '这一步不归您所在的机构办',
    `收件、送达由${receivingOrgan}办，审查、决定由${decidingOrgan}办`,
    { names: [receivingOrgan, decidingOrgan] },
  )
}

/**
 * Why the actor may not do what is the applicant's (申请人的核对). Staff who accept (窗口) may, on behalf of somebody at the
 * counter. That an applicant acts on the own case only is checked for every command.
 */
export function refuseOthersThanApplicant(work: CaseWork): Refusal | undefined {
  const { by } = work.context
  if (by.kind === 'applicant') return undefined
  if (by.kind === 'staff') return refuseOthersThanStaffOf(work, work.definition.byStage.acceptance)
  return refuse('not-applicant', '这件事由申请人办', '请由申请人办理')
}
