import { createOpenBranches } from '../open-branches.ts'
import { createBlockTables } from './block-tables.ts'
import type { BlockTree } from './block-tree.ts'
import { cheapen } from './cheapen.ts'
import { shortenByHand } from './hand-rule.ts'
import { isInTime } from './order-times.ts'
import { type Choice, conflictOf, costOf, type Problem } from './problem.ts'
import { type Candidates, candidatesUnder, type Restriction } from './restrictions.ts'
import { blend, createShareLayout, type LeafModes, type Shares } from './shares.ts'
import { type Bounded, splitOf } from './split-branch.ts'

/** How much a search may take (工作量上限). */
export interface WorkLimit {
  readonly nodes: number
  /** Steps of filling tables. */
  readonly work: number
}

/** The cheapest plan found, and what is proved about it. Costs in whole units. */
export interface SearchResult {
  readonly choice: Choice
  readonly cost: number
  readonly lowerBound: number
  readonly nodes: number
}

/** The first node rules out so much that a smaller problem should be searched instead. */
export interface SmallerProblem {
  readonly choice: Choice
  /** Modes, by number, that only plans dearer than the one found can take. */
  readonly ruledOut: readonly number[]
}

interface Branch {
  readonly restriction: Restriction | undefined
  readonly shares: Shares
  /** In grains. */
  readonly bound: number
}

/** Steps of the subgradient at the first node, at each further one, and on the way down to a first plan. */
const FIRST_STEPS = 60
const LATER_STEPS = 20
const DIVE_STEPS = 3
/** Steps without a better bound after which the steps get half as long, and how short they may get. */
const STALLED_STEPS = 5
const LEAST_BOLDNESS = 0.02
/** How much of the last direction stays in the next, so that steps do not go to and fro. */
const MOMENTUM = 0.7
/** The part of the modes that must be ruled out for a smaller network to be worth starting anew. */
const WORTH_RESTARTING = 0.1

/**
 * Branch and bound over the block tree (分支定界): each node divides costs among copies by the subgradient, which bounds
 * its plans from below; where copies disagree, or a measure is paid in part, the node is split in two.
 * Literature: De, Dunne, Ghosh, Wells, Operations Research 45 (1997); Held, Karp 1971 for the steps.
 */
export function searchPlan(
  problem: Problem,
  tree: BlockTree,
  known: Choice,
  { nodes, work }: WorkLimit,
): SearchResult | SmallerProblem {
  const { activities } = problem
  const layout = createShareLayout(problem, tree)
  const changes = (activity: number) =>
    (tree.leavesOf[activity]?.length ?? 0) > 1 ||
    activities[activity]?.modes.some(({ uses }) => uses.length > 0) === true
  const tables = createBlockTables(tree, problem.deadline, changes)
  let best = { choice: known, cost: costOf(problem, known) }
  const inGrains = (cost: number) => cost * layout.grain
  /** Costs are whole: a bound above c − 1 is a bound of c. */
  const isBeaten = (bound: number) => Math.ceil(bound / layout.grain) >= best.cost

  /** Makes a plan of what the copies choose, the fastest of each; thoroughly even where that is not yet in time. */
  const consider = (modes: LeafModes, thoroughly: boolean) => {
    const choice = best.choice.slice()
    const hurried: number[] = []
    for (const { index } of activities) {
      const leaves = tree.leavesOf[index] ?? []
      if (leaves.length === 0) continue
      const positions = leaves.map((leaf) => modes[leaf] ?? 0)
      choice[index] = Math.min(...positions)
      if (positions.some((position) => position !== choice[index])) hurried.push(index)
    }
    const holds = thoroughly
      ? shortenByHand(problem, choice)
      : isInTime(problem, choice) && conflictOf(problem, choice) === undefined
    if (!holds) return
    cheapen(problem, choice, thoroughly && !tree.complete ? activities.keys() : hurried)
    const cost = costOf(problem, choice)
    if (cost < best.cost) best = { choice, cost }
  }

  const open = createOpenBranches<Branch>()
  open.push({ restriction: undefined, shares: layout.even, bound: 0 })
  let looked = 0
  /** The bound of branches that nothing could split; there are none, but if there were, nothing wrong would be proved. */
  let unsplit = Number.POSITIVE_INFINITY
  for (; looked < nodes && tables.work() <= work; looked++) {
    const lowest = open.lowest()
    if (lowest === undefined || isBeaten(lowest)) break
    const branch = open.pop()
    if (branch === undefined) break
    const candidates = candidatesUnder(problem, branch.restriction)
    if ('chain' in candidates || !tables.limit((activity) => candidates.shortest[activity] ?? 0)) continue
    const bounded = raiseBound(branch, candidates, looked === 0 ? FIRST_STEPS : LATER_STEPS)
    if (bounded === undefined) continue
    if (looked === 0 && nodes > 1) {
      dive(bounded, candidates)
      tables.limit((activity) => candidates.shortest[activity] ?? 0)
      const ruledOut = beatenModes(bounded, candidates, best.cost + 1)
      if (ruledOut.length > problem.activities.length * WORTH_RESTARTING) return { choice: best.choice, ruledOut }
    }
    const modes = beatenModes(bounded, candidates, best.cost)
    const from: Restriction = { from: branch.restriction, fact: { kind: 'without', modes } }
    const facts = splitOf(problem, tree, layout, bounded, candidates)
    if (facts.length === 0) unsplit = Math.min(unsplit, bounded.bound)
    for (const fact of facts) {
      open.push({ restriction: { from, fact }, shares: bounded.shares, bound: bounded.bound })
    }
  }
  const lowest = Math.min(unsplit, open.lowest() ?? Number.POSITIVE_INFINITY)
  const lowerBound = Math.min(best.cost, Math.ceil(lowest / layout.grain))
  return { ...best, lowerBound, nodes: looked }

  /** Follows the cheaper half of each split down to a plan: seldom the best, but good (潜水启发). */
  function dive(bounded: Bounded, within: Candidates): void {
    let at: {
      readonly restriction: Restriction | undefined
      readonly bounded: Bounded
      readonly candidates: Candidates
    } = {
      restriction: undefined,
      bounded,
      candidates: within,
    }
    for (;;) {
      const halves = splitOf(problem, tree, layout, at.bounded, at.candidates).flatMap((fact) => {
        const restriction: Restriction = { from: at.restriction, fact }
        const candidates = candidatesUnder(problem, restriction)
        if ('chain' in candidates || !tables.limit((activity) => candidates.shortest[activity] ?? 0)) return []
        const half = raiseBound({ restriction, ...at.bounded }, candidates, DIVE_STEPS)
        return half === undefined ? [] : [{ restriction, bounded: half, candidates }]
      })
      const [first, second] = halves
      if (first === undefined) return
      at = second === undefined || first.bounded.bound <= second.bounded.bound ? first : second
    }
  }

  /** Divides costs better and better; undefined once no plan of the branch can be cheaper than the best known. */
  function raiseBound(branch: Branch, candidates: Candidates, steps: number) {
    let shares = branch.shares
    let result: Bounded | undefined
    let boldness = 1
    let stalled = 0
    let direction: Shares | undefined
    const settled = inGrains(layout.costOutside + candidates.measureCost)
    for (let step = 0; step < steps; step++) {
      const now = shares
      const least = tables.fill((leaf, activity) => layout.pointsOf(now, candidates, leaf, activity))
      if (least === Number.POSITIVE_INFINITY) return undefined
      const modes: LeafModes = new Int32Array(tree.blocks.length)
      tables.trace((leaf, activity, cost) => {
        modes[leaf] = layout.modeAt(now, candidates, leaf, activity, cost)
      })
      consider(modes, false)
      const bound = settled + least
      let from: Bounded = { bound, shares, modes }
      if (result === undefined || bound > result.bound) {
        result = from
        stalled = 0
      } else if (++stalled % STALLED_STEPS === 0) {
        boldness /= 2
        from = result
        if (boldness < LEAST_BOLDNESS) break
      }
      if (isBeaten(result.bound)) return undefined
      const slopes = layout.slopesAt(candidates, from.modes)
      if (slopes === undefined) break
      direction = direction === undefined ? slopes : blend(slopes, direction, MOMENTUM)
      shares = layout.move(from.shares, direction, boldness * (inGrains(best.cost) - from.bound))
    }
    if (result !== undefined) consider(result.modes, true)
    return result && { ...result, bound: Math.max(result.bound, branch.bound) }
  }

  /** The modes that no plan cheaper than the limit takes: whoever takes one pays too much for all the rest. */
  function beatenModes({ shares }: Bounded, candidates: Candidates, limit: number): readonly number[] {
    const beaten = new Set<number>()
    if (tree.blocks.at(-1)?.soft !== false) return []
    const settled = inGrains(layout.costOutside + candidates.measureCost)
    tables.fill((leaf, activity) => layout.pointsOf(shares, candidates, leaf, activity))
    tables.lookAround((leaf, activity, restWith) => {
      for (const { mode, time, cost } of layout.pointsOf(shares, candidates, leaf, activity)) {
        if (Math.ceil((settled + restWith(time) + cost) / layout.grain) >= limit) beaten.add(mode.index)
      }
    })
    return [...beaten]
  }
}
