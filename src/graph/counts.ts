import { type Rational, rational } from '../base/rational.ts'
import type { Origin } from '../base/source-file.ts'
import type { Material, MaterialChoice } from '../model/application.ts'
import type { Matter } from '../model/matter.ts'
import type { TargetSubject } from '../model/terms.ts'

/** What is counted in numbers rather than in time (材料、环节、跑动). */
export type CountedSubject = Exclude<TargetSubject, 'time'>

/** What a matter asks of people, in numbers (办事负担); null where it is not known. Unit: 份, 个, 次. */
export type Counts = Readonly<Record<CountedSubject, Rational | null>>

/**
 * Counts what a matter asks for: all materials to hand in that some situation asks for, of 任选 as many as must be chosen;
 * all listed steps; and the trips.
 */
export function countsOf(matter: Matter): Counts {
  const { materialChoices, flow, trips } = matter
  const chosen = materialChoices.reduce((sum, choice) => sum + countChosen(choice, matter), 0)
  return {
    materials: rational(singleMaterials(matter).length + chosen),
    steps: rational(flow.filter(({ kind }) => kind === 'step').length),
    trips: trips === undefined ? null : rational(trips),
  }
}

/** The lines of what was counted (计入的行); 到现场次数 has no line of its own. */
export function originsOfCounted(matter: Matter, subject: CountedSubject): readonly (Origin | undefined)[] {
  if (subject === 'trips') return []
  if (subject === 'steps') return matter.flow.flatMap((item) => (item.kind === 'step' ? [item.origin] : []))
  const choices = matter.materialChoices.filter((choice) => countChosen(choice, matter) > 0)
  return [...singleMaterials(matter), ...choices].map(({ origin }) => origin)
}

/** The materials to hand in that belong to no 任选. */
function singleMaterials({ materials, materialChoices }: Matter): readonly Material[] {
  const chosenFrom = new Set(materialChoices.flatMap((choice) => choice.materials))
  return materials.filter(
    ({ name, necessity }) => !chosenFrom.has(name) && necessity !== 'waived' && necessity !== 'optional',
  )
}

/** How many of a 任选 are handed in: what is 免提交 fulfils its part of the choice by itself. */
function countChosen({ materials: names, atLeast }: MaterialChoice, { materials }: Matter): number {
  const members = materials.filter(({ name }) => names.includes(name))
  const free = members.filter(({ necessity }) => necessity === 'waived').length
  return Math.max(0, Math.min(members.length - free, atLeast - free))
}
