import type { Origin } from '../base/source-file.ts'
import type { DraftEdge, FlowDraft } from './flow-draft.ts'

/**
 * Adds the 前序 edges that lead back in the list, one by one, each only if it closes no loop (循环依赖).
 * A loop always contains such an edge, so the graph stays acyclic, and the loop is reported with its names.
 */
export function addBackwardEdges(draft: FlowDraft, backward: readonly DraftEdge[]): void {
  const successors = draft.nodes.map((): number[] => [])
  for (const edge of draft.edges) successors[edge.from]?.push(edge.to)
  for (const edge of backward) {
    const path = findPath(successors, edge.to, edge.from)
    if (path === undefined) {
      draft.edges.push(edge)
      successors[edge.from]?.push(edge.to)
    } else {
      const origins = path.map((node) => draft.nodes[node]?.origin)
      draft.problems.push({
        kind: 'cycle',
        loop: [...path, edge.to].map((node) => draft.nodes[node]?.name ?? ''),
        origin: origins[0],
        related: origins.slice(1).filter((origin): origin is Origin => origin !== undefined),
      })
    }
  }
}

/**
 * A topological order of the draft's nodes that keeps to the list as far as the edges allow:
 * each node comes right after the last of what it waits for that was not placed yet.
 */
export function orderNodes(draft: FlowDraft): readonly number[] {
  const predecessors = draft.nodes.map((): number[] => [])
  for (const edge of draft.edges) predecessors[edge.to]?.push(edge.from)
  const order: number[] = []
  const placed = new Set<number>()
  /** How many predecessors of each node were looked at; they never need a second look. */
  const seen = draft.nodes.map(() => 0)
  for (let start = 0; start < draft.nodes.length; start++) {
    const stack = [start]
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const index = seen[node] ?? 0
      const before = predecessors[node]?.[index]
      if (before !== undefined) {
        seen[node] = index + 1
        if (!placed.has(before)) stack.push(before)
        continue
      }
      if (!placed.has(node)) order.push(node)
      placed.add(node)
      stack.pop()
    }
  }
  return order
}

/** A shortest path from one node to another, both included; undefined when there is none. */
function findPath(successors: readonly (readonly number[])[], from: number, to: number): readonly number[] | undefined {
  const cameFrom = new Map<number, number>([[from, from]])
  const queue = [from]
  for (const node of queue) {
    if (node === to) return traceBack(cameFrom, from, to)
    for (const next of successors[node] ?? []) {
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  return undefined
}

function traceBack(cameFrom: ReadonlyMap<number, number>, from: number, to: number): readonly number[] {
  const path = [to]
  for (let node = to; node !== from; ) {
    node = cameFrom.get(node) ?? from
    path.push(node)
  }
  return path.reverse()
}
