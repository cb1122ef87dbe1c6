import type { LegalSource } from '../../model/common.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { inheritedSources } from './inherited-sources.ts'
import { checkLaw } from './laws.ts'
import type { Lowering } from './lowering.ts'
import { originOf } from './read-node.ts'

const NOTHING: readonly never[] = []

/** What any part may carry: its legal sources (依据), its own or those of the heading above it, remarks for readers (说明、备注), and where it stands. */
export function lowerAnnotations(node: SyntaxNode, lowering: Lowering) {
  let sources: LegalSource[] | undefined
  let notes: string[] | undefined
  for (const child of node.children) {
    const { value } = child
    if (child.construct === 'source' && value.kind === 'citation') {
      const source: Draft<LegalSource> = {
        title: value.title,
        articles: value.articles,
        origin: originOf(lowering.source, child),
      }
      setIfGiven(source, 'qualifier', value.qualifier)
      checkLaw(source, lowering)
      sources ??= []
      sources.push(source)
    } else if ((child.construct === 'note' || child.construct === 'remark') && value.kind === 'text') {
      notes ??= []
      notes.push(value.text)
    }
  }
  sources ??= inheritedSources(lowering.source, node.keyword.start)
  return { sources: sources ?? NOTHING, notes: notes ?? NOTHING, origin: originOf(lowering.source, node) }
}
