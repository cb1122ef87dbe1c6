import { add, compare, type Rational, ZERO } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type RunMode, runModes } from './node-modes.ts'
import type { Visit } from './path-result.ts'
import type { FoundPath } from './path-search.ts'
import { computeReachability } from './reachability.ts'
import type { SituationSpace } from './situation-space.ts'

/** After so many looks at a node, and with more conditional nodes than this, the bound is taken as it is. */
const MAX_LOOKS = 200_000
const MAX_CONDITIONAL = 1000

/** A counted node with its ways, longest first; they exclude each other. */
interface Item {
  readonly node: number
  readonly runs: readonly RunMode[]
}

interface Found {
  readonly sum: Rational
  readonly situations: Diagram
}

/**
 * The greatest sum of the counted times of all nodes that run in one situation (分项之和), by branch and bound over the
 * nodes: the bound takes each node that is left at the longest that the situations so far allow, so that steps of
 * different branches are never added up.
 *
 * The visits name the nodes that run in that worst case, in the order of the graph.
 * Undefined when the set of situations is empty.
 */
export function searchSerialSum(
  graph: FlowGraph,
  times: readonly CountedTime[],
  space: SituationSpace,
  within: Diagram,
): FoundPath | undefined {
  if (within === NEVER) return undefined
  const items = listItems(graph, times, space)
  // What runs anyway, or takes no time, cannot change which situation is the worst.
  const deciding = items.filter(({ runs }) => runs.some((run) => run.situations !== ALWAYS && run.workdays.num > 0n))
  const found = deciding.length > MAX_CONDITIONAL ? undefined : findWorst(deciding, space, within)
  if (found === undefined) return { visits: boundVisits(items, space, within), situations: undefined }
  return runningIn(items, space, found.situations)
}

/** The situations with the greatest sum; undefined when the search gives up or the situations cannot be decided. */
function findWorst(items: readonly Item[], { store }: SituationSpace, within: Diagram): Found | undefined {
  let looks = 0
  let undecided = false
  const ceiling = bound(0, within, ZERO)

  function explore(index: number, situations: Diagram, sum: Rational, best: Found | undefined): Found | undefined {
    if (looks > MAX_LOOKS || undecided) return best
    if (best !== undefined && compare(best.sum, ceiling) >= 0) return best
    if (best !== undefined && compare(bound(index, situations, sum), best.sum) <= 0) return best
    const item = items[index]
    if (item === undefined) {
      undecided ||= !store.isSatisfiable(situations)
      return { sum, situations }
    }
    let found = best
    for (const run of item.runs) {
      looks++
      const narrowed = store.and(situations, run.situations)
      if (narrowed === NEVER) continue
      found = explore(index + 1, narrowed, add(sum, run.workdays), found)
      if (narrowed === situations) return found
    }
    return explore(index + 1, situations, sum, found)
  }

  function bound(from: number, situations: Diagram, sum: Rational): Rational {
    let total = sum
    for (let index = from; index < items.length; index++) {
      looks++
      const run = items[index]?.runs.find((candidate) => store.and(situations, candidate.situations) !== NEVER)
      if (run !== undefined) total = add(total, run.workdays)
    }
    return total
  }

  const found = explore(0, within, ZERO, undefined)
  return looks > MAX_LOOKS || undecided ? undefined : found
}

/** The nodes that run in one situation of the set, which is narrowed until it says so for every node. */
function runningIn(items: readonly Item[], { store }: SituationSpace, from: Diagram): FoundPath {
  let situations = from
  const visits: Visit[] = []
  for (const { node, runs } of items) {
    for (const run of runs) {
      const narrowed = store.and(situations, run.situations)
      if (!store.isSatisfiable(narrowed)) continue
      visits.push({ node, workdays: run.workdays })
      situations = narrowed
      break
    }
  }
  return { visits, situations }
}

function boundVisits(items: readonly Item[], { store }: SituationSpace, within: Diagram): readonly Visit[] {
  return items.flatMap(({ node, runs }) => {
    const run = runs.find((candidate) => store.and(within, candidate.situations) !== NEVER)
    return run === undefined ? [] : [{ node, workdays: run.workdays }]
  })
}

function listItems(graph: FlowGraph, times: readonly CountedTime[], space: SituationSpace): readonly Item[] {
  const { runs } = computeReachability(graph, space)
  return times.flatMap((time, node) => {
    if (!time.counted) return []
    const modes = runModes(runs[node] ?? NEVER, time, space)
    return [{ node, runs: modes.toSorted((a, b) => compare(b.workdays, a.workdays)) }]
  })
}
