import { emit } from '../case-work.ts'
import { isApplicantsFact, refuseChanges, refuseFacts } from '../check-facts.ts'
import { refuseMaterials } from '../check-materials.ts'
import { factIn } from '../flow/compile-condition.ts'
import type { Handler } from '../handler.ts'
import { isHandedIn } from '../missing-part.ts'
import { refuseOthersThanApplicant } from '../permissions.ts'
import { listed, refuse } from '../refuse.ts'
import { requestSharedMaterials } from '../shared-materials.ts'

/** 补正: hands in all that was asked for. What was asked for may be answered anew; other answers stand. */
export const supplement: Handler<'supplement'> = (work, { facts, materials }) => {
  const { definition, state } = work
  const open = state.supplement
  const refused =
    refuseOthersThanApplicant(work) ??
    (open === undefined ? refuse('wrong-status', '现在没有要补正的', '请等办理人员的通知') : undefined) ??
    refuseFacts(definition, facts, (fact) => isApplicantsFact(definition, fact)) ??
    refuseChanges(work, facts, (name) => open?.missing.includes(name) === true) ??
    refuseMaterials(definition, materials)
  if (refused !== undefined) return refused
  const has = {
    material: (name: string) =>
      Object.hasOwn(state.materials, name) || materials?.some((each) => each.name === name) === true,
    fact: (name: string) => factIn(state.facts, name) !== undefined || factIn(facts ?? {}, name) !== undefined,
  }
  const missing = open?.missing.filter((name) => !isHandedIn(definition, name, has)) ?? []
  if (missing.length > 0) {
    return refuse('missing-material', `还缺${listed(missing)}`, '请按通知一次补齐', { names: missing })
  }
  emit(work, {
    kind: 'supplemented',
    ...(facts !== undefined && { facts }),
    ...(materials !== undefined && { materials }),
  })
  requestSharedMaterials(work, state.facts)
  return undefined
}
