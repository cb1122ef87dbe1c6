import type { Origin } from '../../base/source-file.ts'
import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'

/** A condition of a matter and which line of which part states it (条件的位置). */
export interface StatedCondition {
  readonly condition: Condition
  /** The part under which the line stands, or for a 如果 the line itself. */
  readonly part: { readonly origin?: Origin | undefined }
  /** The construct of the line under the part; undefined for a 如果. */
  readonly construct: 'when' | 'requirement.rule' | 'requirement.except' | undefined
  /** The situation that the condition defines. */
  readonly situation?: string | undefined
}

/** Every condition of a matter, situations first. */
export function* statedConditions(matter: Matter): Generator<StatedCondition> {
  for (const part of matter.situations) {
    yield { condition: part.when, part, construct: 'when', situation: part.name }
  }
  const steps = matter.flow.flatMap((item) => (item.kind === 'step' ? [item] : []))
  const conditional = [
    ...matter.requirements,
    ...matter.materials,
    ...matter.materialChoices,
    ...steps,
    ...steps.flatMap(({ limits }) => limits),
    ...matter.specialProcedures,
    ...matter.specialProcedures.flatMap(({ limits }) => limits),
    ...matter.extensions,
    ...matter.statutoryLimits,
    ...matter.promisedLimits,
  ]
  for (const part of conditional) {
    if (part.when !== undefined) yield { condition: part.when, part, construct: 'when' }
  }
  for (const part of matter.requirements) {
    if (part.rule !== undefined) yield { condition: part.rule, part, construct: 'requirement.rule' }
    for (const condition of part.except) yield { condition, part, construct: 'requirement.except' }
  }
  for (const item of matter.flow) {
    if (item.kind !== 'choice') continue
    for (const part of item.branches) yield { condition: part.when, part, construct: undefined }
  }
}
