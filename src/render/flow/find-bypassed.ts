import type { FlowGraph } from '../../graph/flow-graph.ts'
import { impliedEdges } from '../../graph/implied-edges.ts'
import type { NodeOutcome } from '../../graph/run-flow.ts'

/** Stands for the start, which is done before everything else. */
const START = -1

/**
 * Tells of a line that leaves a step which is passed over whether the case gets on without it (绕过): whatever was done before it
 * leads by another line to the same place, too.
 */
export function findBypassed(
  graph: FlowGraph,
  outcomes: readonly NodeOutcome[],
  isAlive: (edge: number) => boolean,
): (edge: number) => boolean {
  const { nodes, edges } = graph
  const implied = impliedEdges(graph)
  const incoming = nodes.map((_, id) =>
    edges.inEdge
      .slice(edges.inStart[id], edges.inStart[id + 1])
      .filter((edge) => !implied.has(edge) && outcomes[edges.source[edge] ?? 0] !== 'dead' && isAlive(edge)),
  )
  /** Of each node what is done last before it, and itself where it is done. */
  const fronts: ReadonlySet<number>[] = []
  /** Of each node all that is done before it. */
  const before: ReadonlySet<number>[] = []
  nodes.forEach((_, id) => {
    const sources = (incoming[id] ?? []).map((edge) => edges.source[edge] ?? 0)
    const last = sources.length === 0 ? [START] : sources.flatMap((source) => [...(fronts[source] ?? [])])
    before.push(new Set([...last, ...last.flatMap((each) => [...(before[each] ?? [])])]))
    fronts.push(outcomes[id] === 'passedOver' ? new Set(last) : new Set([id]))
  })
  return (edge) => {
    const source = edges.source[edge] ?? 0
    const others = (incoming[edges.target[edge] ?? 0] ?? []).filter((other) => other !== edge)
    const leadsOn = (from: number) =>
      others.some((other) => {
        const beside = edges.source[other] ?? 0
        if (beside === from) return true
        return [...(fronts[beside] ?? [])].some((front) => before[front]?.has(from) === true)
      })
    return outcomes[source] === 'passedOver' && [...(fronts[source] ?? [])].every(leadsOn)
  }
}
