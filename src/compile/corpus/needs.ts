import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import type { Corpus } from './corpus.ts'
import { type Import, resolveImports } from './imports.ts'
import type { Reference } from './references.ts'
import { resolveReference } from './resolve-reference.ts'
import { isLibrary, visibleLibraries } from './visible-entries.ts'

/** What a block builds on (块的依赖): the libraries that it may use, and what its lines mean, where that is there. */
export interface Needs {
  readonly libraries: readonly SourceBlock[]
  readonly references: readonly { readonly reference: Reference; readonly target: SourceBlock }[]
  /** All of these blocks. */
  readonly blocks: readonly SourceBlock[]
}

/** What the blocks of a workspace build on. */
export interface CorpusNeeds {
  /** The 引用 lines of the files that have any. */
  readonly imports: ReadonlyMap<SplitFile, readonly Import[]>
  /** Of the blocks that build on others; most do not. */
  readonly byBlock: ReadonlyMap<SourceBlock, Needs>
}

/** Finds what each block builds on, with the versions in force on a day; what is as before is taken from there. */
export function findNeeds(corpus: Corpus, asOf: string | undefined, before: CorpusNeeds | undefined): CorpusNeeds {
  const imports = new Map<SplitFile, readonly Import[]>()
  const byBlock = new Map<SourceBlock, Needs>()
  for (const file of corpus.files) {
    const known = before?.imports.get(file)
    const lines = file.imports.length === 0 ? [] : resolveImports(file, corpus, asOf, known)
    if (lines.length > 0) imports.set(file, lines)
    const visible = lines.length > 0 && lines === known ? undefined : visibleLibraries(file, lines)
    for (const block of file.blocks) {
      const needs =
        visible === undefined && block.header.references.length === 0
          ? before?.byBlock.get(block)
          : needsOf(block, visible ?? visibleLibraries(file, lines), lines, corpus, asOf)
      if (needs !== undefined) byBlock.set(block, needs)
    }
  }
  return { imports, byBlock }
}

function needsOf(
  block: SourceBlock,
  visible: readonly SourceBlock[],
  imports: readonly Import[],
  corpus: Corpus,
  asOf: string | undefined,
): Needs | undefined {
  const libraries = isLibrary(block) ? [] : visible
  if (libraries.length === 0 && block.header.references.length === 0) return undefined
  const references = block.header.references.flatMap((reference) => {
    const target = resolveReference(reference, imports, corpus, asOf)
    return target === undefined ? [] : [{ reference, target }]
  })
  const blocks = [...libraries, ...references.map(({ target }) => target)]
  return blocks.length === 0 ? undefined : { libraries, references, blocks }
}
