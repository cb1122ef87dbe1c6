import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Matter } from '../../model/matter.ts'
import type { ChecklistLimit } from './checklist-limits.ts'
import type { ChecklistMaterial, ChecklistRequirement } from './checklist-parts.ts'
import type { ChecklistStep } from './checklist-steps.ts'

/** A fact that is not known yet, and what it decides (待定的信息). */
export interface OpenQuestion {
  readonly fact: Fact
  /** Names of conditions of acceptance, materials and steps that wait for it. */
  readonly requirements: readonly string[]
  readonly materials: readonly string[]
  readonly steps: readonly string[]
  /** Whether the promise or the statutory limit waits for it. */
  readonly promised: boolean
  readonly statutory: boolean
}

/** What may wait for an answer. */
interface Waiting {
  readonly requirements: readonly ChecklistRequirement[]
  readonly materials: readonly ChecklistMaterial[]
  readonly steps: readonly ChecklistStep[]
  readonly promised: ChecklistLimit
  readonly statutory: ChecklistLimit
}

/** What is still open and what each answer decides, in the order of the matter's questions. */
export function openQuestions({ facts }: Matter, waiting: Waiting): readonly OpenQuestion[] {
  const { requirements, materials, steps, promised, statutory } = waiting
  return [...facts, ...BUILT_IN_FACTS].flatMap((fact) => {
    const waitsForIt = ({ neededFacts }: { readonly neededFacts: readonly string[] }) => neededFacts.includes(fact.name)
    const question: OpenQuestion = {
      fact,
      requirements: requirements.filter(waitsForIt).map(({ requirement }) => requirement.name),
      materials: materials.filter(waitsForIt).map(({ name }) => name),
      steps: steps.filter(waitsForIt).map(({ name }) => name),
      promised: promised.kind === 'open' && waitsForIt(promised),
      statutory: statutory.kind === 'open' && waitsForIt(statutory),
    }
    const decides = question.requirements.length + question.materials.length + question.steps.length
    return decides > 0 || question.promised || question.statutory ? [question] : []
  })
}
