import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledBlock } from '../compiled-block.ts'
import type { SharedEntries, SharedEntry } from '../library.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { BlockHeader } from './block-header.ts'
import { type FileHeader, isLibrary } from './file-header.ts'
import type { Import } from './imports.ts'

/** The libraries whose entries a file may use (可用的公共库): its own and those that it imports, in this order. */
export function visibleLibraries(file: FileHeader, imports: readonly Import[]): readonly BlockHeader[] {
  if (imports.length === 0) return file.libraries
  return [...new Set([...file.libraries, ...imports.flatMap(({ blocks }) => blocks).filter(isLibrary)])]
}

/** The entries of these libraries that a block mentions by name; where two have the same, the first library's. */
export function entriesUsedBy(block: SourceBlock, libraries: readonly CompiledBlock[]): SharedEntries {
  const used = new Map<string, SharedEntry>()
  if (libraries.length === 0) return used
  const mentioned = namesIn(block)
  for (const { library } of libraries) {
    for (const [key, entry] of library?.entries ?? []) {
      if (!used.has(key) && mentioned.has(key.slice(key.indexOf(' ') + 1))) used.set(key, entry)
    }
  }
  return used
}

const known = new WeakMap<SourceBlock, ReadonlySet<string>>()

/** The folded names that the lines of a block mention or declare. */
export function namesIn(block: SourceBlock): ReadonlySet<string> {
  let names = known.get(block)
  if (names === undefined) {
    names = new Set(collect(block.node))
    known.set(block, names)
  }
  return names
}

function* collect({ value, children }: SyntaxNode): Iterable<string> {
  if (value.kind === 'name') yield value.name.key
  if (value.kind === 'citation') yield foldKey(value.title)
  if (value.kind === 'names' || value.kind === 'choice') for (const { key } of value.names) yield key
  for (const child of children) yield* collect(child)
}
