import { groupBy } from '../../base/group-by.ts'
import type { BlockHeader } from './block-header.ts'
import type { FileHeader } from './file-header.ts'
import { joinPath } from './join-path.ts'
import { findTimelines, type Timeline } from './timelines.ts'

/** The headers of a workspace, found by name (语料): every file sees those of every other. */
export interface Corpus {
  readonly files: readonly FileHeader[]
  readonly blocks: readonly BlockHeader[]
  /** By folded name, in the order of the sources. */
  readonly byKey: ReadonlyMap<string, readonly BlockHeader[]>
  /** The timeline of each block that has several versions. */
  readonly timelines: ReadonlyMap<BlockHeader, Timeline>
  /** The file of a path without . and .. in it. */
  readonly fileAt: (path: string) => FileHeader | undefined
}

/** Makes the index of a workspace. */
export function indexCorpus(files: readonly FileHeader[]): Corpus {
  const blocks = files.flatMap((file) => file.blocks)
  const byKey = groupBy(
    blocks.filter(({ name }) => name !== undefined),
    ({ name }) => name?.key ?? '',
  )
  let byPath: ReadonlyMap<string, FileHeader> | undefined
  const fileAt = (path: string) => {
    byPath ??= new Map(files.map((file) => [joinPath(file.uri, ''), file]))
    return byPath.get(path)
  }
  return { files, blocks, byKey, timelines: findTimelines(blocks), fileAt }
}
