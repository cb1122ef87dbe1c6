import type { Condition } from '../../../model/condition.ts'
import type { Matter } from '../../../model/matter.ts'
import { detail } from '../details.ts'
import type { GuideDetail } from '../guide-content.ts'
import { limitWords } from '../limit-words.ts'

/** What depends on a situation, in the matter's own words (情形影响什么). */
export function situationEffects(name: string, matter: Matter): readonly GuideDetail[] {
  const here = (when: Condition | undefined) => when !== undefined && mentions(when, name)
  const named = (list: readonly { readonly name: string; readonly when?: Condition | undefined }[]) =>
    list.filter(({ when }) => here(when)).map((each) => each.name)
  const requirements = matter.requirements.filter(
    ({ rule, when, except }) => here(rule) || here(when) || except.some(here),
  )
  const choices = matter.materialChoices.flatMap(({ name: own, materials, when }) =>
    here(when) ? [own ?? materials.join('或')] : [],
  )
  const steps = matter.flow.flatMap((item) => (item.kind === 'step' ? [item] : []))
  const branching = matter.flow.flatMap((item) =>
    item.kind === 'choice' && item.branches.some(({ when }) => here(when)) ? [item.name] : [],
  )
  const limits = [
    ...matter.promisedLimits.flatMap(({ when, limit }) => (here(when) ? [`承诺时限${limitWords(limit)}`] : [])),
    ...matter.statutoryLimits.flatMap(({ when, limit }) => (here(when) ? [`法定时限${limitWords(limit)}`] : [])),
    ...[...steps, ...matter.specialProcedures].flatMap((step) =>
      step.limits.flatMap(({ when, limit }) => (here(when) ? [`${step.name}${limitWords(limit)}`] : [])),
    ),
  ]
  return [
    ...detail('会影响条件', requirements.map((each) => each.name).join('；')),
    ...detail('会影响材料', [...named(matter.materials), ...choices].join('、')),
    ...detail('会影响环节', [...named(steps), ...branching, ...named(matter.specialProcedures)].join('、')),
    ...detail('会影响时限', limits.join('、')),
    ...detail('会影响情形', named(matter.situations).join('、')),
  ]
}

function mentions(condition: Condition, situation: string): boolean {
  if (condition.kind === 'situation') return condition.situation === situation
  if (condition.kind === 'not') return mentions(condition.of, situation)
  return (
    (condition.kind === 'all' || condition.kind === 'any') && condition.of.some((part) => mentions(part, situation))
  )
}
