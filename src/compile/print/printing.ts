import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Matter } from '../../model/matter.ts'
import { foldWord } from '../../syntax/fold.ts'
import { isDoneInOneStep } from '../lower/stages.ts'

/** What every printer needs to know of the matter it works on (事项的上下文). */
export interface Printing {
  readonly matter: Matter
  /** The facts that conditions may compare, by name. */
  readonly facts: ReadonlyMap<string, Fact>
  /** The folded names that the reader of conditions looks for in bare words: facts, situations and options. */
  readonly conditionKeys: readonly string[]
  /** What 前序, 并联 and 转 may name. */
  readonly stepNames: readonly string[]
  /** True where the whole matter is one step, which then has all 阶段. */
  readonly isOneStep: boolean
}

/** Collects what the printers of a matter need. */
export function startPrinting(matter: Matter): Printing {
  const facts = [...BUILT_IN_FACTS, ...matter.facts]
  const words = [
    ...facts.flatMap(({ name, options }) => [name, ...options]),
    ...matter.situations.map(({ name }) => name),
  ]
  return {
    matter,
    facts: new Map(facts.map((fact) => [fact.name, fact])),
    conditionKeys: [...new Set(words.map((word) => foldWord(word)))],
    stepNames: matter.flow.flatMap((item) => (item.kind === 'parallel' ? [] : [item.name])),
    isOneStep: isDoneInOneStep(matter.flow),
  }
}
