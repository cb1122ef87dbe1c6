import type { Material, MaterialChoice } from '../model/application.ts'
import type { Condition } from '../model/condition.ts'
import type { Matter } from '../model/matter.ts'
import type { Evaluator, Truth } from './evaluate-condition.ts'

/** One thing that the applicant has to hand in, or one of several (所需材料). */
export interface RequiredMaterial {
  /** Of a 任选: its own name, or its members with 或 between them. */
  readonly name: string
  readonly required: Truth
  /** How many documents it stands for: of a 任选 as many as must be chosen. */
  readonly count: number
  /** The members of a 任选 that may still be chosen; empty for a single material. */
  readonly choices: readonly string[]
  /** What has to hold, where something has to. */
  readonly when: Condition | undefined
  readonly origin: Material['origin']
}

/** Which materials a case has handed in (true), or has not (false); the others are not known. */
export type Submitted = ReadonlyMap<string, boolean>

/**
 * The materials that an applicant has to hand in (所需材料): not those that are 免提交 or 非必要. Of a 任选 those that were
 * handed in count by their names; for the rest the group stands.
 */
export function requiredMaterials(
  { materials, materialChoices }: Matter,
  evaluator: Evaluator,
  submitted: Submitted,
): readonly RequiredMaterial[] {
  const chosenFrom = new Set(materialChoices.flatMap((choice) => choice.materials))
  const byName = new Map(materials.map((material) => [material.name, material]))
  const truthOf = (when: Condition | undefined): Truth => (when === undefined ? 'yes' : evaluator.truthOf(when))
  const single = (material: Material, when = material.when): RequiredMaterial => ({
    name: material.name,
    required: truthOf(when),
    count: 1,
    choices: [],
    when,
    origin: material.origin,
  })
  return [
    ...materials
      .filter((material) => !chosenFrom.has(material.name) && isHandedIn(material))
      .map((each) => single(each)),
    ...materialChoices.flatMap(fromChoice),
  ]

  function fromChoice(choice: MaterialChoice): readonly RequiredMaterial[] {
    const members = choice.materials.flatMap((name) => byName.get(name) ?? [])
    const available = members.filter(({ name, when }) => truthOf(when) !== 'no' && submitted.get(name) !== false)
    // What need not be handed in fulfils its part of the choice by itself.
    const free = available.filter(({ necessity }) => necessity === 'waived').length
    const given = available.filter(({ name, necessity }) => submitted.get(name) === true && necessity !== 'waived')
    const open = available.filter(({ name, necessity }) => submitted.get(name) !== true && necessity !== 'waived')
    const missing = choice.atLeast - free - given.length
    if (choice.atLeast <= free) return []
    const chosen = given.map((material) => single(material, choice.when))
    if (missing <= 0) return chosen
    if (open.length <= missing) return [...chosen, ...open.map((material) => single(material, choice.when))]
    return [
      ...chosen,
      {
        name: choice.name ?? open.map(({ name }) => name).join('或'),
        required: truthOf(choice.when),
        count: missing,
        choices: open.map(({ name }) => name),
        when: choice.when,
        origin: choice.origin,
      },
    ]
  }
}

function isHandedIn({ necessity }: Material): boolean {
  return necessity !== 'waived' && necessity !== 'optional'
}
