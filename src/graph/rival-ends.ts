import { type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { computeReachability } from './reachability.ts'
import type { SituationSpace } from './situation-space.ts'

/**
 * Whether several steps with 终止 can run in one case (终止竞合). The first of them ends it, so that the time of the case
 * is not that of its longest chain alone.
 */
export function haveRivalEnds(graph: FlowGraph, space: () => SituationSpace): boolean {
  const ends = graph.nodes.flatMap(({ terminates }, id) => (terminates ? [id] : []))
  if (ends.length < 2) return false
  const { store } = space()
  const { runs } = computeReachability(graph, space())
  let any: Diagram = NEVER
  return ends.some((id) => {
    const own = runs[id] ?? NEVER
    const shared = store.and(any, own) !== NEVER
    any = store.or(any, own)
    return shared
  })
}
