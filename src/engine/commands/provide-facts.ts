import { emit } from '../case-work.ts'
import { isApplicantsFact, isStaffsFact, refuseChanges, refuseFacts } from '../check-facts.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanApplicant } from '../permissions.ts'
import { refuse } from '../refuse.ts'
import { requestSharedMaterials } from '../shared-materials.ts'

/** 补充填写: answers that are not given yet, the applicant's by the applicant, those of a role by who holds it. */
export const provideFacts: Handler<'provideFacts'> = (work, { facts }) => {
  const { definition, state, context } = work
  const actsForApplicant = refuseOthersThanApplicant(work) === undefined
  const refused =
    (Object.keys(facts).length === 0
      ? refuse('bad-command', '一项信息也没有写', '请写要填写的信息', { field: 'facts' })
      : undefined) ??
    (context.by.kind === 'system' ? refuse('wrong-role', '信息由人填写', '服务的结果请作为服务的答复') : undefined) ??
    refuseFacts(definition, facts, (fact) =>
      isApplicantsFact(definition, fact) ? actsForApplicant : context.by.kind === 'staff' && isStaffsFact(work, fact),
    ) ??
    refuseChanges(work, facts, () => false)
  if (refused !== undefined) return refused
  emit(work, { kind: 'factsProvided', facts })
  requestSharedMaterials(work, state.facts)
  return undefined
}
