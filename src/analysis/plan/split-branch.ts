import type { BlockTree } from './block-tree.ts'
import { earliestFinishes, longestChain } from './order-times.ts'
import { type Choice, conflictOf, durationsOf, type Problem } from './problem.ts'
import type { Candidates, Restriction } from './restrictions.ts'
import type { LeafModes, ShareLayout, Shares } from './shares.ts'

/** A bound with the division of costs that gives it and what the cheapest way through then takes. */
export interface Bounded {
  readonly bound: number
  readonly shares: Shares
  readonly modes: LeafModes
}

/**
 * The two halves of the decision that is most in dispute (分支): which modes an activity takes whose copies disagree, or whether
 * a measure is adopted that is paid in part, or excludes another. Where there is no dispute the tree was only a bound, and
 * the slowest activity of the chain that is too long is settled. Nothing where all is settled.
 */
export function splitOf(
  problem: Problem,
  tree: BlockTree,
  layout: ShareLayout,
  { modes, shares }: Bounded,
  candidates: Candidates,
): readonly Restriction['fact'][] {
  const { activities, measures } = problem
  const choice: Choice = new Int32Array(activities.length)
  let dispute = 0
  let facts: readonly Restriction['fact'][] = []
  for (const { index, modes: own } of activities) {
    const leaves = tree.leavesOf[index] ?? []
    if (leaves.length === 0) continue
    const positions = leaves.map((leaf) => modes[leaf] ?? 0)
    const [fastest, slowest] = [Math.min(...positions), Math.max(...positions)]
    choice[index] = fastest
    const prices = positions.map((position) => own[position]?.cost ?? 0)
    const mean = prices.reduce((a, b) => a + b, 0) / prices.length
    const apart = prices.reduce((sum, price) => sum + Math.abs(price - mean), 1 / layout.grain)
    if (fastest === slowest || apart <= dispute) continue
    dispute = apart
    facts = halves(index, Math.floor((fastest + slowest) / 2) + 1, own.length)
  }
  const unpaid = layout.unpaid(shares, candidates, modes)
  for (const { index } of measures) {
    if ((unpaid[index] ?? 0) / layout.grain <= dispute) continue
    dispute = (unpaid[index] ?? 0) / layout.grain
    facts = bothWays(index)
  }
  if (facts.length > 0) return facts
  const conflict = conflictOf(problem, choice)
  if (conflict !== undefined) return bothWays(conflict[0])
  const durations = durationsOf(problem, choice)
  const chain = longestChain(problem, earliestFinishes(problem, durations), durations)
  const lengthening = (index: number) => (durations[index] ?? 0) - (candidates.shortest[index] ?? 0)
  const slowest = chain.toSorted((a, b) => lengthening(b) - lengthening(a))[0]
  if (slowest === undefined || lengthening(slowest) <= 0) return []
  return halves(slowest, choice[slowest] ?? 0, activities[slowest]?.modes.length ?? 0)
}

function halves(activity: number, at: number, count: number): readonly Restriction['fact'][] {
  return [
    { kind: 'modes', activity, first: 0, end: at },
    { kind: 'modes', activity, first: at, end: count },
  ]
}

function bothWays(measure: number): readonly Restriction['fact'][] {
  return [
    { kind: 'adopt', measure },
    { kind: 'refuse', measure },
  ]
}
