import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { Reference } from './references.ts'

/** The lines of a block that build on others, each with the block that it means. */
type MeantBy = (
  block: SourceBlock,
) => readonly { readonly reference: Reference; readonly target: SourceBlock | undefined }[]

/** ZW4004: blocks that build on each other in a circle. The line that closes the circle is left out of its block. */
export function findLoops(loops: readonly (readonly SourceBlock[])[], meantBy: MeantBy): readonly Diagnostic[] {
  return loops.flatMap((loop) => {
    const [first] = loop
    const lines = loop.flatMap((block, index) => {
      const next = loop[index + 1] ?? first
      const line = meantBy(block).find(({ target }) => target === next)?.reference
      return line === undefined ? [] : { origin: originOf(block.source, line.node), name: block.name?.text ?? '' }
    })
    const last = lines.at(-1)
    if (last === undefined) return []
    const chain = [last.name, ...lines.map(({ name }) => name)]
    const related = lines.slice(0, -1).map(({ origin, name }) => ({ origin, text: `“${name}”从这里引用下一个` }))
    return diagnose('ZW4004', { chain }, last.origin, { related })
  })
}
