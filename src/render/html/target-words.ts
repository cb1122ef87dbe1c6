import type { MatterReport } from '../../analysis/matter-report.ts'
import { printBasis } from '../../analysis/report-json.ts'
import { printNumber } from '../../base/print-number.ts'
import { printPercent } from '../../base/print-percent.ts'
import { ONE, subtract } from '../../base/rational.ts'
import { requirementOf, type TargetVerdict } from '../../graph/target-verdict.ts'

/** How a matter stands to its targets of time (达标情况): by the one that is furthest from being met. */
export type Standing = '达标' | '未达标' | '无法判断' | '没有目标'

/** All standings, in the order in which a reader asks for them. */
export const STANDINGS: readonly Standing[] = ['未达标', '达标', '无法判断', '没有目标']

/** The target of time that is furthest from being met. */
export function decisiveTarget({ targets }: MatterReport): TargetVerdict | undefined {
  return targets.filter(({ target }) => target.subject === 'time').toSorted((a, b) => rank(a) - rank(b))[0]
}

/** Where a matter stands. */
export function standingOf(report: MatterReport): Standing {
  const verdict = decisiveTarget(report)
  if (verdict === undefined) return '没有目标'
  if (verdict.kind === 'undecided') return '无法判断'
  return verdict.met ? '达标' : '未达标'
}

/** What was reached by the target's own 口径, on its true side of what it asks for: 40.0%. */
export function printReached(verdict: Extract<TargetVerdict, { readonly kind: 'decided' }>, digits: number): string {
  const { target, compression } = verdict
  const share = target.sense === 'cut' ? compression.ratio : subtract(ONE, compression.ratio)
  return `${printPercent(share, digits, requirementOf(target)?.ratio)}%`
}

/** The 口径 of a target where it is not that of the report: （法定时限→关键路径）. */
export function printOwnBasis({ basis }: TargetVerdict, report: MatterReport): string {
  const same = basis.before === report.basis.before && basis.after === report.basis.after
  return same ? '' : `（${printBasis(basis)}）`
}

/** ≥60% */
export function printAsked({ target }: TargetVerdict): string {
  return `${target.sense === 'cut' ? '' : '余'}${OPERATORS[target.operator]}${target.percent}%`
}

/** 差4个工作日, or 未达标 where the time stands on a bound that must be passed. */
export function printLack(verdict: TargetVerdict): string {
  if (verdict.kind === 'undecided') return '无法判断'
  if (verdict.met) return '达标'
  return verdict.shortfall.num === 0n ? '未达标' : `差${printNumber(verdict.shortfall)}个工作日`
}

const OPERATORS: Readonly<Record<TargetVerdict['target']['operator'], string>> = {
  ge: '≥',
  gt: '>',
  eq: '=',
  le: '≤',
  lt: '<',
}

function rank(verdict: TargetVerdict): number {
  if (verdict.kind === 'undecided') return 1
  return verdict.met ? 2 : 0
}
