import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { valueIn } from '../lower/read-node.ts'
import type { SourceBlock } from '../split-blocks.ts'
import { printDate } from '../text/words.ts'

/** One version of a matter with the days on which it is in force, first and last included (版本). */
export interface Version {
  readonly block: SourceBlock
  /** Absent where it has been in force since before anyone wrote it down. */
  readonly from: string | undefined
  /** The last day: as written (失效), else the day before the next version begins. */
  readonly to: string | undefined
  /** 失效 as written. */
  readonly writtenTo: string | undefined
}

/** The versions of one matter, earliest first (时间线). */
export type Timeline = readonly [Version, ...Version[]]

/** The blocks that have versions: those whose 施行 and 失效 say when they are in force. */
const DATED: ReadonlySet<string> = new Set(['matter'])

/** Puts the blocks that are versions of one another on one timeline each: those of one name, and renamed ones of one code. */
export function findTimelines(blocks: readonly SourceBlock[]): ReadonlyMap<SourceBlock, Timeline> {
  const groups = new Map<string, SourceBlock[]>()
  for (const block of blocks) {
    if (!DATED.has(block.node.construct) || block.name === undefined) continue
    const key = `${block.node.construct} ${block.name.key}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [block])
    else group.push(block)
  }
  const timelines = new Map<SourceBlock, Timeline>()
  for (const group of joinRenamed([...groups.values()])) {
    const timeline = orderVersions(group)
    if (timeline !== undefined) for (const { block } of timeline) timelines.set(block, timeline)
  }
  return timelines
}

/**
 * Joins groups of one 编码 under different names where every block says when it begins: a matter that was renamed.
 * Matters without dates may share the code of their 主项, and stay apart.
 */
function joinRenamed(groups: readonly SourceBlock[][]): readonly (readonly SourceBlock[])[] {
  const byCode = new Map<string, SourceBlock[]>()
  const joined: SourceBlock[][] = []
  for (const group of groups) {
    const code = group.every((block) => datesOf(block).from !== undefined) ? codeOf(group) : undefined
    const earlier = code === undefined ? undefined : byCode.get(code)
    if (earlier !== undefined) {
      earlier.push(...group)
      continue
    }
    if (code !== undefined) byCode.set(code, group)
    joined.push(group)
  }
  return joined
}

/** The code that all blocks of a group share, with the 业务办理项 that tells parts of one matter apart. */
function codeOf(group: readonly SourceBlock[]): string | undefined {
  const codes = new Set(
    group.map(({ node }) => {
      const code = valueIn(
        node.children.find(({ construct }) => construct.endsWith('.code')),
        'text',
      )?.text
      const item = valueIn(
        node.children.find(({ construct }) => construct.endsWith('.businessItem')),
        'name',
      )?.name.key
      return code && `${node.construct} ${code} ${item ?? ''}`
    }),
  )
  const [code] = codes
  return codes.size === 1 ? code : undefined
}

/** 版本 as written, without blanks. */
export function versionNameOf({ node }: SourceBlock): string | undefined {
  const line = node.children.find(({ construct }) => construct.endsWith('.version'))
  return valueIn(line, 'text')?.text.replace(/\s/g, '')
}

/** What the versions call themselves: their 版本, else the day on which they begin. */
export function versionNamesOf(versions: readonly Version[]): readonly string[] {
  return versions.map(
    ({ block, from }) => versionNameOf(block) ?? (from === undefined ? '没有写版本' : `自${printDate(from)}起`),
  )
}

/** When a block is in force, as written; days that do not exist are reported where the block is compiled. */
function datesOf({ node }: SourceBlock): { readonly from: string | undefined; readonly to: string | undefined } {
  const dateIn = (end: string) => {
    const line = node.children.find(({ construct }) => construct.endsWith(end))
    const date = valueIn(line, 'date')?.date
    return date !== undefined && parseCivilDate(date).ok ? date : undefined
  }
  return { from: dateIn('.effectiveFrom'), to: dateIn('.effectiveTo') }
}

function orderVersions(blocks: readonly SourceBlock[]): Timeline | undefined {
  const dated = blocks
    .map((block) => ({ block, ...datesOf(block) }))
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
