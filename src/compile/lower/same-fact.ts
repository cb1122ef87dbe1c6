import { diagnose } from '../../diagnostics/diagnose.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { ownerOf, partOf } from '../corpus/references.ts'
import { missingBlock } from '../names/missing-block.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { childOf, nameOf } from './read-node.ts'

/** A fact of another matter or of a library, with the name of that. */
export interface SameFact extends FactInScope {
  readonly owner: string
}

/** The fact that 来自 says a fact is the same as (同一信息); undefined where it says none, or one that is not there. */
export function sameFactOf(node: SyntaxNode, lowering: Lowering): SameFact | undefined {
  const name = nameOf(childOf(node, 'fact.from'))
  if (name === undefined) return undefined
  const origin = { file: lowering.source.uri, span: name.span }
  const owner = lowering.referenced.get(ownerOf(name))
  if (owner === undefined) {
    lowering.report(missingBlock(name, lowering.source, lowering, { kinds: '事项或者公共库' }))
    return undefined
  }
  const { library, compiled } = owner
  // Nothing is known of what a circle was cut at, and that has been reported.
  if (library === undefined && compiled === undefined) return undefined
  const key = partOf(name) ?? ''
  const fact = compiled?.matter.facts.find((one) => foldKey(one.name) === key)
  const shared = library?.facts.get(key)
  if (fact !== undefined) {
    const options = new Map(fact.options.map((option) => [foldKey(option), option]))
    return { fact, options, owner: compiled?.matter.name ?? '' }
  }
  if (shared !== undefined) return { ...shared, owner: library?.name ?? '' }
  const declared =
    compiled?.matter.facts.map((one) => one.name) ?? [...(library?.facts.values() ?? [])].map((one) => one.fact.name)
  lowering.report(diagnose('ZW4001', { kind: '信息', name: name.text, declared }, origin))
  return undefined
}
