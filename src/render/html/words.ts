import { cutBound } from '../../analysis/cut-bound.ts'
import type { MatterReport } from '../../analysis/matter-report.ts'
import { printNumber } from '../../base/print-number.ts'
import { printPercent } from '../../base/print-percent.ts'
import type { Rational } from '../../base/rational.ts'
import { printDuration } from '../../calendar/duration.ts'
import type { Compression, Figure } from '../../graph/compression.ts'

/** 12个工作日 */
export function days(workdays: Rational): string {
  return `${printNumber(workdays)}个工作日`
}

/** 56.1%, or — where there is none. */
export function percent(ratio: Rational | null | undefined, digits: number): string {
  return ratio === null || ratio === undefined ? '—' : `${printPercent(ratio, digits)}%`
}

/** The cut of a matter, on its true side of the target; — where it is left out. */
export function cutOf(report: MatterReport, digits: number): string {
  const compression = compressionOf(report)
  return compression === undefined
    ? '—'
    : `${printPercent(compression.ratio, digits, cutBound(report.targets, compression))}%`
}

/** How a matter is cut; undefined where it is left out. */
export function compressionOf({ measured }: MatterReport): Compression | undefined {
  return measured.kind === 'measured' ? measured.compression : undefined
}

/** A side of a comparison as it is written, else in workdays. */
export function figureWords({ limit, workdays }: Figure): string {
  return limit === null ? days(workdays) : printDuration(limit)
}
