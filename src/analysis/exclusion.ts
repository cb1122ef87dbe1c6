import type { Exclusion } from '../graph/compression.ts'
import type { CountedSubject } from '../graph/counts.ts'
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
  if (exclusion.because === 'uncounted') {
    return `${SIDES[exclusion.side]}没有写${COUNTED[exclusion.subject]}`
  }
  if (exclusion.because === 'nothingBefore') return `原来的${COUNTED[exclusion.subject]}是0，无法计算比例`
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

const SIDES = { before: '前一版', after: '', parts: '有的子项' } as const

const COUNTED: Readonly<Record<CountedSubject, string>> = {
  materials: '材料份数',
  steps: '环节数',
  trips: '到现场次数',
}

const REASONS = {
  notYet: '尚未施行',
  noLonger: '已经失效',
  noBaseline: '没有前一版，也没有基准，没有原来的数可比',
  badPercent: '目标的百分数读不出来',
  faultyBundle: '子项合不成一件事',
  faultyMatter: '有错误，没有核算',
} as const
