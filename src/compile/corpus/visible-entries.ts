import { groupBy } from '../../base/group-by.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { CompiledBlock } from '../compiled-block.ts'
import type { Library, SharedEntries, SharedEntry } from '../library.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { BlockHeader } from './block-header.ts'
import { type FileHeader, isLibrary } from './file-header.ts'
import type { Import } from './imports.ts'

/** The libraries whose entries a file may use (可用的公共库): its own and those that it imports, in this order. */
export function visibleLibraries(file: FileHeader, imports: readonly Import[]): readonly BlockHeader[] {
  if (imports.length === 0) return file.libraries
  return [...new Set([...file.libraries, ...imports.flatMap(({ blocks }) => blocks).filter(isLibrary)])]
}

/** What a block has of the libraries that it may use. */
export interface UsedEntries {
  readonly shared: SharedEntries
  /** Entries that stand in a later library and say otherwise, by the same key. */
  readonly rivals: SharedEntries
}

/** The entries of these libraries that a block mentions by name; where two have the same, the first library's. */
export function entriesUsedBy(block: SourceBlock, libraries: readonly CompiledBlock[]): UsedEntries {
  if (libraries.length === 0) return NOTHING
  const shared = new Map<string, SharedEntry>()
  const rivals = new Map<string, SharedEntry>()
  for (const name of namesIn(block)) {
    for (const { library } of libraries) {
      for (const key of library === undefined ? [] : (keysByName(library).get(name) ?? [])) {
        const [first, entry] = [shared.get(key), library?.entries.get(key)]
        if (entry === undefined) continue
        if (first === undefined) shared.set(key, entry)
        else if (!rivals.has(key) && contentOf(first) !== contentOf(entry)) rivals.set(key, entry)
      }
    }
  }
  return { shared, rivals }
}

const NOTHING: UsedEntries = { shared: new Map(), rivals: new Map() }

const indexed = new WeakMap<Library, ReadonlyMap<string, readonly string[]>>()

/** The keys of a library's entries by the folded name in them. */
function keysByName(library: Library): ReadonlyMap<string, readonly string[]> {
  let keys = indexed.get(library)
  if (keys === undefined) {
    keys = groupBy(library.entries.keys(), (key) => key.slice(key.indexOf(' ') + 1))
    indexed.set(library, keys)
  }
  return keys
}

/** What an entry says, wherever it stands. */
function contentOf(entry: SharedEntry): string {
  return JSON.stringify(entry, (key, value: unknown) => (PLACES.has(key) ? undefined : value))
}

const PLACES: ReadonlySet<string> = new Set(['library', 'origin', 'span'])

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
