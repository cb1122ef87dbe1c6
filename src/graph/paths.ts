import type { Conversion } from '../calendar/duration.ts'
import { type CountedTime, type CountFrom, countedTimes } from './counted-time.ts'
import { ALWAYS, type Diagram } from './decision-diagram.ts'
import type { Facts } from './fact-value.ts'
import type { FlowGraph } from './flow-graph.ts'
import { flowSituations } from './matter-conditions.ts'
import { isUnconditional, type PathResult, pathResult } from './path-result.ts'
import { type FoundPath, searchLongestPath, type Until } from './path-search.ts'
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
  const times = countedTimes(graph, options.conversion, options.countFrom ?? 'application')
  if (isUnconditional(graph)) return plainPath(graph, times, until)
  const { space, within } = situationsOf(graph, options)
  return toResult(graph, times, space, searchLongestPath(graph, times, space, within, until), () =>
    plainPath(graph, times, until),
  )
}

/**
 * The sum of all steps that run in the worst situation, one after the other (分项之和).
 *
 * Unit: workdays. Undefined when the flow is empty or no situation is left.
 */
export function serialSum(graph: FlowGraph, options: PathOptions): PathResult | undefined {
  const times = countedTimes(graph, options.conversion, options.countFrom ?? 'application')
  if (graph.nodes.length === 0) return undefined
  const { space, within } = isUnconditional(graph) ? { space: undefined, within: ALWAYS } : situationsOf(graph, options)
  const everything = () => {
    const visits = times.map((time, node) => ({ node, workdays: longest(time) }))
    return pathResult(graph, times, visits, null, true)
  }
  if (space === undefined) return everything()
  return toResult(graph, times, space, searchSerialSum(graph, times, space, within), everything)
}

function plainPath(graph: FlowGraph, times: readonly CountedTime[], until: Until): PathResult | undefined {
  const { nodes, edges } = graph
  const visits = longestPath(graph, times, (node) =>
    until === 'decision'
      ? nodes[node]?.stages.includes('decision') === true
      : edges.outStart[node] === edges.outStart[node + 1],
  )
  return visits && pathResult(graph, times, visits, null, true)
}

function situationsOf(graph: FlowGraph, { situations, facts }: PathOptions) {
  const space = situations === undefined ? flowSituations(graph) : situations.space()
  const within = situations?.within ?? ALWAYS
  return { space, within: facts === undefined ? within : space.store.and(within, space.given(facts)) }
}

/** Puts what a search found into words; a search that gave up without a path leaves the bound over all nodes. */
function toResult(
  graph: FlowGraph,
  times: readonly CountedTime[],
  space: SituationSpace,
  found: FoundPath | undefined,
  bound: () => PathResult | undefined,
): PathResult | undefined {
  if (found === undefined) return undefined
  if (found.situations !== undefined) {
    return pathResult(graph, times, found.visits, space.witnessOf(found.situations) ?? null, true)
  }
  const result = found.visits.length > 0 ? pathResult(graph, times, found.visits, null, false) : bound()
  return result && { ...result, exact: false }
}
