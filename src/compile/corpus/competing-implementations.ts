import { groupBy } from '../../base/group-by.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { childOf, nameOf, originOf } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import type { BlockHeader } from './block-header.ts'
import type { Corpus } from './corpus.ts'
import { type Timeline, versionAlone } from './timelines.ts'

/** One 实施清单 with the days on which it is in force. */
interface Dated {
  readonly block: SourceBlock
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The 实施清单 by which one authority carries out one matter, where there are several. */
export function groupCompeting({ blocks }: Corpus): readonly (readonly BlockHeader[])[] {
  const implementations = blocks.filter(({ dutyKey }) => dutyKey !== undefined)
  return [...groupBy(implementations, ({ dutyKey }) => dutyKey).values()].filter(({ length }) => length > 1)
}

/**
 * ZW8009: two of such a group that are in force on the same day. Those of one name are versions of one another, and are
 * looked at as such.
 */
export function reportCompeting(group: readonly SourceBlock[], { timelines }: Corpus): readonly Diagnostic[] {
  return competingIn(group.map((block) => dated(block, timelines.get(block.header))))
}

function competingIn(group: readonly Dated[]): readonly Diagnostic[] {
  return group.flatMap((later, index) => {
    const first = group
      .slice(0, index)
      .find((earlier) => earlier.block.header.name?.key !== later.block.header.name?.key && overlap(earlier, later))
    if (first === undefined) return []
    const { block } = later
    const params = {
      authority: authorityOf(block.node)?.text ?? '',
      base: baseOf(block.node)?.text ?? '',
      names: [first.block, block].map(({ header }) => header.name?.text ?? ''),
    }
    const related = [{ origin: originOf(first.block.source, first.block.node), text: '另一份在这里' }]
    return diagnose('ZW8009', params, originOf(block.source, block.node), { related })
  })
}

function overlap(a: Dated, b: Dated): boolean {
  return (a.to === undefined || (b.from ?? '') <= a.to) && (b.to === undefined || (a.from ?? '') <= b.to)
}

function dated(block: SourceBlock, timeline: Timeline | undefined): Dated {
  const { from, to } = timeline?.find((one) => one.block === block.header) ?? versionAlone(block.header)
  return { block, from, to }
}

function baseOf(node: SourceBlock['node']) {
  return nameOf(childOf(node, 'implementation.base'))
}

function authorityOf(node: SourceBlock['node']) {
  return nameOf(childOf(node, 'matter.authority'))
}
