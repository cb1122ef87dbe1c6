import { add, divide, type Rational, rational, ZERO } from '../base/rational.ts'
import { type Compression, compressionRatio } from '../graph/compression.ts'
import { exclusionOf, type ReportExclusion } from './exclusion.ts'
import type { MatterReport } from './matter-report.ts'
import { type StreamliningTotal, totalStreamlining } from './streamlining.ts'

/** So many of so many (占比); the ratio is null where there are none to count. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly ratio: Rational | null
}

/** A sum before and after, in working days, with the exact cut. */
export interface SumOfCuts {
  readonly before: Rational
  readonly after: Rational
  readonly ratio: Rational
}

/** The figures of a catalogue as a whole (合计). */
export interface CatalogueTotal {
  readonly count: number
  /** How many are counted in the sums. */
  readonly included: number
  readonly excluded: readonly { readonly report: MatterReport; readonly exclusion: ReportExclusion }[]
  /** (Σ before − Σ after) / Σ before, as published programmes compute it (合计压减). Null when nothing is counted. */
  readonly ratioOfSums: SumOfCuts | null
  /** The mean of the matters' own ratios (平均压减), a named alternative that weighs every matter alike. */
  readonly meanOfRatios: Rational | null
  /** 即办率: 即办件 or a promise of 即办, among the matters in force. */
  readonly instant: Share
  /** 零跑动占比: 到现场次数 0, among the matters in force whose 到现场次数 is known. */
  readonly zeroTrips: Share
  /** 平均跑动次数, over the same matters; null where none is known. */
  readonly meanTrips: Rational | null
  /** 精简率 against the versions that the matters are compared with; null where none is. */
  readonly streamlining: StreamliningTotal | null
}

/** Adds up reports that were made with the same options: all of a catalogue, or a group of it. */
export function totalOf(reports: readonly MatterReport[]): CatalogueTotal {
  const excluded: { report: MatterReport; exclusion: ReportExclusion }[] = []
  const compressions: Compression[] = []
  for (const report of reports) {
    const exclusion = exclusionOf(report)
    if (exclusion !== undefined) excluded.push({ report, exclusion })
    else if (report.measured.kind === 'measured') compressions.push(report.measured.compression)
  }
  const inForce = reports.filter((report) => report.inForce === 'inForce')
  const trips = inForce.flatMap(({ matter }) => (matter.trips === undefined ? [] : [matter.trips]))
  const streamlined = inForce.flatMap(({ streamlining }) => streamlining ?? [])
  return {
    count: reports.length,
    included: compressions.length,
    excluded,
    ratioOfSums: ratioOfSums(compressions),
    meanOfRatios: meanOf(compressions.map(({ ratio }) => ratio)),
    instant: shareOf(inForce.filter(isInstant).length, inForce.length),
    zeroTrips: shareOf(trips.filter((count) => count === 0).length, trips.length),
    meanTrips: meanOf(trips.map((count) => rational(count))),
    streamlining: streamlined.length === 0 ? null : totalStreamlining(streamlined),
  }
}

function ratioOfSums(compressions: readonly Compression[]): SumOfCuts | null {
  if (compressions.length === 0) return null
  const before = compressions.reduce((sum, compression) => add(sum, compression.before.workdays), ZERO)
  const after = compressions.reduce((sum, compression) => add(sum, compression.after.workdays), ZERO)
  return { before, after, ratio: compressionRatio(before, after) }
}

function meanOf(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : divide(values.reduce(add, ZERO), rational(values.length))
}

function shareOf(count: number, of: number): Share {
  return { count, of, ratio: of === 0 ? null : rational(count, of) }
}

function isInstant({ matter, promised }: MatterReport): boolean {
  return matter.caseType === 'instant' || promised?.workdays?.num === 0n || promised?.rule.limit.unit === 'instant'
}
