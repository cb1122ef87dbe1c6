import { createEvaluator } from '../graph/evaluate-condition.ts'
import { type RequiredMaterial, requiredMaterials } from '../graph/required-materials.ts'
import { citeLines } from './cite-lines.ts'
import { type GivenFacts, readFacts } from './read-facts.ts'
import type { TestedMatter } from './tested-matter.ts'
import type { Verdict } from './verdict.ts'

/** For which case materials are asked about (哪种情形的材料). */
export interface MaterialOptions {
  /** What is known of the case; what is not known leaves its materials 待定. */
  readonly given?: GivenFacts
  /** Materials that the applicant has handed in already, of a 任选. */
  readonly submitted?: readonly string[]
}

/**
 * Whether exactly these materials must be handed in (所需材料): not those that are 免提交 or 非必要. A 任选 goes by its own name,
 * or by its members with 或 between them.
 */
export function judgeMaterials(received: TestedMatter, names: readonly string[], options: MaterialOptions): Verdict {
  const { matter, graph, sources } = received
  const evaluator = createEvaluator(graph.situations, readFacts(matter, options.given ?? {}))
  const submitted = new Map((options.submitted ?? []).map((name) => [name, true]))
  const all = requiredMaterials(matter, evaluator, submitted)
  const required = all.filter((material) => material.required === 'yes')
  const open = all.filter((material) => material.required === 'unknown')
  const needed = new Set(required.map(({ name }) => name))
  const openNames = new Set(open.map(({ name }) => name))
  const extra = required.filter(({ name }) => !names.includes(name))
  const missing = names.filter((name) => !needed.has(name) && !openNames.has(name))
  const undeclared = missing.filter((name) => !all.some((material) => material.name === name))
  const idle = all.filter(({ name, required: state }) => state === 'no' && missing.includes(name))
  const facts = [...new Set(open.flatMap(({ when }) => (when === undefined ? [] : evaluator.neededFor(when))))]
  const lines = [
    `实际${listed(required)}`,
    ...(extra.length === 0 ? [] : [`多要的：${listed(extra)}`]),
    ...(idle.length === 0 ? [] : [`这种情形不要的：${listed(idle)}`]),
    ...(undeclared.length === 0 ? [] : [`不用提交或者没有写的：${undeclared.join('、')}`]),
    ...(open.length === 0 ? [] : [`待定的：${listed(open)}；还要知道${facts.map((fact) => `【${fact}】`).join('、')}`]),
    ...citeLines(
      [...extra, ...idle, ...open].map(({ origin }) => origin),
      sources,
    ),
  ]
  const truth = extra.length + missing.length > 0 ? 'no' : open.length > 0 ? 'unknown' : 'yes'
  return { truth, actual: lines.join('\n  ') }
}

function listed(materials: readonly RequiredMaterial[]): string {
  return materials.length === 0 ? '一份也不要' : materials.map(({ name }) => name).join('、')
}
