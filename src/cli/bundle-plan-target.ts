import { reportBundle } from '../analysis/bundle/bundle-standing.ts'
import { bundleFigure } from '../analysis/judge-bundle.ts'
import type { PlanTarget } from '../analysis/measures/plan-problem.ts'
import { multiply, ONE, rational, subtract } from '../base/rational.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { requirementOf } from '../graph/target-verdict.ts'

/**
 * What the first 目标 of a bundle asks of a plan (一件事的目标): at most so many days, by its own 口径, for the most components that
 * one applicant can need. Whole half days, since steps last no less. Undefined where it has none that a number of days can say.
 */
export function bundlePlanTarget(compiled: CompiledBundle, asOf: string): PlanTarget | undefined {
  const { measure } = reportBundle(compiled, { asOf })
  for (const target of compiled.bundle.targets) {
    const requirement = requirementOf(target)
    const before = measure && bundleFigure(measure, target.basis?.before ?? 'baseline')
    if (target.subject !== 'time' || requirement === undefined || before === undefined) continue
    const { sense, operator, ratio } = requirement
    if (operator !== (sense === 'cut' ? 'ge' : 'le')) continue
    const halves = multiply(before.workdays, multiply(sense === 'cut' ? subtract(ONE, ratio) : ratio, rational(2)))
    return { kind: 'workdays', workdays: rational(halves.num / halves.den, 2n) }
  }
  return undefined
}
