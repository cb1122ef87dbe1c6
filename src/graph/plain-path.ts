import { add, compare, type Rational, ZERO } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import type { FlowGraph } from './flow-graph.ts'
import type { Visit } from './path-result.ts'

/**
 * A longest path by dynamic programming in topological order, each node taken at its longest and every edge as alive.
 * For a flow without conditions it is the critical path; for any other an upper bound. Of equal paths the one through
 * the nodes listed first. Undefined when no node is an end.
 */
export function longestPath(
  graph: FlowGraph,
  times: readonly CountedTime[],
  isEnd: (node: number) => boolean,
): readonly Visit[] | undefined {
  const { inStart, inEdge, source } = graph.edges
  const finish: Rational[] = []
  const previous: (number | undefined)[] = []
  let end: number | undefined
  for (let node = 0; node < graph.nodes.length; node++) {
    let start: Rational | undefined
    let from: number | undefined
    for (let i = inStart[node] ?? 0; i < (inStart[node + 1] ?? 0); i++) {
      const before = source[inEdge[i] ?? 0] ?? 0
      const candidate = finish[before] ?? ZERO
      if (start !== undefined && compare(candidate, start) <= 0) continue
      start = candidate
      from = before
    }
    const length = longest(times[node])
    finish.push(start === undefined ? length : add(start, length))
    previous.push(from)
    if (isEnd(node) && (end === undefined || compare(finish[node] ?? ZERO, finish[end] ?? ZERO) > 0)) end = node
  }
  if (end === undefined) return undefined
  const visits: Visit[] = []
  for (let node: number | undefined = end; node !== undefined; node = previous[node]) {
    visits.push({ node, workdays: longest(times[node]) })
  }
  return visits.reverse()
}

/** The greatest length of a node. */
export function longest(time: CountedTime | undefined): Rational {
  let result = ZERO
  for (const { workdays } of time?.lengths ?? []) if (compare(workdays, result) > 0) result = workdays
  return result
}
