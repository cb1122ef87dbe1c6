import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CompiledBlock } from './compile-matter.ts'
import { originOf } from './lower/read-node.ts'

/** ZW4008: matters of the same name in the workspace. Each one after the first is reported, with the first beside it. */
export function findRepeatedMatters(blocks: readonly CompiledBlock[]): readonly Diagnostic[] {
  const first = new Map<string, CompiledBlock>()
  return blocks.flatMap((other) => {
    const name = other.compiled?.matter.name
    if (name === undefined) return []
    const known = first.get(name)
    if (known === undefined) {
      first.set(name, other)
      return []
    }
    const places = [known, other].map(placeInWords)
    const related = [{ origin: originOf(known.block.source, known.block.node), text: '第一次在这里' }]
    return diagnose('ZW4008', { name, places }, originOf(other.block.source, other.block.node), { related })
  })
}

function placeInWords({ block: { node, source, lineOf } }: CompiledBlock): string {
  return `${source.uri}第${lineOf(node.keyword.start)}行`
}
