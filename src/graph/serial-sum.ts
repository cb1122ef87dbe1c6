import { compare } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import { type Diagram, NEVER } from './decision-diagram.ts'
import { pointIn, valueAt } from './diagram-point.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type RunMode, runModes } from './node-modes.ts'
import type { FoundPath } from './path-search.ts'
import { computeReachability } from './reachability.ts'
import type { SituationSpace } from './situation-space.ts'
import { findWorstChain } from './worst-chain.ts'

/** A counted node with its ways, longest first; they exclude each other. */
interface Item {
  readonly node: number
  readonly modes: readonly RunMode[]
}

/**
 * The greatest sum of the counted times of all nodes that run in one situation (分项之和): the longest chain when each node
 * waits for the one before it. The visits name the nodes that run in that worst case, in the order of the graph.
 *
 * Undefined when the set of situations is empty.
 */
export function searchSerialSum(
  graph: FlowGraph,
  times: readonly CountedTime[],
  space: SituationSpace,
  within: Diagram,
): FoundPath | undefined {
  if (within === NEVER) return undefined
  const { store } = space
  const items = listItems(graph, times, space)
  // The last place is the end of the chain, and the whole of it where no node counts.
  const modes = [...items.map((item) => item.modes), []]
  const before = modes.map((_, place) => (place === 0 ? [] : [place - 1]))
  const worst = findWorstChain({ modes, before }, store, within, [modes.length - 1])
  if (worst === undefined) return undefined
  const point = pointIn(store, worst.situations)
  const visits = items.flatMap(({ node, modes: ways }) => {
    const way = point && ways.find(({ situations }) => valueAt(store, situations, point) !== NEVER)
    return way === undefined ? [] : [{ node, workdays: way.workdays }]
  })
  const situations = store.isSatisfiable(worst.situations) ? worst.situations : undefined
  return { workdays: worst.workdays, situations, visits }
}

function listItems(graph: FlowGraph, times: readonly CountedTime[], space: SituationSpace): readonly Item[] {
  const { runs } = computeReachability(graph, space)
  return times.flatMap((time, node) => {
    if (!time.counted) return []
    const modes = runModes(runs[node] ?? NEVER, time, space)
    return [{ node, modes: modes.toSorted((a, b) => compare(b.workdays, a.workdays)) }]
  })
}
