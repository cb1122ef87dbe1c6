import { type FlowGraph, NO_BRANCH } from './flow-graph.ts'

/**
 * The edges that say nothing of their own (可以省略的边): what they lead to waits already for a way around that is alive whenever
 * they are, since no choice and no 终止 lies on it. Pictures leave them out; to run a flow with or without them is the same.
 */
export function impliedEdges({ nodes, edges }: FlowGraph): ReadonlySet<number> {
  const carries = nodes.map(({ kind, terminates }) => kind !== 'choice' && !terminates)
  /** For each node those that it follows by ways on which every node between carries on. */
  const before: Set<number>[] = []
  const implied = new Set<number>()
  nodes.forEach((_, id) => {
    const incoming = edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1])
    const far = new Set<number>()
    for (const edge of incoming) {
      const source = edges.source[edge] ?? 0
      if (carries[source] === true) for (const each of before[source] ?? []) far.add(each)
    }
    const sure = incoming.filter((edge) => edges.branch[edge] === NO_BRANCH)
    for (const edge of sure) if (far.has(edges.source[edge] ?? 0)) implied.add(edge)
    before.push(new Set([...far, ...sure.map((edge) => edges.source[edge] ?? 0)]))
  })
  return implied
}
