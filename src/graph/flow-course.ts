import type { Chains } from './chains.ts'
import type { CountedTime } from './counted-time.ts'
import { type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { runModes } from './node-modes.ts'
import { computeReachability } from './reachability.ts'
import type { SituationSpace } from './situation-space.ts'

/** A flow in all its situations with the time that its nodes take (流程走向与用时). */
export interface Course {
  readonly graph: FlowGraph
  readonly space: SituationSpace
  /** In which situations each node runs. */
  readonly runs: readonly Diagram[]
  readonly chains: Chains
}

/** Works out where each node runs and how long it takes there. */
export function layCourse(graph: FlowGraph, times: readonly CountedTime[], space: SituationSpace): Course {
  const { runs } = computeReachability(graph, space)
  const modes = times.map((time, node) => (time.counted ? runModes(runs[node] ?? NEVER, time, space) : []))
  return { graph, space, runs, chains: { modes, before: predecessors(graph) } }
}

/** The steps with 终止. */
export function terminators({ graph }: Course): readonly number[] {
  return graph.nodes.flatMap(({ terminates }, id) => (terminates ? [id] : []))
}

function predecessors({ nodes, edges }: FlowGraph): readonly (readonly number[])[] {
  const { inStart, inEdge, source } = edges
  return nodes.map((_, id) => [...new Set(inEdge.slice(inStart[id], inStart[id + 1]).map((edge) => source[edge] ?? 0))])
}
