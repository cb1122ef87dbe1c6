import { DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { type Schedule, scheduleWorstCase } from '../graph/schedule.ts'
import type { MatterReport, ReportOptions } from './matter-report.ts'
import { accountForPlan, type PlanAccount } from './measures/plan-account.ts'
import { type Frontier, planFrontier } from './measures/plan-frontier.ts'
import { planTargetOf } from './measures/plan-target.ts'

/** What a matter's 优化措施 can do for it (压减方案). */
export interface MatterPlanning {
  /** The plan for the first 目标 that a plan can aim at, with its reasons; null where there is none. */
  readonly account: PlanAccount | null
  /** All times that it can be brought to. */
  readonly frontier: Frontier
  /** The steps with the measures of the plan taken; null without a plan. */
  readonly schedule: Schedule | null
}

/** Plans a matter for its report; null where it has no 优化措施. */
export function planForReport({ matter }: MatterReport, options: ReportOptions = {}): MatterPlanning | null {
  if (matter.measures.length === 0) return null
  const { asOf, conversion = DEFAULT_CONVERSION, countFrom } = options
  const settings = { asOf, conversion, countFrom }
  const target = matter.targets.map(planTargetOf).find((each) => each !== undefined)
  const account = target === undefined ? null : accountForPlan(matter, target, settings)
  const after = account !== null && 'after' in account.plan ? buildGraph(account.plan.after).graph : undefined
  return {
    account,
    frontier: planFrontier(matter, settings),
    schedule: (after && scheduleWorstCase(after, { conversion, countFrom })) ?? null,
  }
}
