import type { SourceBlock, SplitFile } from '../split-blocks.ts'
import { joinPath } from './join-path.ts'
import { findTimelines, type Timeline } from './timelines.ts'

/** All blocks of a workspace, found by name (语料): every file sees those of every other. */
export interface Corpus {
  readonly files: readonly SplitFile[]
  readonly blocks: readonly SourceBlock[]
  /** By folded name, in the order of the sources. */
  readonly byKey: ReadonlyMap<string, readonly SourceBlock[]>
  /** The timeline of each block that has several versions. */
  readonly timelines: ReadonlyMap<SourceBlock, Timeline>
  /** The file of a path without . and .. in it. */
  readonly fileAt: (path: string) => SplitFile | undefined
}

/** Makes the index of a workspace. */
export function indexCorpus(files: readonly SplitFile[]): Corpus {
  const blocks: SourceBlock[] = []
  const byKey = new Map<string, SourceBlock[]>()
  for (const file of files) {
    for (const block of file.blocks) {
      blocks.push(block)
      if (block.name === undefined) continue
      const named = byKey.get(block.name.key)
      if (named === undefined) byKey.set(block.name.key, [block])
      else named.push(block)
    }
  }
  let byPath: ReadonlyMap<string, SplitFile> | undefined
  const fileAt = (path: string) => {
    byPath ??= new Map(files.map((file) => [joinPath(file.source.uri, ''), file]))
    return byPath.get(path)
  }
  return { files, blocks, byKey, timelines: findTimelines(blocks), fileAt }
}
