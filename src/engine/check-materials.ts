import { requiredMaterials } from '../graph/required-materials.ts'
import type { CaseState } from './case-state.ts'
import { isApplicantsFact } from './check-facts.ts'
import { evaluatorOf } from './evaluator-of.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { FactRecord, ReceivedMaterial } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/** The longest reference to a document. Unit: characters. */
const LONGEST_REFERENCE = 256

/** Why these documents cannot be taken (材料的核对): the matter does not know them. */
export function refuseMaterials(
  { materials }: CaseDefinition,
  received: readonly ReceivedMaterial[] | undefined,
): Refusal | undefined {
  for (const [index, { name, reference }] of (received ?? []).entries()) {
    if (!materials.has(name)) {
      const about = { field: `materials[${index}].name`, names: [name] }
      return refuse('unknown-material', `事项没有材料“${name}”`, '请按事项的申请材料目录提交', about)
    }
    if (reference !== undefined && (reference === '' || reference.length > LONGEST_REFERENCE)) {
      const about = { field: `materials[${index}].reference`, names: [name] }
      return refuse('bad-command', `“${name}”的存放处写得不对`, `请写1至${LONGEST_REFERENCE}个字`, about)
    }
  }
  return undefined
}

/** What is not handed in yet of what a case has to (缺的材料). */
export interface MissingMaterials {
  /** What acceptance waits for. */
  readonly now: readonly string[]
  /** 容缺后补: what may come later. */
  readonly later: readonly string[]
  /** The applicant's answers that decide whether something more is needed. */
  readonly openFacts: readonly string[]
}

/** Finds the documents that a case lacks (缺的材料), by what is known of it. */
export function findMissing(
  definition: CaseDefinition,
  facts: FactRecord,
  received: CaseState['materials'],
): MissingMaterials {
  const submitted = new Map(Object.keys(received).map((name) => [name, true]))
  const now: string[] = []
  const later: string[] = []
  const open: string[] = []
  const isDeferrable = (name: string) => definition.materials.get(name)?.necessity === 'deferrable'
  for (const { name, required, choices, when } of requiredMaterials(
    definition.matter,
    evaluatorOf(definition, facts),
    submitted,
  )) {
    if (choices.length === 0 && submitted.has(name)) continue
    if (required === 'unknown' && when !== undefined) open.push(...definition.neededFor(when, facts))
    if (required !== 'yes') continue
    const list = isDeferrable(name) || choices.some(isDeferrable) ? later : now
    list.push(name)
  }
  const ofApplicant = (name: string) => {
    const fact = definition.facts.get(name)
    return fact !== undefined && isApplicantsFact(definition, fact)
  }
  return { now, later, openFacts: [...new Set(open)].filter(ofApplicant) }
}
