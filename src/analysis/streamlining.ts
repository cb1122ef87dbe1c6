import { add, type Rational, ZERO } from '../base/rational.ts'
import { compressionRatio } from '../graph/compression.ts'
import { countsOf } from '../graph/counts.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import { type Measuring, type MeasuringOptions, startMeasuring } from '../graph/measuring.ts'
import type { Matter } from '../model/matter.ts'
import type { TargetSubject } from '../model/terms.ts'
import { longestLimit } from './longest-limit.ts'

/** What a matter is compared with (对比的一版): an earlier version, or the same matter elsewhere. */
export interface Former {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** The date whose rules count there; without it the latest. */
  readonly asOf?: string | undefined
}

/** A number before and after, with the exact cut. */
export interface CountCut {
  readonly before: Rational
  readonly after: Rational
  /** (before − after) / before, exact (精简率). Null where there was nothing before: it is never divided by. */
  readonly ratio: Rational | null
}

/** By how much each subject was cut (精简率); null where a side is not known. Time in workdays, the others in numbers. */
export type Streamlining = Readonly<Record<TargetSubject, CountCut | null>>

/** The cuts of several matters (合计精简率): the ratio of the sums over those that can be compared. */
export type StreamliningTotal = Readonly<Record<TargetSubject, CountCut & { readonly count: number }>>

/**
 * Compares the promise, the materials to hand in, the listed steps and the trips of a matter with those of before.
 * All listed steps count, and all materials that some situation asks for; of 任选 as many as must be chosen.
 */
export function compareWithFormer(current: Measuring, former: Former, options: MeasuringOptions): Streamlining {
  const before = startMeasuring(former.matter, former.graph, { ...options, asOf: former.asOf })
  const both = (countOf: (measuring: Measuring) => Rational | null) => cutOf(countOf(before), countOf(current))
  return {
    time: both((measuring) => longestLimit(measuring, 'promised')?.workdays ?? null),
    materials: both(({ matter }) => countsOf(matter).materials),
    steps: both(({ matter }) => countsOf(matter).steps),
    trips: both(({ matter }) => countsOf(matter).trips),
  }
}

/** Adds up the cuts of matters; those that cannot be compared are left out. */
export function totalStreamlining(cuts: readonly Streamlining[]): StreamliningTotal {
  const total = (subject: TargetSubject) => {
    const comparable = cuts.flatMap((each) => {
      const cut = each[subject]
      return cut === null || cut.ratio === null ? [] : [cut]
    })
    const before = comparable.reduce((sum, cut) => add(sum, cut.before), ZERO)
    const after = comparable.reduce((sum, cut) => add(sum, cut.after), ZERO)
    return { ...cutBetween(before, after), count: comparable.length }
  }
  return { time: total('time'), materials: total('materials'), steps: total('steps'), trips: total('trips') }
}

function cutOf(before: Rational | null, after: Rational | null): CountCut | null {
  return before === null || after === null ? null : cutBetween(before, after)
}

function cutBetween(before: Rational, after: Rational): CountCut {
  return { before, after, ratio: before.num === 0n ? null : compressionRatio(before, after) }
}
