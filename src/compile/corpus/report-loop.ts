import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { CorpusNeeds } from './needs.ts'
import { mentionsIn } from './references.ts'

/** ZW4004: blocks that build on each other in a circle. The line that closes the circle is left out of its block. */
export function reportLoop(loop: readonly SourceBlock[], { byBlock }: CorpusNeeds): readonly Diagnostic[] {
  const [first] = loop
  const places = loop.map(({ source, node, header }, index) => {
    const next = (loop[index + 1] ?? first)?.header
    const reference = byBlock.get(header)?.references.find(({ target }) => target === next)?.reference
    // Where a matter needs a library, no line of it says so.
    const line = reference && mentionsIn(node)[header.references.indexOf(reference)]?.node
    return { origin: originOf(source, line ?? node), name: header.name?.text ?? '' }
  })
  const last = places.at(-1)
  if (last === undefined) return []
  const chain = [last.name, ...places.map(({ name }) => name)]
  const related = places.slice(0, -1).map(({ origin, name }) => ({ origin, text: `“${name}”从这里引用下一个` }))
  return [diagnose('ZW4004', { chain }, last.origin, { related })]
}
