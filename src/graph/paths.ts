import type { Conversion } from '../calendar/duration.ts'
import { type CountedTime, type CountFrom, countedTimes } from './counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { Facts } from './fact-value.ts'
import type { FlowGraph } from './flow-graph.ts'
import { flowSituations } from './matter-conditions.ts'
import type { Until } from './path-endings.ts'
import { isUnconditional, type PathResult, pathResult, type Visit } from './path-result.ts'
import { type FoundPath, searchLongestPath } from './path-search.ts'
import { longest, longestPath } from './plain-path.ts'
import { searchSerialSum } from './serial-sum.ts'
import type { SituationSpace } from './situation-space.ts'

/** How a path is measured, and over which situations. */
export interface PathOptions {
  /** What one unit of each kind stands for in working days (折算口径). */
  readonly conversion: Conversion
  /** Default: `application`. */
  readonly countFrom?: CountFrom | undefined
  /** Where the path ends; default: `end`. */
  readonly until?: Until | undefined
  /** What is known of the case; the worst case is taken over what remains open. */
  readonly facts?: Facts | undefined
  /** A space that the caller has for a matter with this flow, asked for only when needed, and the situations to look at. */
  readonly situations?: { readonly space: () => SituationSpace; readonly within: Diagram } | undefined
}

/**
 * The critical path (关键路径): the longest chain of steps in the worst situation, exactly wherever the search can decide it.
 * Special procedures and steps that do not count have length 0 and are not named; 即办 counts what the conversion says.
 *
 * Unit: workdays. Counted from: the first listed step, or the day after acceptance.
 * Undefined when there is no path: an empty flow, no step of the stage 决定 where one is asked for, or no situation left.
 */
export function criticalPath(graph: FlowGraph, options: PathOptions): PathResult | undefined {
  const { until = 'end' } = options
  return worstCase(
    graph,
    options,
    (times, space, within) => searchLongestPath(graph, times, space, within, until),
    (times) => longestPath(graph, times, isEnd(graph, until)),
  )
}

/**
 * The sum of all steps that run in the worst situation, one after the other (分项之和).
 *
 * Unit: workdays. Undefined when the flow is empty or no situation is left.
 */
export function serialSum(graph: FlowGraph, options: PathOptions): PathResult | undefined {
  if (graph.nodes.length === 0) return undefined
  return worstCase(
    graph,
    options,
    (times, space, within) => searchSerialSum(graph, times, space, within),
    (times) => times.map((time, node) => ({ node, workdays: longest(time) })),
  )
}

type Search = (times: readonly CountedTime[], space: SituationSpace, within: Diagram) => FoundPath | undefined

/** Searches the worst situation; `bound` takes every node at its longest, which is exact where nothing depends on the case. */
function worstCase(
  graph: FlowGraph,
  { conversion, countFrom = 'application', facts, situations }: PathOptions,
  search: Search,
  bound: (times: readonly CountedTime[]) => readonly Visit[] | undefined,
): PathResult | undefined {
  if (situations?.within === NEVER) return undefined
  const times = countedTimes(graph, conversion, countFrom)
  const everything = (exact: boolean) => {
    const visits = bound(times)
    return visits && pathResult(graph, times, visits, null, exact)
  }
  if (isUnconditional(graph)) return everything(true)
  const space = situations === undefined ? flowSituations(graph) : situations.space()
  const given = facts === undefined ? ALWAYS : space.given(facts)
  const found = search(times, space, space.store.and(situations?.within ?? ALWAYS, given))
  if (found === undefined) return undefined
  if (found.situations === undefined) {
    return found.visits.length > 0 ? pathResult(graph, times, found.visits, null, false) : everything(false)
  }
  const witness = space.witnessOf(found.situations)
  // What the caller knows already need not be told.
  const parts = witness?.parts.filter(({ fact }) => facts?.has(fact) !== true) ?? []
  return pathResult(graph, times, found.visits, witness ? { ...witness, parts } : null, true)
}

function isEnd({ nodes, edges }: FlowGraph, until: Until): (node: number) => boolean {
  return until === 'decision'
    ? (node) => nodes[node]?.stages.includes('decision') === true
    : (node) => edges.outStart[node] === edges.outStart[node + 1]
}
