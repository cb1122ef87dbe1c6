import type { MatterReport } from '../../analysis/matter-report.ts'
import { printNumber } from '../../base/print-number.ts'
import type { TargetVerdict } from '../../graph/target-verdict.ts'

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
