import { printAmount, printShare, reductionOf } from '../analysis/describe-target.ts'
import type { MatterReport } from '../analysis/matter-report.ts'
import { printBasis } from '../analysis/report-json.ts'
import type { DecidedVerdict, TargetVerdict } from '../graph/target-verdict.ts'
import { TARGET_SUBJECTS } from '../model/terms.ts'

/** How a matter stands to its targets (达标情况): by the one that is furthest from being met. */
export type Standing = '达标' | '未达标' | '无法判断' | '没有目标'

/** All standings, in the order in which a reader asks for them. */
export const STANDINGS: readonly Standing[] = ['未达标', '达标', '无法判断', '没有目标']

/** The target that is furthest from being met. */
export function decisiveTarget({ targets }: Pick<MatterReport, 'targets'>): TargetVerdict | undefined {
  return targets.toSorted((a, b) => rank(a) - rank(b))[0]
}

/** Where a matter stands. */
export function standingOf(report: MatterReport): Standing {
  const verdict = decisiveTarget(report)
  if (verdict === undefined) return '没有目标'
  if (verdict.kind === 'undecided') return '无法判断'
  return verdict.met ? '达标' : '未达标'
}

/** What was reached by the target's own 口径, on its true side of what it asks for: 40.0%. */
export function printReached(verdict: DecidedVerdict, digits: number): string {
  return `${printShare(verdict.target, reductionOf(verdict).ratio, digits)}%`
}

/** The 口径 of a target where it is not that of the report: （法定时限→关键路径）. */
export function printOwnBasis({ basis }: TargetVerdict, report: MatterReport): string {
  if (basis === null) return ''
  const same = basis.before === report.basis.before && basis.after === report.basis.after
  return same ? '' : `（${printBasis(basis)}）`
}

/** ≥60%, 材料≥50% */
export function printAsked({ target }: TargetVerdict): string {
  const subject = target.subject === 'time' ? '' : TARGET_SUBJECTS[target.subject]
  return `${subject}${target.sense === 'cut' ? '' : '余'}${OPERATORS[target.operator]}${target.percent}%`
}

/** 差4个工作日, 差1份材料, or 未达标 where the time stands on a bound that must be passed. */
export function printLack(verdict: TargetVerdict): string {
  if (verdict.kind === 'undecided') return '无法判断'
  if (verdict.met) return '达标'
  return verdict.shortfall.num === 0n ? '未达标' : `差${printAmount(verdict.shortfall, verdict.subject)}`
}

const OPERATORS: Readonly<Record<TargetVerdict['target']['operator'], string>> = {
  ge: '≥',
  gt: '>',
  eq: '=',
  le: '≤',
  lt: '<',
}

/** Missed before open before met, time before the others; what has nothing to be counted against speaks only alone. */
function rank(verdict: TargetVerdict): number {
  const isTime = verdict.target.subject === 'time'
  if (verdict.kind === 'undecided') return isTime ? 2 : 5
  return (verdict.met ? 3 : 0) + (isTime ? 0 : 1)
}
