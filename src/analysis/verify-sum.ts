import { compare, multiply, ONE, type Rational, subtract, ZERO } from '../base/rational.ts'
import { DEFAULT_BASIS } from '../graph/compression.ts'
import { satisfies } from '../graph/target-verdict.ts'
import type { Target } from '../model/matter.ts'
import { type CatalogueTotal, totalOf } from './catalogue-total.ts'
import { type MatterReport, type MeasurableMatter, measureMatter, type ReportOptions } from './matter-report.ts'

/** A matter that is cut by less than the sum asks for (拖后腿的事项). */
export interface Laggard {
  readonly report: MatterReport
  /** How many days of the sum it lacks by itself. Unit: workdays. */
  readonly shortfall: Rational
}

/** Whether matters taken together are cut by a share (合计目标), as published programmes count: the ratio of sums. */
export interface SumCheck {
  readonly target: Target
  readonly total: CatalogueTotal
  /** False also where no matter could be counted. */
  readonly met: boolean
  /** How many days the sum after is above what is asked for. Unit: workdays; null where no matter could be counted. */
  readonly shortfall: Rational | null
  /** The matters below the share by themselves, those that lack most first. */
  readonly laggards: readonly Laggard[]
}

/** Verifies a target of cutting time on the sum of matters, with exact numbers. */
export function verifySum(
  measurables: Iterable<MeasurableMatter>,
  target: Target,
  ratio: Rational,
  options: ReportOptions = {},
): SumCheck {
  const reports = Array.from(measurables, (each) => measureMatter(each, { basis: DEFAULT_BASIS, ...options }))
  const total = totalOf(reports)
  const { ratioOfSums } = total
  const lacking = (before: Rational, after: Rational) => {
    const excess = subtract(after, multiply(before, subtract(ONE, ratio)))
    return excess.num > 0n ? excess : ZERO
  }
  const left = new Set(total.excluded.map(({ report }) => report))
  const laggards = reports
    .flatMap((report): Laggard[] => {
      if (left.has(report) || report.measured.kind !== 'measured') return []
      const { before, after } = report.measured.compression
      const shortfall = lacking(before.workdays, after.workdays)
      return shortfall.num > 0n ? [{ report, shortfall }] : []
    })
    .sort((a, b) => compare(b.shortfall, a.shortfall))
  if (ratioOfSums === null) return { target, total, met: false, shortfall: null, laggards }
  const met = satisfies(ratioOfSums.ratio, { sense: 'cut', operator: 'ge', ratio })
  return { target, total, met, shortfall: lacking(ratioOfSums.before, ratioOfSums.after), laggards }
}
