import { ONE, subtract } from '../base/rational.ts'
import { DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { type Schedule, scheduleWorstCase } from '../graph/schedule.ts'
import { requirementOf } from '../graph/target-verdict.ts'
import type { MatterReport, ReportOptions } from './matter-report.ts'
import { type Plan, planMatter } from './measures/plan.ts'
import { type Frontier, planFrontier } from './measures/plan-frontier.ts'
import type { PlanTarget } from './measures/plan-problem.ts'

/** What a matter's 优化措施 can do for it (压减方案). */
export interface MatterPlanning {
  /** For the first 目标 of its time; null where it has none that a plan can aim at. */
  readonly plan: Plan | null
  /** All times that it can be brought to. */
  readonly frontier: Frontier
  /** The steps with the measures of the plan taken; null without a plan. */
  readonly schedule: Schedule | null
}

/** Plans a matter for its report; null where it has no 优化措施. */
export function planForReport({ matter, targets }: MatterReport, options: ReportOptions = {}): MatterPlanning | null {
  if (matter.measures.length === 0) return null
  const { asOf, conversion = DEFAULT_CONVERSION, countFrom } = options
  const settings = { asOf, conversion, countFrom }
  const target = targets.map(planTarget).find((each) => each !== undefined)
  const plan = target === undefined ? null : planMatter(matter, target, settings)
  const after = plan !== null && 'after' in plan ? buildGraph(plan.after).graph : undefined
  return {
    plan,
    frontier: planFrontier(matter, settings),
    schedule: (after && scheduleWorstCase(after, { conversion, countFrom })) ?? null,
  }
}

/** 压减时限 不低于60% of the 法定时限 is what a plan can aim at, and 压减到 不超过40% as well. */
function planTarget({ target, basis }: MatterReport['targets'][number]): PlanTarget | undefined {
  const requirement = requirementOf(target)
  if (requirement === undefined || target.subject !== 'time' || basis.before !== 'statutory') return undefined
  const { sense, operator, ratio } = requirement
  if (sense === 'cut') return operator === 'ge' ? { kind: 'cut', ratio } : undefined
  return operator === 'le' ? { kind: 'cut', ratio: subtract(ONE, ratio) } : undefined
}
