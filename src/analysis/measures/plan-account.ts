import { compare, type Rational, subtract } from '../../base/rational.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import type { LongChain } from './account-for.ts'
import { type HandPlan, planMatterByHand } from './hand-rule.ts'
import type { Learnt } from './measure-trial.ts'
import { type Plan, planFrom, withProof } from './plan.ts'
import {
  allowances,
  lengthOf,
  longestPath,
  measure,
  type PlanOptions,
  type PlanProblem,
  type PlanTarget,
  preparePlan,
} from './plan-problem.ts'
import { takeMeasures } from './take-measures.ts'

/** Why a measure is in a plan (为什么要这一条). */
export interface ChosenMeasure {
  readonly measure: Measure
  /** How much longer it would take without it, the others taken. Unit: workdays. */
  readonly saves: Rational
  /** What the cheapest plan without it costs; undefined where none reaches the target. */
  readonly costWithout: Rational | undefined
}

/** A plan with all that a meeting asks about it (方案说明). */
export interface PlanAccount {
  readonly matter: Matter
  readonly plan: Plan
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf: string | undefined
  /** The longest that the target allows, in the situation with the shortest limit. Unit: workdays. */
  readonly allowed: Rational | undefined
  /** The path as it is now. */
  readonly now: PathResult | undefined
  readonly chosen: readonly ChosenMeasure[]
  /** From the day after the acceptance, as the law counts. Unit: workdays. */
  readonly fromAcceptance: { readonly now: Rational; readonly planned: Rational | undefined }
  /** The rule of thumb for the same target; undefined where there is no plan. */
  readonly byHand: HandPlan | undefined
}

/** Plans a matter and answers what a meeting asks: why each measure, what without it, what the rule of thumb costs. */
export function accountForPlan(matter: Matter, target: PlanTarget, options: PlanOptions = {}): PlanAccount {
  const problem = preparePlan(matter, options)
  const draft = planFrom(problem, target)
  const plan = withProof(draft)
  const measuring = measure(problem, matter)
  const limits = allowances(measuring, target)?.map(({ allowed }) => allowed)
  const taken = 'measures' in plan ? plan.measures : []
  const after = 'after' in plan ? plan.after : undefined
  const legal = preparePlan(matter, { ...options, countFrom: 'acceptance' })
  const lengthFrom = (version: Matter) => lengthOf(longestPath(measure(legal, version)))
  return {
    matter,
    plan,
    asOf: options.asOf,
    allowed: limits?.reduce((least, each) => (compare(each, least) < 0 ? each : least)),
    now: longestPath(measuring),
    chosen: taken.map((one) => ({
      measure: one,
      saves: savedBy(one, taken, problem),
      costWithout: costWithout(one, { problem, learnt: draft.learnt, target, options }),
    })),
    fromAcceptance: { now: lengthFrom(matter), planned: after && lengthFrom(after) },
    byHand: taken.length === 0 ? undefined : planMatterByHand(matter, target, options),
  }
}

function savedBy(one: Measure, taken: readonly Measure[], problem: PlanProblem): Rational {
  const { matter, options } = problem
  const lengthWith = (measures: readonly Measure[]) =>
    lengthOf(longestPath(measure(problem, takeMeasures(matter, measures, options.conversion))))
  return subtract(lengthWith(taken.filter((other) => other !== one)), lengthWith(taken))
}

interface Planned {
  readonly problem: PlanProblem
  readonly learnt: Learnt<LongChain>
  readonly target: PlanTarget
  readonly options: PlanOptions
}

/** Plans again without one measure. What every set that reaches the target satisfies still holds for those without it. */
function costWithout(one: Measure, { problem, learnt, target, options }: Planned): Rational | undefined {
  const { matter, usable } = problem
  const fewer = preparePlan({ ...matter, measures: matter.measures.filter((other) => other !== one) }, options)
  const numbers = usable.map(({ name }) => fewer.usable.findIndex((other) => other.name === name))
  const numbersIn = (measures: readonly number[]) => measures.map((number) => numbers[number] ?? -1)
  const known = {
    accounts: learnt.accounts.map((account) => ({
      ...account,
      savings: account.savings.flatMap((saving) => {
        const number = numbers[saving.measure] ?? -1
        return number < 0 ? [] : [{ ...saving, measure: number }]
      }),
    })),
    clashes: learnt.clashes.map(numbersIn).filter((clash) => !clash.includes(-1)),
  }
  const { plan } = planFrom(fewer, target, known)
  return 'cost' in plan ? plan.cost : undefined
}
