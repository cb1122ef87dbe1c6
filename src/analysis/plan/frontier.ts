import type { Rational } from '../../base/rational.ts'
import { createBlockTables } from './block-tables.ts'
import { type BuiltProblem, buildProblem } from './build-problem.ts'
import type { NetworkOptions, PlanNetwork } from './network.ts'
import type { NetworkProblem } from './network-answer.ts'
import { earliestFinishes, lengthOf } from './order-times.ts'
import { durationsOf } from './problem.ts'
import { reduceNetwork } from './reduce-network.ts'
import { candidatesUnder } from './restrictions.ts'
import { createShareLayout } from './shares.ts'
import { solveProblem } from './solve-problem.ts'

/** One promise worth making (价目表的一行): nothing shorter costs as little, and, when proven, nothing cheaper is as short. */
export interface FrontierPoint {
  readonly duration: Rational
  readonly cost: Rational
  readonly lowerBound: Rational
}

/** The price list of a network (价目表), the longest duration first. */
export type FrontierAnswer =
  | { readonly status: 'frontier'; readonly points: readonly FrontierPoint[] }
  | { readonly status: 'invalid'; readonly problems: readonly NetworkProblem[] }

/**
 * The least cost for every duration up to the deadline (费用与时限的权衡曲线): for a series–parallel network the table of the
 * whole, else one search for each point.
 */
export function frontierOfNetwork(network: PlanNetwork, { nodes }: NetworkOptions = {}): FrontierAnswer {
  const built = buildProblem(network)
  if (!('problem' in built)) return { status: 'invalid', problems: built }
  return { status: 'frontier', points: tabled(built) ?? searched(built, nodes) }
}

/** All corners of the table of the whole network, where there is such a table. */
function tabled({ problem, time, money }: BuiltProblem): readonly FrontierPoint[] | undefined {
  if (problem.measures.length > 0) return undefined
  const candidates = candidatesUnder(problem, undefined)
  if ('chain' in candidates) return []
  const tree = reduceNetwork(problem)
  if (tree.nodeReductions > 0) return undefined
  const layout = createShareLayout(problem, tree)
  const tables = createBlockTables(tree, problem.deadline, () => false)
  tables.limit((activity) => candidates.shortest[activity] ?? 0)
  tables.fill((leaf, activity) => layout.pointsOf(layout.even, candidates, leaf, activity))
  const { times, costs } = tables.root()
  return Array.from(times, (units, i) => {
    const cost = money.fromUnits(layout.costOutside + (costs[i] ?? 0) / layout.grain)
    return { duration: time.fromUnits(units), cost, lowerBound: cost }
  }).reverse()
}

/** The cheapest plan of all, then the cheapest that is shorter, and so on. */
function searched({ problem, time, money }: BuiltProblem, nodes: number | undefined): readonly FrontierPoint[] {
  const points: { length: number; cost: number; lowerBound: number }[] = []
  for (let deadline = problem.deadline; deadline >= 0; ) {
    const solved = solveProblem({ ...problem, deadline }, nodes)
    if (solved.kind !== 'plan') break
    const { cost, lowerBound, choice } = solved.result
    const length = lengthOf(earliestFinishes(solved.problem, durationsOf(solved.problem, choice)))
    while ((points.at(-1)?.cost ?? -1) >= cost) points.pop()
    points.push({ length, cost, lowerBound })
    deadline = length - 1
  }
  return points.map(({ length, cost, lowerBound }) => ({
    duration: time.fromUnits(length),
    cost: money.fromUnits(cost),
    lowerBound: money.fromUnits(lowerBound),
  }))
}
