import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Matter } from '../../model/matter.ts'
import { foldWord } from '../../syntax/fold.ts'
import { isDoneInOneStep } from '../lower/stages.ts'

/** What lines of a matter or a bundle refer to. */
type PrintedNames = Pick<
  Matter,
  | 'facts'
  | 'situations'
  | 'requirements'
  | 'materials'
  | 'materialChoices'
  | 'outputs'
  | 'flow'
  | 'decisionTables'
  | 'measures'
>

/** Nothing to refer to, for what has only some kinds of names. */
export const NO_NAMES: PrintedNames = {
  facts: [],
  situations: [],
  requirements: [],
  materials: [],
  materialChoices: [],
  outputs: [],
  flow: [],
  decisionTables: [],
  measures: [],
}

/** What every printer needs to know of the matter it works on (事项的上下文). */
export interface Printing {
  readonly matter: PrintedNames
  /** The facts that conditions may compare, by name. */
  readonly facts: ReadonlyMap<string, Fact>
  /** The folded names that the reader of conditions looks for in bare words: facts, situations and what decision tables give. */
  readonly conditionKeys: readonly string[]
  /** What 前序, 并联 and 转 may name. */
  readonly stepNames: readonly string[]
  /** The components of a bundle. */
  readonly components: readonly string[]
  /** True where the whole matter is one step, which then has all 阶段. */
  readonly isOneStep: boolean
}

/** Collects what the printers of a matter need, or those of a bundle with its components. */
export function startPrinting(matter: PrintedNames, components: readonly string[] = []): Printing {
  const facts = [...BUILT_IN_FACTS, ...matter.facts]
  const words = [
    ...facts.map(({ name }) => name),
    ...matter.situations.map(({ name }) => name),
    ...matter.decisionTables.flatMap(({ name, outputs }) =>
      outputs.flatMap((output) => [output.name, `${name}·${output.name}`]),
    ),
  ]
  return {
    matter,
    facts: new Map(facts.map((fact) => [fact.name, fact])),
    conditionKeys: [...new Set(words.map((word) => foldWord(word)))],
    stepNames: matter.flow.flatMap((item) => (item.kind === 'parallel' ? [] : [item.name])),
    components,
    isOneStep: isDoneInOneStep(matter.flow),
  }
}

/** The folded names that a bare word said of a fact may be read as: those of conditions and the options of the fact. */
export function keysBehind(fact: string, { facts, conditionKeys }: Printing): readonly string[] {
  return [...conditionKeys, ...(facts.get(fact)?.options.map((option) => foldWord(option)) ?? [])]
}
