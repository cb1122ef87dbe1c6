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
}

/** What the blocks of a workspace build on. */
export interface CorpusNeeds {
  /** The 引用 lines of the files that have any. */
  readonly imports: ReadonlyMap<SplitFile, readonly Import[]>
  /** Of the blocks that build on others; most do not. */
  readonly byBlock: ReadonlyMap<SourceBlock, Needs>
}

/** Finds what each block builds on, with the versions in force on a day. */
export function findNeeds(corpus: Corpus, asOf: string | undefined): CorpusNeeds {
  const imports = new Map<SplitFile, readonly Import[]>()
  const byBlock = new Map<SourceBlock, Needs>()
  for (const file of corpus.files) {
    const lines = file.imports.length === 0 ? [] : resolveImports(file, corpus, asOf)
    if (lines.length > 0) imports.set(file, lines)
    const visible = visibleLibraries(file, lines)
    for (const block of file.blocks) {
      if (visible.length === 0 && block.header.references.length === 0) continue
      const references = block.header.references.flatMap((reference) => {
        const target = resolveReference(reference, lines, corpus, asOf)
        return target === undefined ? [] : [{ reference, target }]
      })
      const libraries = isLibrary(block) ? [] : visible
      if (libraries.length > 0 || references.length > 0) byBlock.set(block, { libraries, references })
    }
  }
  return { imports, byBlock }
}
