import type { BlockHeader } from './block-header.ts'
import type { Corpus } from './corpus.ts'
import { isLibrary } from './file-header.ts'
import { guessReference } from './guess-reference.ts'
import { type Import, resolveImports } from './imports.ts'
import type { Reference } from './references.ts'
import { resolveReference } from './resolve-reference.ts'
import { visibleLibraries } from './visible-entries.ts'

/** What a block builds on (块的依赖): the libraries that it may use, and what its lines mean, where that is there. */
export interface Needs {
  readonly libraries: readonly BlockHeader[]
  readonly references: readonly { readonly reference: Reference; readonly target: BlockHeader }[]
  /** What its other lines were probably meant to mean. */
  readonly guesses: readonly { readonly reference: Reference; readonly guess: BlockHeader }[]
  /** All of these blocks but the guessed ones. */
  readonly blocks: readonly BlockHeader[]
}

/** What the blocks of a workspace build on. */
export interface CorpusNeeds {
  /** The 引用 lines of each file, by its number. */
  readonly imports: readonly (readonly Import[])[]
  /** Of the blocks that build on others; most do not. */
  readonly byBlock: ReadonlyMap<BlockHeader, Needs>
}

/** Finds what each block builds on, with the versions in force on a day. */
export function findNeeds(corpus: Corpus, asOf: string | undefined): CorpusNeeds {
  const byBlock = new Map<BlockHeader, Needs>()
  const imports = corpus.files.map((file) => {
    const lines = file.imports.length === 0 ? NOTHING : resolveImports(file, corpus, asOf)
    const visible = visibleLibraries(file, lines)
    for (const block of file.blocks) {
      const needs = needsOf(block, visible, lines, corpus, asOf)
      if (needs !== undefined) byBlock.set(block, needs)
    }
    return lines
  })
  return { imports, byBlock }
}

const NOTHING: readonly never[] = []

function needsOf(
  block: BlockHeader,
  visible: readonly BlockHeader[],
  imports: readonly Import[],
  corpus: Corpus,
  asOf: string | undefined,
): Needs | undefined {
  const libraries = isLibrary(block) ? NOTHING : visible
  if (libraries.length === 0 && block.references.length === 0) return undefined
  const guesses: Needs['guesses'][number][] = []
  const references = block.references.flatMap((reference) => {
    const target = resolveReference(reference, imports, corpus, asOf)
    if (target !== undefined) return [{ reference, target }]
    const guess = guessReference(reference, corpus)
    if (guess !== undefined) guesses.push({ reference, guess })
    return []
  })
  const blocks = references.length === 0 ? libraries : [...libraries, ...references.map(({ target }) => target)]
  return blocks.length + guesses.length === 0 ? undefined : { libraries, references, guesses, blocks }
}
