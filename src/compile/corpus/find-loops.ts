import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { CorpusNeeds } from './needs.ts'

/** ZW4004: blocks that build on each other in a circle. The line that closes the circle is left out of its block. */
export function findLoops(loops: readonly (readonly SourceBlock[])[], { byBlock }: CorpusNeeds): readonly Diagnostic[] {
  return loops.flatMap((loop) => {
    const [first] = loop
    const places = loop.map((block, index) => {
      const next = loop[index + 1] ?? first
      // Where a matter needs a library, no line of it says so.
      const line = byBlock.get(block)?.references.find(({ target }) => target === next)?.reference.node
      return { origin: originOf(block.source, line ?? block.node), name: block.name?.text ?? '' }
    })
    const last = places.at(-1)
    if (last === undefined) return []
    const chain = [last.name, ...places.map(({ name }) => name)]
    const related = places.slice(0, -1).map(({ origin, name }) => ({ origin, text: `“${name}”从这里引用下一个` }))
    return diagnose('ZW4004', { chain }, last.origin, { related })
  })
}
