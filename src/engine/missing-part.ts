import { isApplicantsFact } from './check-facts.ts'
import type { CaseDefinition } from './flow/definition.ts'

/** Whether something is what an applicant can be asked for (可以要求补正的): a document, a 任选 by its name, or an own answer. */
export function canBeMissing(definition: CaseDefinition, name: string): boolean {
  const fact = definition.facts.get(name)
  return (
    definition.materials.has(name) ||
    definition.matter.materialChoices.some((choice) => choice.name === name) ||
    (fact !== undefined && isApplicantsFact(definition, fact))
  )
}

/** Whether what was asked for is there (补齐没有): of a 任选 as many documents as must be chosen. */
export function isHandedIn(
  definition: CaseDefinition,
  name: string,
  has: { readonly material: (name: string) => boolean; readonly fact: (name: string) => boolean },
): boolean {
  if (definition.materials.has(name)) return has.material(name)
  const choice = definition.matter.materialChoices.find((each) => each.name === name)
  return choice === undefined ? has.fact(name) : choice.materials.filter(has.material).length >= choice.atLeast
}
