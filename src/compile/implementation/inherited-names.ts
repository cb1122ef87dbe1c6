import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { FactInScope } from '../lower/lowering.ts'
import { childOf, childrenOf, nameOf, valueIn } from '../lower/read-node.ts'
import type { Declaration, InheritedNames } from '../names/name-space.ts'

/** The names that a block may use because what it is based on declares them; `line` is its 基于. */
export function inheritNames(base: Matter, line: SyntaxNode): InheritedNames {
  const declare = (names: readonly string[]): ReadonlyMap<string, Declaration> =>
    new Map(
      names.map((text) => {
        const key = foldKey(text)
        return [key, { name: { text, key, span: line.valueSpan }, node: line }]
      }),
    )
  const namesOf = (parts: readonly { readonly name?: string }[]) => declare(parts.flatMap(({ name }) => name ?? []))
  return {
    facts: namesOf(base.facts),
    situations: namesOf(base.situations),
    requirements: namesOf(base.requirements),
    materials: namesOf(base.materials),
    materialChoices: namesOf(base.materialChoices),
    steps: withCollected(namesOf(base.flow.filter((item) => item.kind !== 'parallel')), base),
    supplements: namesOf(base.supplements),
    procedures: namesOf(base.specialProcedures),
    extensions: namesOf(base.extensions),
    outputs: namesOf(base.outputs),
    measures: namesOf(base.measures),
  }
}

function withCollected(steps: ReadonlyMap<string, Declaration>, { flow }: Matter): ReadonlyMap<string, Declaration> {
  const collected = new Map(
    flow.flatMap((item) => (item.kind === 'step' ? [[foldKey(item.name), item.collects] as const] : [])),
  )
  return new Map(
    [...steps].map(([key, step]) => [
      key,
      { ...step, collects: collected.get(key)?.map((fact) => foldKey(fact)) ?? [] },
    ]),
  )
}

/** The names with those of the steps that a block makes of several by 合并环节, for its own 用例 to speak of. */
export function withMergedSteps(inherited: InheritedNames, block: SyntaxNode): InheritedNames {
  const above = [...(inherited.steps?.values() ?? [])].map(({ name }) => name)
  const merged = childrenOf(block, 'merger').map((line): readonly [string, Declaration] => {
    const own = childOf(line, 'merger.name')
    const listed = new Set(valueIn(line, 'names')?.names.map(({ key }) => key))
    const joined = above.filter(({ key }) => listed.has(key)).map(({ text }) => text)
    const text = (own && nameOf(own)?.text) ?? joined.join('并')
    const key = foldKey(text)
    return [key, { name: { text, key, span: (own ?? line).valueSpan }, node: line }]
  })
  return { ...inherited, steps: new Map([...(inherited.steps ?? []), ...merged]) }
}

/** The facts of what a block is based on, for its conditions. */
export function inheritFacts(base: Matter): ReadonlyMap<string, FactInScope> {
  return new Map(
    base.facts.map((fact) => [
      foldKey(fact.name),
      { fact, options: new Map(fact.options.map((option) => [foldKey(option), option])) },
    ]),
  )
}
