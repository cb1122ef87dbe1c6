import type { FlowGraph } from '../../graph/flow-graph.ts'

/** All nodes that some way leads to from one of these nodes (后续节点), without these themselves unless one leads to another. */
export function findDescendants({ nodes, edges }: FlowGraph, from: readonly number[]): ReadonlySet<number> {
  const { outStart, target } = edges
  const starts = new Set(from)
  const found = new Set<number>()
  for (let id = Math.min(...from); id < nodes.length; id++) {
    if (!starts.has(id) && !found.has(id)) continue
    for (let edge = outStart[id] ?? 0; edge < (outStart[id + 1] ?? 0); edge++) {
      const to = target[edge]
      if (to !== undefined) found.add(to)
    }
  }
  return found
}
