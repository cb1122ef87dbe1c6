import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import { type FlowGraph, NO_BRANCH } from './flow-graph.ts'
import type { SituationSpace } from './situation-space.ts'

/** In which situations each node is reached and runs (可达条件), by node id. */
export interface Reachability {
  /** A way leads to the node and the case has not ended before it. */
  readonly reached: readonly Diagram[]
  /** It is reached and its own 当 holds. */
  readonly runs: readonly Diagram[]
}

/** Works the rule of `runFlow` out for all situations at once. */
export function computeReachability(graph: FlowGraph, space: SituationSpace): Reachability {
  const { store } = space
  const { edges, nodes } = graph
  const reached: Diagram[] = []
  const runs: Diagram[] = []
  /** Where a step with 终止 that the node waits for has run. */
  const ended: Diagram[] = []
  const branches: (readonly Diagram[])[] = []
  nodes.forEach((node, id) => {
    const start = edges.inStart[id] ?? 0
    const end = edges.inStart[id + 1] ?? 0
    let alive = start === end ? ALWAYS : NEVER
    let over = NEVER
    for (let i = start; i < end; i++) {
      const edge = edges.inEdge[i] ?? 0
      const source = edges.source[edge] ?? 0
      const branch = edges.branch[edge] ?? NO_BRANCH
      const taken = branch === NO_BRANCH ? ALWAYS : (branches[source]?.[branch] ?? NEVER)
      alive = store.or(alive, store.and(reached[source] ?? NEVER, taken))
      over = store.or(over, ended[source] ?? NEVER)
      if (nodes[source]?.terminates === true) over = store.or(over, runs[source] ?? NEVER)
    }
    const set = store.and(alive, store.not(over))
    reached.push(set)
    runs.push(node.when === undefined ? set : store.and(set, space.diagramOf(node.when)))
    ended.push(over)
    branches.push(branchConditions(graph, space, id).taken)
  })
  return { reached, runs }
}

/**
 * In which situations a choice takes each of its branches (the condition holds and none before it does), and in which it
 * takes none (无处可去).
 */
export function branchConditions(
  graph: FlowGraph,
  space: SituationSpace,
  choice: number,
): { readonly taken: readonly Diagram[]; readonly none: Diagram } {
  const { store } = space
  const taken: Diagram[] = []
  let none: Diagram = ALWAYS
  for (const { when } of graph.nodes[choice]?.branches ?? []) {
    const holds = when === undefined ? ALWAYS : space.diagramOf(when)
    taken.push(store.and(none, holds))
    none = store.and(none, store.not(holds))
  }
  return { taken, none }
}
