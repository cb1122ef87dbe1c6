import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { BlockHeader } from './block-header.ts'
import { orderByNeed } from './compile-order.ts'
import type { Import } from './imports.ts'

/** Circles of files, each as the 引用 lines that lead from one to the next; `fileOf` says where a block stands. */
export function findImportLoops(
  imports: readonly (readonly Import[])[],
  fileOf: (block: BlockHeader) => number | undefined,
): readonly (readonly BlockHeader[])[] {
  const linesFrom = (file: number) =>
    (imports[file] ?? []).flatMap(({ line, blocks }) =>
      blocks.flatMap((block) => {
        const target = fileOf(block)
        return target === undefined || target === file ? [] : { line, target }
      }),
    )
  // Most files import from such as import nothing themselves.
  const leadsOn = (block: BlockHeader) => (imports[fileOf(block) ?? -1]?.length ?? 0) > 0
  const files = [...imports.keys()].filter((file) => imports[file]?.some(({ blocks }) => blocks.some(leadsOn)))
  const { loops } = orderByNeed(files, (file) => linesFrom(file).map(({ target }) => target))
  return loops.map((loop) =>
    loop.flatMap((file, index) => {
      const next = loop[index + 1] ?? loop[0]
      return linesFrom(file).find(({ target }) => target === next)?.line ?? []
    }),
  )
}

/** ZW4004: files that import from each other in a circle. */
export function reportImportLoop(lines: readonly SourceBlock[]): readonly Diagnostic[] {
  const places = lines.map(({ source, node }) => originOf(source, node))
  const last = places.at(-1)
  if (last === undefined) return []
  const chain = [last.file, ...places.map(({ file }) => file)]
  const related = places.slice(0, -1).map((origin) => ({ origin, text: '这里引用下一个文件' }))
  return [diagnose('ZW4004', { chain }, last, { related })]
}
