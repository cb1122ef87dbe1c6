import type { Exclusion } from '../graph/compression.ts'
import type { Undecided } from '../graph/target-verdict.ts'
import { QUANTITIES, type Quantity } from '../model/terms.ts'
import type { InForce, MatterReport } from './matter-report.ts'

/** Why a matter takes no part in the figures of a report (不计入的原因). */
export type ReportExclusion = Exclusion | { readonly because: Exclude<InForce, 'inForce'> }

/** The reason for which a matter is left out of the sums; undefined when it is counted. */
export function exclusionOf(report: MatterReport): ReportExclusion | undefined {
  if (report.inForce !== 'inForce') return { because: report.inForce }
  return report.measured.kind === 'excluded' ? report.measured.exclusion : undefined
}

/** Says in words why a matter is left out, or a target not decided. */
export function describeExclusion(exclusion: ReportExclusion | Undecided): string {
  if ('quantity' in exclusion) return BECAUSE[exclusion.because](exclusion.quantity)
  return REASONS[exclusion.because]
}

const BECAUSE: Readonly<Record<Exclusion['because'], (quantity: Quantity) => string>> = {
  missing: (quantity) => MISSING[quantity] ?? `没有${QUANTITIES[quantity]}`,
  unlimited: (quantity) => (quantity === 'statutory' ? '无法定时限' : `${QUANTITIES[quantity]}没有期限`),
  zero: (quantity) => `${QUANTITIES[quantity]}折算后为0，无法计算比例`,
  notForMatter: (quantity) => `“${QUANTITIES[quantity]}”不适用于单个事项`,
}

const MISSING: Partial<Readonly<Record<Quantity, string>>> = {
  formerPromise: '没有原承诺时限（承诺时限没有调整过）',
  criticalPath: '没有办理环节',
  promisedSum: '没有办理环节',
}

const REASONS = {
  notYet: '尚未施行',
  noLonger: '已经失效',
  noBaseline: '没有可比的基准',
  badPercent: '目标的百分数读不出来',
} as const
