import { NODE, type NodeState } from '../../../src/engine/case-state.ts'
import type { FlowDelta, FlowState } from '../../../src/engine/flow/advance.ts'
import { type CaseDefinition, prepareDefinition } from '../../../src/engine/flow/definition.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { FactValue } from '../../../src/graph/fact-value.ts'
import { NO_BRANCH } from '../../../src/graph/flow-graph.ts'
import type { Matter } from '../../../src/model/matter.ts'

/** Short ways to follow a flow in tests, apart from cases. */

export function define(matter: Matter): CaseDefinition {
  const prepared = prepareDefinition({ matter, graph: buildGraph(matter).graph })
  if (!prepared.ok) throw new Error(prepared.error.message)
  return prepared.value
}

export function beginning({ nodes }: CaseDefinition): FlowState {
  return { nodes: nodes.map(() => NODE.waiting), chosen: nodes.map(() => NO_BRANCH) }
}

/** What the event `flowAdvanced` with these lists makes of a flow. */
export function applied(flow: FlowState, delta: FlowDelta): FlowState {
  const nodes = [...flow.nodes]
  const chosen = [...flow.chosen]
  const put = (state: NodeState, ids: readonly number[]) => {
    for (const id of ids) nodes[id] = state
  }
  put(NODE.ready, delta.ready)
  put(NODE.passedOver, delta.passedOver)
  put(NODE.dead, delta.dead)
  put(NODE.blocked, delta.blocked)
  put(NODE.cancelled, delta.cancelled)
  for (const [id, branch] of delta.chosen) {
    nodes[id] = NODE.done
    chosen[id] = branch
  }
  return { nodes, chosen }
}

/** A flow with one node in another state. */
export function withNode(flow: FlowState, node: number, state: NodeState): FlowState {
  return { ...flow, nodes: flow.nodes.map((before, id) => (id === node ? state : before)) }
}

export function recordOf(facts: ReadonlyMap<string, FactValue>): FactRecord {
  return Object.fromEntries(facts)
}
