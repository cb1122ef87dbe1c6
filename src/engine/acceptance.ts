import { judgeAdmission } from '../graph/admission.ts'
import { NODE } from './case-state.ts'
import type { CaseWork } from './case-work.ts'
import { isApplicantsFact } from './check-facts.ts'
import { findMissing } from './check-materials.ts'
import { evaluatorOf } from './evaluator-of.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { FactRecord } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { listed, refuse } from './refuse.ts'

/** Whether the case has been accepted (是否已受理). */
export function isAccepted({ state }: CaseWork): boolean {
  return state.ledger.acceptedAt !== undefined
}

/** The steps of 受理 that are not done yet and may still be (没有办完的受理环节). */
export function openAcceptanceSteps({ definition, state }: CaseWork): readonly number[] {
  return definition.byStage.acceptance.filter((id) => (state.nodes[id] ?? NODE.done) < NODE.done)
}

/** Whether a step does nothing but accept (只受理的环节): it is done when the case is accepted. */
export function onlyAccepts({ nodes }: CaseDefinition, id: number): boolean {
  return nodes[id]?.step?.stages.every((stage) => stage === 'acceptance') ?? false
}

/**
 * Why a case cannot be accepted (不能受理的原因): a condition of acceptance fails, a document is missing, or an answer on
 * which either depends. What only later steps will find out is not asked.
 */
export function refuseAcceptance(
  { definition, state }: CaseWork,
  facts: FactRecord,
  judgements: Readonly<Record<string, boolean>>,
): Refusal | undefined {
  const answers = new Map(Object.entries({ ...state.judgements, ...judgements }))
  const { requirements } = judgeAdmission(definition.matter.requirements, evaluatorOf(definition, facts), answers)
  const failed = requirements.filter(({ failing }) => failing === 'yes').map(({ requirement }) => requirement)
  const [first] = failed
  if (first !== undefined) {
    const names = failed.map(({ name }) => name)
    const help = first.hint ?? '确不符合的，不予受理并说明理由'
    return refuse('condition-not-met', `不满足受理条件：${listed(names)}`, help, {
      names,
      ...(first.origin !== undefined && { origin: first.origin }),
    })
  }
  const missing = findMissing(definition, facts, state.materials)
  if (missing.now.length > 0) {
    return refuse('missing-material', `缺少材料：${listed(missing.now)}`, '请一次性告知申请人补正', {
      names: missing.now,
    })
  }
  const needed = requirements.flatMap(({ neededFacts }) => neededFacts)
  const unanswered = [
    ...new Set([
      ...needed.filter((name) => {
        const fact = definition.facts.get(name)
        return fact !== undefined && isApplicantsFact(definition, fact)
      }),
      ...missing.openFacts,
    ]),
  ]
  if (unanswered.length === 0) return undefined
  return refuse('missing-fact', `还没有填写${listed(unanswered)}，能不能受理说不清`, '请申请人填写', {
    names: unanswered,
  })
}
