import { buildProblem } from './build-problem.ts'
import { planOf } from './chosen-plan.ts'
import type { PlanNetwork } from './network.ts'
import type { NetworkPlan } from './network-answer.ts'
import { earliestFinishes, lengthOf, longestChain } from './order-times.ts'
import { type Choice, chosenMode, conflictOf, durationsOf, type Mode, type Problem, usedMeasures } from './problem.ts'

/**
 * The usual rule of thumb (手工规则): begin with the cheapest way of everything and, while the chain is too long, shorten
 * where a day on the critical chain costs least. It stands beside the optimum to show what exact planning saves.
 * Undefined where it finds no plan, although there may be one.
 */
export function planByHand(network: PlanNetwork): NetworkPlan | undefined {
  const built = buildProblem(network)
  if (!('problem' in built)) return undefined
  const { problem } = built
  const choice = Int32Array.from(problem.activities, ({ modes }) => {
    const costs = modes.map((mode) => priceOf(problem, mode, new Set()))
    return costs.indexOf(Math.min(...costs))
  })
  return !choice.includes(-1) && shortenByHand(problem, choice) ? planOf(built, choice) : undefined
}

/** Shortens the choice given, day by day, until it is in time; false where that fails. */
export function shortenByHand(problem: Problem, choice: Choice): boolean {
  const durations = durationsOf(problem, choice)
  for (;;) {
    const finishes = earliestFinishes(problem, durations)
    const tooLong = lengthOf(finishes) - problem.deadline
    if (tooLong <= 0) return conflictOf(problem, choice) === undefined
    const next = cheapestDay(problem, choice, longestChain(problem, finishes, durations), tooLong)
    if (next === undefined) return false
    choice[next.activity] = next.position
    durations[next.activity] = next.mode.duration
  }
}

interface Shortening {
  readonly activity: number
  readonly position: number
  readonly mode: Mode
  readonly price: bigint
  readonly days: bigint
}

/** The shortening of the chain with the least cost per day; giving up an order counts as all the days that are too many. */
function cheapestDay(
  problem: Problem,
  choice: Choice,
  chain: readonly number[],
  tooLong: number,
): Shortening | undefined {
  const used = usedMeasures(problem, choice)
  let best: Shortening | undefined
  for (const index of chain) {
    const activity = problem.activities[index]
    const now = activity && chosenMode(activity, choice)
    if (activity === undefined || now === undefined) continue
    for (const [position, mode] of activity.modes.entries()) {
      if (mode.duration >= now.duration) break
      const price = BigInt(priceOf(problem, mode, used) - now.cost)
      const days = BigInt(mode.duration < 0 ? tooLong : now.duration - mode.duration)
      const found = { activity: index, position, mode, price, days }
      if (best === undefined || price * best.days < best.price * days) best = found
    }
  }
  return best
}

function priceOf({ measures }: Problem, { cost, uses }: Mode, used: ReadonlySet<number>): number {
  return uses.reduce((sum, measure) => (used.has(measure) ? sum : sum + (measures[measure]?.cost ?? 0)), cost)
}
