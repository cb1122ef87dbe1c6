import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { FactInScope } from '../lower/lowering.ts'
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
    steps: namesOf(base.flow.filter((item) => item.kind !== 'parallel')),
    supplements: namesOf(base.supplements),
    procedures: namesOf(base.specialProcedures),
    extensions: namesOf(base.extensions),
    outputs: namesOf(base.outputs),
  }
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
