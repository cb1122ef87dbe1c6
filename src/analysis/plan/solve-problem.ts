import type { BlockTree } from './block-tree.ts'
import { findFeasible, type Refuted } from './feasible-plan.ts'
import type { Problem } from './problem.ts'
import { reduceNetwork } from './reduce-network.ts'
import { candidatesUnder, withoutImpossible } from './restrictions.ts'
import { type SearchResult, searchPlan } from './search-plan.ts'

/** What solving a problem came to. A plan's choice belongs to the problem that comes with it. */
export type Solved =
  | { readonly kind: 'plan'; readonly problem: Problem; readonly tree: BlockTree; readonly result: SearchResult }
  | { readonly kind: 'impossible'; readonly refuted: readonly Refuted[] }
  | { readonly kind: 'undecided' }

/** Nodes of the branch and bound unless the caller says otherwise: fewer where each means filling many tables. */
const MOST_NODES = 5000
const MOST_TABLES = 4_000_000

/** Feasible at all; then what can be left out; then blocks; then the search (求解步骤). */
export function solveProblem(given: Problem, nodes: number | undefined): Solved {
  const feasible = findFeasible(given, nodes ?? MOST_NODES)
  if (feasible.kind !== 'plan') return feasible
  const candidates = candidatesUnder(given, undefined)
  if ('chain' in candidates) return { kind: 'impossible', refuted: [{ restriction: undefined, ...candidates }] }
  const problem = withoutImpossible(given, candidates)
  const known = Int32Array.from(problem.activities, ({ index, modes }) => {
    const mode = given.activities[index]?.modes[feasible.choice[index] ?? 0]
    return mode === undefined ? 0 : Math.max(0, modes.indexOf(mode))
  })
  const tree = reduceNetwork(problem)
  const most = nodes ?? Math.min(MOST_NODES, Math.ceil(MOST_TABLES / tree.blocks.length))
  return { kind: 'plan', problem, tree, result: searchPlan(problem, tree, known, most) }
}
