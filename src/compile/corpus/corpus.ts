import { groupBy } from '../../base/group-by.ts'
import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import { findTimelines, type Timeline } from './timelines.ts'

/** All blocks of a workspace, found by name (语料): every file sees those of every other. */
export interface Corpus {
  readonly files: readonly SplitFile[]
  readonly blocks: readonly SourceBlock[]
  /** By folded name, in the order of the sources. */
  readonly byKey: ReadonlyMap<string, readonly SourceBlock[]>
  /** The timeline of each block that has versions, alone or with others. */
  readonly timelines: ReadonlyMap<SourceBlock, Timeline>
}

/** Makes the index of a workspace. */
export function indexCorpus(files: readonly SplitFile[]): Corpus {
  const blocks = files.flatMap((file) => file.blocks)
  const byKey = groupBy(
    blocks.filter(({ name }) => name !== undefined),
    ({ name }) => name?.key ?? '',
  )
  return { files, blocks, byKey, timelines: findTimelines(blocks) }
}
