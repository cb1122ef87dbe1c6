import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import { type FlowGraph, NO_BRANCH } from './flow-graph.ts'
import type { SituationSpace } from './situation-space.ts'

/** In which situations each node is reached and runs (可达条件), by node id. */
export interface Reachability {
  /** A way leads to the node. */
  readonly reached: readonly Diagram[]
  /** A way leads to it and its own 当 holds. */
  readonly runs: readonly Diagram[]
}

/** Works the rule of dead-path elimination out for all situations at once. */
export function computeReachability(graph: FlowGraph, space: SituationSpace): Reachability {
  const { store } = space
  const { edges, nodes } = graph
  const reached: Diagram[] = []
  const runs: Diagram[] = []
  nodes.forEach((node, id) => {
    const start = edges.inStart[id] ?? 0
    const end = edges.inStart[id + 1] ?? 0
    let set = start === end ? ALWAYS : NEVER
    for (let i = start; i < end; i++) {
      const edge = edges.inEdge[i] ?? 0
      const source = reached[edges.source[edge] ?? 0] ?? NEVER
      set = store.or(set, store.and(source, edgeCondition(graph, space, edge)))
    }
    reached.push(set)
    runs.push(node.when === undefined ? set : store.and(set, space.diagramOf(node.when)))
  })
  return { reached, runs }
}

/** In which situations an edge is alive, given that its source is reached. */
export function edgeCondition(graph: FlowGraph, space: SituationSpace, edge: number): Diagram {
  const source = graph.edges.source[edge] ?? 0
  const branch = graph.edges.branch[edge] ?? NO_BRANCH
  if (branch !== NO_BRANCH) return branchCondition(graph, space, source, branch)
  const node = graph.nodes[source]
  if (node?.terminates !== true) return ALWAYS
  return node.when === undefined ? NEVER : space.store.not(space.diagramOf(node.when))
}

/** In which situations a choice takes the branch: its condition holds and none before it does. */
export function branchCondition(graph: FlowGraph, space: SituationSpace, choice: number, branch: number): Diagram {
  const { store } = space
  let open = ALWAYS
  const branches = graph.nodes[choice]?.branches ?? []
  for (const [index, { when }] of branches.entries()) {
    const holds = when === undefined ? ALWAYS : space.diagramOf(when)
    if (index === branch) return store.and(open, holds)
    open = store.and(open, store.not(holds))
  }
  return NEVER
}

/** In which situations a choice takes none of its branches (无处可去). */
export function uncoveredCondition(graph: FlowGraph, space: SituationSpace, choice: number): Diagram {
  const branches = graph.nodes[choice]?.branches ?? []
  return branches.reduce<Diagram>(
    (open, { when }) => (when === undefined ? NEVER : space.store.and(open, space.store.not(space.diagramOf(when)))),
    ALWAYS,
  )
}
