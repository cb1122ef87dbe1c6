import type { BlockHeader } from './block-header.ts'
import { groupCompeting } from './competing-implementations.ts'
import { orderByNeed } from './compile-order.ts'
import { type Corpus, indexCorpus } from './corpus.ts'
import type { FileHeader } from './file-header.ts'
import { findImportLoops } from './import-loops.ts'
import { type CorpusNeeds, findNeeds } from './needs.ts'
import { groupRepeated } from './repeated-blocks.ts'

/**
 * All that follows from the headers of a workspace (编译计划): where everything is, what builds on what, and in which order
 * it is compiled. It holds for as long as every block shows the others the same; most edits are inside a block.
 */
export interface CorpusPlan {
  readonly corpus: Corpus
  readonly needs: CorpusNeeds
  /** The blocks, each after all that it builds on. The place of a block here is its rank. */
  readonly order: readonly BlockHeader[]
  readonly ranks: ReadonlyMap<BlockHeader, number>
  /** Circles, which were cut: each block builds on the next, and the last on the first. */
  readonly loops: readonly (readonly BlockHeader[])[]
  /** Circles of files, by the 引用 lines that lead from one to the next. */
  readonly importLoops: readonly (readonly BlockHeader[])[]
  /** Blocks of which there should be one. */
  readonly repeated: readonly (readonly BlockHeader[])[]
  readonly competing: readonly (readonly BlockHeader[])[]
  /** By rank: the ranks of the blocks that build on a block. */
  readonly dependants: readonly (readonly number[])[]
  /** By rank: the number of the file that a block stands in. */
  readonly fileOf: readonly number[]
  /** The numbers of the files with an 引用 that makes a block known. */
  readonly importers: ReadonlyMap<BlockHeader, readonly number[]>
  /** The numbers of the files with an 引用 that is wrong. */
  readonly misled: ReadonlySet<number>
}

/** Plans the compilation of a workspace as of a day. */
export function planCorpus(files: readonly FileHeader[], asOf: string | undefined): CorpusPlan {
  const corpus = indexCorpus(files)
  const needs = findNeeds(corpus, asOf)
  const needsOf = (block: BlockHeader) => needs.byBlock.get(block)?.blocks ?? []
  const { order, loops } = orderByNeed(corpus.blocks, needsOf)
  const ranks = new Map(order.map((block, rank) => [block, rank]))
  const dependants = order.map((): number[] => [])
  order.forEach((block, rank) => {
    for (const need of needsOf(block)) dependants[ranks.get(need) ?? -1]?.push(rank)
  })
  const fileOf: number[] = []
  files.forEach(({ blocks }, file) => {
    for (const block of blocks) fileOf[ranks.get(block) ?? -1] = file
  })
  const importers = new Map<BlockHeader, number[]>()
  const misled = new Set<number>()
  needs.imports.forEach((lines, file) => {
    for (const { blocks, ambiguous } of lines) {
      if (blocks.length === 0 || ambiguous.length > 0) misled.add(file)
      for (const block of blocks) {
        const known = importers.get(block)
        if (known === undefined) importers.set(block, [file])
        else known.push(file)
      }
    }
  })
  return {
    corpus,
    needs,
    order,
    ranks,
    loops,
    importLoops: findImportLoops(needs.imports, (block) => fileOf[ranks.get(block) ?? -1]),
    repeated: groupRepeated(corpus),
    competing: groupCompeting(corpus),
    dependants,
    fileOf,
    importers,
    misled,
  }
}
