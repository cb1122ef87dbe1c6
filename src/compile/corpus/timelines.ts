import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { printDate } from '../text/words.ts'
import type { BlockHeader } from './block-header.ts'

/** One version of a matter with the days on which it is in force, first and last included (版本). */
export interface Version {
  readonly block: BlockHeader
  /** Absent where it has been in force since before anyone wrote it down. */
  readonly from: string | undefined
  /** The last day: as written (失效), else the day before the next version begins. */
  readonly to: string | undefined
  /** 失效 as written. */
  readonly writtenTo: string | undefined
}

/** The versions of one matter, earliest first (时间线). */
export type Timeline = readonly [Version, ...Version[]]

/** The version that a block is by itself. */
export function versionAlone(block: BlockHeader): Version {
  const { from, to } = block
  return { block, from, to, writtenTo: to }
}

/**
 * Puts the blocks that are versions of one another on a timeline: those of one name, and renamed ones of one 编码. Matters
 * without dates may share the code of their 主项, and stay apart. A block without other versions has no timeline.
 */
export function findTimelines(blocks: readonly BlockHeader[]): ReadonlyMap<BlockHeader, Timeline> {
  const byName = new Map<string, BlockHeader[]>()
  const byCode = new Map<string, BlockHeader[]>()
  const several = new Set<BlockHeader[]>()
  for (const block of blocks) {
    const { versionKey, codeKey } = block
    if (versionKey === undefined) continue
    const group = byName.get(versionKey) ?? (codeKey === undefined ? undefined : byCode.get(codeKey)) ?? []
    if (group.push(block) > 1) several.add(group)
    byName.set(versionKey, group)
    if (codeKey !== undefined && !byCode.has(codeKey)) byCode.set(codeKey, group)
  }
  const timelines = new Map<BlockHeader, Timeline>()
  for (const group of several) {
    const timeline = orderVersions(group)
    if (timeline !== undefined) for (const { block } of timeline) timelines.set(block, timeline)
  }
  return timelines
}

/** What the versions call themselves: their 版本, else the day on which they begin. */
export function versionNamesOf(versions: readonly Version[]): readonly string[] {
  return versions.map(
    ({ block, from }) => block.version ?? (from === undefined ? '没有写版本' : `自${printDate(from)}起`),
  )
}

function orderVersions(blocks: readonly BlockHeader[]): Timeline | undefined {
  const dated = blocks
    .map((block) => ({ block, from: block.from, to: block.to }))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0))
  const [first, ...others] = dated.map(({ block, from, to }, index): Version => {
    const next = dated.slice(index + 1).find((later) => later.from !== undefined && later.from !== from)?.from
    return { block, from, to: to ?? (next && shiftDay(next, -1)), writtenTo: to }
  })
  return first && [first, ...others]
}

/** The day so many days after another. */
export function shiftDay(date: string, days: number): string {
  const day = parseCivilDate(date)
  return day.ok ? printCivilDate(day.value + days) : date
}

/**
 * The version of a timeline that counts on a day (当日有效的版本); the newest where no day is named. Where none is in
 * force, the last one before, and before the first the first, so that it can be said why it does not count.
 */
export function versionOn(timeline: Timeline, day: string | undefined): Version {
  const [first] = timeline
  let chosen = first
  for (const version of timeline) {
    if (day !== undefined && version.from !== undefined && version.from > day) break
    // Of versions that begin on the same day the first stands; the others were reported.
    if (version.from !== chosen.from) chosen = version
  }
  return chosen
}

/** The day of a version's life that is nearest to a day: what is checked is how it stood while it was in force. */
export function dayWithin({ from, to }: Version, day: string | undefined): string | undefined {
  if (day === undefined) return to
  if (from !== undefined && day < from) return from
  return to !== undefined && day > to ? to : day
}
