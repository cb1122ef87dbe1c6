import type { Truth } from '../../graph/evaluate-condition.ts'
import type { Material, Requirement } from '../../model/application.ts'

/** A condition of acceptance as it stands for one applicant (受理条件的结论). */
export interface ChecklistRequirement {
  readonly requirement: Requirement
  /** Whether it is met, or does not apply. */
  readonly met: Truth
  /** True where a person judges it at the counter. */
  readonly leftToPerson: boolean
  readonly neededFacts: readonly string[]
}

/** A document that one applicant needs, or may need (要带的材料). */
export interface ChecklistMaterial {
  readonly name: string
  /** 待定 where it depends on facts that are not known. */
  readonly required: Exclude<Truth, 'no'>
  /** How many documents it stands for: of a 任选 as many as must be chosen. Unit: 种. */
  readonly count: number
  /** The documents to choose from; empty for a single one. */
  readonly choices: readonly Material[]
  /** Undefined for a 任选. */
  readonly material: Material | undefined
  readonly neededFacts: readonly string[]
}
