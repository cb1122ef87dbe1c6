import type { BlockTree } from './block-tree.ts'
import { findFeasible, type Refuted } from './feasible-plan.ts'
import type { Choice, Problem } from './problem.ts'
import { reduceNetwork } from './reduce-network.ts'
import { candidatesUnder, withoutImpossible } from './restrictions.ts'
import { type SearchResult, searchPlan, type WorkLimit } from './search-plan.ts'

/** What solving a problem came to. A plan's choice belongs to the problem that comes with it. */
export type Solved =
  | { readonly kind: 'plan'; readonly problem: Problem; readonly tree: BlockTree; readonly result: SearchResult }
  | { readonly kind: 'impossible'; readonly refuted: readonly Refuted[] }
  | { readonly kind: 'undecided' }

/** The limit unless the caller gives a number of nodes: some ten seconds, but counted, not timed. */
const USUAL_LIMIT: WorkLimit = { nodes: 5000, work: 3_000_000_000 }

/** Feasible at all; then what can be left out; then blocks; then the search (求解步骤). */
export function solveProblem(given: Problem, nodes: number | undefined): Solved {
  const feasible = findFeasible(given, nodes ?? USUAL_LIMIT.nodes)
  if (feasible.kind !== 'plan') return feasible
  const candidates = candidatesUnder(given, undefined)
  if ('chain' in candidates) return { kind: 'impossible', refuted: [{ restriction: undefined, ...candidates }] }
  let problem = withoutImpossible(given, candidates)
  let tree = reduceNetwork(problem)
  const limit = nodes === undefined ? USUAL_LIMIT : { nodes, work: Number.POSITIVE_INFINITY }
  let known = translate(feasible.choice, given, problem)
  for (;;) {
    const result = searchPlan(problem, tree, known, limit)
    if (!('ruledOut' in result)) return { kind: 'plan', problem, tree, result }
    // Without what is ruled out the network is smaller, and often closer to blocks.
    const possible = new Uint8Array(problem.modeCount).fill(1)
    for (const mode of result.ruledOut) possible[mode] = 0
    const smaller = withoutImpossible(problem, { possible })
    known = translate(result.choice, problem, smaller)
    problem = smaller
    tree = reduceNetwork(problem)
  }
}

/** The same choice for a problem that has fewer or more modes. */
function translate(choice: Choice, from: Problem, to: Problem): Choice {
  return Int32Array.from(to.activities, ({ index, modes }) => {
    const mode = from.activities[index]?.modes[choice[index] ?? 0]
    return mode === undefined ? 0 : Math.max(0, modes.indexOf(mode))
  })
}
