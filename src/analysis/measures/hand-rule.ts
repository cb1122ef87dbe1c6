import { compare, divide, type Rational, subtract, sumOf, ZERO } from '../../base/rational.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import {
  allowances,
  costOf,
  measure,
  type PlanOptions,
  type PlanProblem,
  type PlanTarget,
  preparePlan,
} from './plan-problem.ts'
import { takeMeasures } from './take-measures.ts'

/** What the usual rule of thumb comes to (手工法). */
export interface HandPlan {
  /** In the order in which they were chosen. */
  readonly measures: readonly Measure[]
  readonly cost: Rational
  /** False where the rule gets stuck before the target. */
  readonly met: boolean
}

/**
 * Plans by the rule that people use (手工法): look at the chain that is too long, take the measure that saves a day on it
 * most cheaply, look again. Shown beside the best plan, because it is what that saves money against.
 */
export function planMatterByHand(matter: Matter, target: PlanTarget, options: PlanOptions = {}): HandPlan {
  const problem = preparePlan(matter, options)
  let taken: readonly Measure[] = []
  let excess = excessOf(problem, taken, target)
  while (excess.num > 0n) {
    const best = cheapestDay(problem, taken, excess, target)
    if (best === undefined) return { measures: taken, cost: priceOf(taken), met: false }
    taken = best.taken
    excess = best.excess
  }
  return { measures: taken, cost: priceOf(taken), met: true }
}

interface Next {
  readonly taken: readonly Measure[]
  readonly excess: Rational
  /** Cost of a day saved. */
  readonly price: Rational
}

function cheapestDay(
  problem: PlanProblem,
  taken: readonly Measure[],
  excess: Rational,
  target: PlanTarget,
): Next | undefined {
  let best: Next | undefined
  for (const one of problem.usable) {
    const more = withRequired(one, taken, problem.usable)
    if (more === undefined || more.length === taken.length) continue
    const left = excessOf(problem, more, target)
    const saved = subtract(excess, left)
    if (saved.num <= 0n) continue
    const price = divide(subtract(priceOf(more), priceOf(taken)), saved)
    if (best === undefined || compare(price, best.price) < 0) best = { taken: more, excess: left, price }
  }
  return best
}

/** The measures with one more and all that it requires; undefined where some of them exclude each other. */
function withRequired(
  one: Measure,
  taken: readonly Measure[],
  usable: readonly Measure[],
): readonly Measure[] | undefined {
  const all = new Set([...taken, one])
  for (const each of all) {
    for (const name of each.requires) {
      const required = usable.find((other) => other.name === name)
      if (required !== undefined) all.add(required)
    }
  }
  const names = new Set([...all].map(({ name }) => name))
  return [...all].some(({ excludes }) => excludes.some((name) => names.has(name))) ? undefined : [...all]
}

/** By how much the situation that misses the target by most misses it, and at least 0. Unit: workdays. */
function excessOf(problem: PlanProblem, taken: readonly Measure[], target: PlanTarget): Rational {
  const inOrder = problem.usable.filter((one) => taken.includes(one))
  const measuring = measure(problem, takeMeasures(problem.matter, inOrder, problem.options.conversion))
  let most = ZERO
  for (const { situations, allowed } of allowances(measuring, target) ?? []) {
    const path = measuring.pathIn(situations)
    const excess = path && subtract(path.workdays, allowed)
    if (excess !== undefined && compare(excess, most) > 0) most = excess
  }
  return most
}

function priceOf(measures: readonly Measure[]): Rational {
  return sumOf(measures.map(costOf))
}
