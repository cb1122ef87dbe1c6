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
  nodes.forEach((node, id) => {
    const start = edges.inStart[id] ?? 0
    const end = edges.inStart[id + 1] ?? 0
    let alive = start === end ? ALWAYS : NEVER
    let over = NEVER
    for (let i = start; i < end; i++) {
      const edge = edges.inEdge[i] ?? 0
      const source = edges.source[edge] ?? 0
      alive = store.or(alive, store.and(reached[source] ?? NEVER, edgeCondition(graph, space, edge)))
      over = store.or(over, ended[source] ?? NEVER)
      if (nodes[source]?.terminates === true) over = store.or(over, runs[source] ?? NEVER)
    }
    const set = store.and(alive, store.not(over))
    reached.push(set)
    runs.push(node.when === undefined ? set : store.and(set, space.diagramOf(node.when)))
    ended.push(over)
  })
  return { reached, runs }
}

/** In which situations an edge is alive where its source is reached, 终止 apart. */
function edgeCondition(graph: FlowGraph, space: SituationSpace, edge: number): Diagram {
  const branch = graph.edges.branch[edge] ?? NO_BRANCH
  return branch === NO_BRANCH ? ALWAYS : branchCondition(graph, space, graph.edges.source[edge] ?? 0, branch)
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
