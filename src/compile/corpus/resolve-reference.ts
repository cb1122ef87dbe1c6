import type { BlockHeader } from './block-header.ts'
import type { Corpus } from './corpus.ts'
import type { Import } from './imports.ts'
import type { Reference } from './references.ts'
import { versionOn } from './timelines.ts'

/**
 * The block that a line means (引用的对象): the version that an 引用 of its file pins, else the one of that name in the
 * workspace, in the version in force on the day.
 */
export function resolveReference(
  { key, kinds }: Reference,
  imports: readonly Import[],
  { byKey, timelines }: Corpus,
  asOf: string | undefined,
): BlockHeader | undefined {
  for (const { pinned, blocks } of imports) {
    const block = pinned ? blocks.find((one) => one.name?.key === key && kinds.includes(one.construct)) : undefined
    if (block !== undefined) return block
  }
  const block = byKey.get(key)?.find(({ construct }) => kinds.includes(construct))
  const timeline = block && timelines.get(block)
  return timeline === undefined ? block : versionOn(timeline, asOf).block
}
