import { type Conversion, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { startMeasuring } from '../../graph/measuring.ts'
import { type OverrunPromise, overrunPromises } from '../../graph/overrun-promises.ts'
import type { LineChange } from '../../model/line-change.ts'
import type { Matter } from '../../model/matter.ts'
import { type MatterReport, measureMatter } from '../matter-report.ts'
import { compareOutcomes, type OutcomeChange } from './compare-outcomes.ts'
import type { DiffOptions } from './joint-measuring.ts'

/** One side of a comparison (一版). */
export interface DiffSide {
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly file?: string | undefined
}

/** An 实施清单 that rests on a matter that changed (受影响的实施清单). */
export interface AffectedByDiff {
  readonly name: string
  /** What it comes to differs too; else it lays down itself what changed. */
  readonly changed: boolean
  /** Errors that its file has now and did not have before. */
  readonly newErrors: number
}

/** What became of one matter between two versions (一个事项的变化). */
export interface MatterDiff {
  /** Of the later version, else of the one that is gone. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed' | 'same'
  readonly before?: MatterReport
  /** Compared with the version before, where there is one. */
  readonly after?: MatterReport
  /** What is written differently. */
  readonly lines: readonly LineChange[]
  /** What that means to applicants. */
  readonly outcomes: readonly OutcomeChange[]
  readonly implementations: readonly AffectedByDiff[]
  /** Promises of each side that are shorter than its steps: they cannot be kept, nor figures that rest on them. */
  readonly overruns: { readonly before: readonly OverrunPromise[]; readonly after: readonly OverrunPromise[] }
}

/** The two sides of a matter, one of which may not be there, and what is written differently between them. */
export interface MatterPair {
  readonly before?: DiffSide | undefined
  readonly after?: DiffSide | undefined
  readonly lines: readonly LineChange[]
  readonly implementations?: readonly AffectedByDiff[] | undefined
}

/** Programs without types hand over the two matters themselves. */
const WANTED =
  '要对照的写成{ before, after, lines }：before、after至少写一个，lines是compareMatters的结果，只有一边的写[]'

/**
 * Says what became of a matter (对照一个事项). `lines` come from `compareMatters` of `zhengwu/compare`. Throws a TypeError for a
 * pair with neither side, or without lines.
 */
export function diffMatter(pair: MatterPair, options: DiffOptions = {}): MatterDiff {
  const { before, after, lines, implementations = [] } = pair
  const present = after ?? before
  if (present === undefined || !Array.isArray(lines)) throw new TypeError(WANTED)
  const { asOf = {}, conversion } = options
  const former = before && { matter: before.matter, graph: before.graph, asOf: asOf.before }
  return {
    name: present.matter.name,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : lines.length > 0 ? 'changed' : 'same',
    ...(before && { before: measureMatter(before, { asOf: asOf.before, conversion }) }),
    ...(after && { after: measureMatter({ ...after, former }, { asOf: asOf.after, conversion }) }),
    lines,
    outcomes: before && after && lines.length > 0 ? compareOutcomes(before.matter, after.matter, options) : [],
    implementations,
    overruns: { before: overrunsOf(before, asOf.before, conversion), after: overrunsOf(after, asOf.after, conversion) },
  }
}

function overrunsOf(
  side: DiffSide | undefined,
  asOf: string | undefined,
  conversion: Conversion = DEFAULT_CONVERSION,
): readonly OverrunPromise[] {
  return side === undefined ? [] : overrunPromises(startMeasuring(side.matter, side.graph, { asOf, conversion }))
}
