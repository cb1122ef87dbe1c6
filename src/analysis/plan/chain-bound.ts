import { add, compare, divide, multiply, type Rational, rational, subtract, ZERO } from '../../base/rational.ts'
import { type BuiltProblem, buildProblem } from './build-problem.ts'
import { type CheckedNetwork, checkNetwork } from './check-network.ts'
import { bestFlow, type FlowArc } from './longest-augmenting-flow.ts'
import type { PlanNetwork } from './network.ts'
import type { Activity, Mode } from './problem.ts'

/** A chain and what a day on it is worth (权重). Unit: cost per unit of duration. */
export interface WeightedChain {
  readonly weight: Rational
  readonly ids: readonly string[]
}

/** Chains with weights that prove a lower bound which anyone can add up again (加权链下界). */
export interface ChainBound {
  /** Every plan that meets the deadline costs at least this. */
  readonly bound: Rational
  readonly chains: readonly WeightedChain[]
}

/** Whole parts of a cost unit that weights are counted in, at most. */
const FINEST = 2 ** 28

/**
 * The best weights for chains, by the duality of linear programming: exact costs are replaced by their convex hull, so the
 * bound may stay a little below the optimum. Undefined for networks with shared measures or removable orders, and where no
 * plan meets the deadline.
 */
export function chainBound(network: PlanNetwork): ChainBound | undefined {
  const built = buildProblem(network)
  if (!('problem' in built) || built.problem.measures.length > 0) return undefined
  const { activities, deadline } = built.problem
  if (activities.some(({ link }) => link !== undefined)) return undefined
  const hulls = activities.map(({ modes }) => convexHull(modes))
  const grain = finestGrain(hulls)
  const arcs: FlowArc[] = []
  const put = (from: number, to: number, gain: number, room: number) => arcs.push({ from, to, gain, room }) - 1
  const start = ({ index }: Activity) => 2 + 2 * index
  for (const activity of activities) {
    const [from, hull] = [start(activity), hulls[activity.index] ?? []]
    if (activity.predecessors.length === 0) put(0, from, 0, Number.POSITIVE_INFINITY)
    if (activity.successors.length === 0) put(from + 1, 1, 0, Number.POSITIVE_INFINITY)
    for (const before of activity.predecessors) put(3 + 2 * before, from, 0, Number.POSITIVE_INFINITY)
    // The slower modes pay as long as a day is worth less than the next faster mode asks for it.
    let filled = 0
    for (const [i, mode] of hull.entries()) {
      const until = pricePerDay(mode, hull[i + 1], grain)
      put(from, from + 1, mode.duration, until - filled)
      filled = until
    }
  }
  const flow = bestFlow(2 + 2 * activities.length, arcs, deadline)
  if (flow === undefined) return undefined
  const chains = decompose(built, arcs, flow, grain)
  return { chains, bound: boundOfChains(network, chains) ?? ZERO }
}

/**
 * Adds up what the chains prove (加权链下界的复核): for each activity the least of cost plus weight times duration, the weight
 * being that of all chains through it; less the deadline times all weights. Undefined where something is no chain.
 */
export function boundOfChains(network: PlanNetwork, chains: readonly WeightedChain[]): Rational | undefined {
  const checked = checkNetwork(network)
  if (!('activities' in checked) || !chains.every((chain) => isChain(checked, chain))) return undefined
  const weights = new Map<string, Rational>()
  let bound = ZERO
  for (const { weight, ids } of chains) {
    bound = subtract(bound, multiply(weight, checked.deadline))
    for (const id of ids) weights.set(id, add(weights.get(id) ?? ZERO, weight))
  }
  for (const { id, modes } of checked.activities) {
    const weight = weights.get(id) ?? ZERO
    const costs = modes.map(({ cost, duration }) => add(cost, multiply(weight, duration)))
    bound = add(
      bound,
      costs.reduce((least, cost) => (compare(cost, least) < 0 ? cost : least)),
    )
  }
  return bound
}

function isChain({ activities }: CheckedNetwork, { weight, ids }: WeightedChain): boolean {
  if (weight.num < 0n) return false
  const positions = ids.map((id) => activities.findIndex((activity) => activity.id === id))
  return positions.every((at, i) => {
    const before = positions[i - 1]
    return at >= 0 && (before === undefined || activities[at]?.predecessors.includes(before) === true)
  })
}

/** The modes that some price of a day makes cheapest, the slowest first. Literature: Andrew 1979. */
function convexHull(modes: readonly Mode[]): readonly Mode[] {
  const hull: Mode[] = []
  for (const mode of modes.toReversed()) {
    while (isNeedless(hull.at(-2), hull.at(-1), mode)) hull.pop()
    hull.push(mode)
  }
  return hull
}

/** Whether a mix of its neighbours is as cheap and as fast as `middle`; also where it is dearer than the faster one. */
function isNeedless(slow: Mode | undefined, middle: Mode | undefined, fast: Mode): boolean {
  if (middle === undefined) return false
  if (slow === undefined) return middle.cost >= fast.cost
  const [a, b] = [BigInt(middle.cost - slow.cost), BigInt(slow.duration - middle.duration)]
  const [c, d] = [BigInt(fast.cost - middle.cost), BigInt(middle.duration - fast.duration)]
  return a * d >= c * b
}

/** What a day less costs between two modes, in grains rounded down; without limit where there is no faster one. */
function pricePerDay(slow: Mode, fast: Mode | undefined, grain: number): number {
  if (fast === undefined) return Number.POSITIVE_INFINITY
  return Number((BigInt(fast.cost - slow.cost) * BigInt(grain)) / BigInt(slow.duration - fast.duration))
}

/** A grain in which all prices of a day are whole, if that is not too fine. */
function finestGrain(hulls: readonly (readonly Mode[])[]): number {
  let grain = 1
  for (const hull of hulls) {
    for (const [i, mode] of hull.entries()) {
      const days = mode.duration - (hull[i + 1]?.duration ?? mode.duration - 1)
      let [a, b] = [grain, days]
      while (b !== 0) [a, b] = [b, a % b]
      if ((grain / a) * days <= FINEST) grain = (grain / a) * days
    }
  }
  return grain
}

/** Takes the flow apart into chains; a weight that is whole in grains stays exact. */
function decompose(
  { problem, time, money }: BuiltProblem,
  arcs: readonly FlowArc[],
  flow: Float64Array,
  grain: number,
): readonly WeightedChain[] {
  const onward = new Map<number, Map<number, number>>()
  for (const [at, { from, to }] of arcs.entries()) {
    const targets = onward.get(from) ?? new Map<number, number>()
    onward.set(from, targets.set(to, (targets.get(to) ?? 0) + (flow[at] ?? 0)))
  }
  const chains: WeightedChain[] = []
  for (;;) {
    const walked = [0]
    let least = Number.POSITIVE_INFINITY
    for (const event of walked) {
      if (event === 1) break
      for (const [to, amount] of onward.get(event) ?? []) {
        if (amount === 0) continue
        walked.push(to)
        least = Math.min(least, amount)
        break
      }
    }
    if (walked.at(-1) !== 1) return chains
    for (const [i, to] of walked.entries()) {
      const targets = onward.get(walked[i - 1] ?? -1)
      targets?.set(to, (targets.get(to) ?? 0) - least)
    }
    const ids = walked.flatMap((event) =>
      event >= 2 && event % 2 === 0 ? [problem.activities[event / 2 - 1]?.id ?? ''] : [],
    )
    const weight = divide(money.fromUnits(least), multiply(rational(grain), time.unit))
    chains.push({ weight, ids })
  }
}
