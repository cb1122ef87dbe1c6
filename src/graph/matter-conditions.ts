import type { Condition } from '../model/condition.ts'
import type { Matter } from '../model/matter.ts'
import type { FlowGraph, FlowNode } from './flow-graph.ts'
import { createSituationSpace, type SituationSpace } from './situation-space.ts'

/** Every condition that decides the course or the time of a flow: 当, 如果, and the 当 of a 时限. */
function* flowConditions(graph: FlowGraph): Generator<Condition> {
  for (const node of graph.nodes) yield* nodeConditions(node)
  for (const node of graph.floating) yield* nodeConditions(node)
}

function* nodeConditions(node: FlowNode): Generator<Condition> {
  if (node.when !== undefined) yield node.when
  for (const { when } of node.branches) if (when !== undefined) yield when
  for (const { when } of node.limits) if (when !== undefined) yield when
}

/** Every condition of a matter, those of its flow first (条件的总和). */
export function* matterConditions(matter: Matter, graph: FlowGraph): Generator<Condition> {
  yield* flowConditions(graph)
  for (const { when } of matter.situations) yield when
  const conditional = [
    ...matter.materials,
    ...matter.materialChoices,
    ...matter.requirements,
    ...matter.specialProcedures,
    ...matter.extensions,
    ...matter.statutoryLimits,
    ...matter.promisedLimits,
  ]
  for (const { when } of conditional) if (when !== undefined) yield when
  for (const { rule, except } of matter.requirements) {
    if (rule !== undefined) yield rule
    yield* except
  }
  for (const { rules } of matter.decisionTables) {
    for (const { inputs } of rules) for (const input of inputs) if (input !== null) yield input
  }
}

/** The situations of a matter, cut at the constants of all its conditions (事项的情形空间); `room` is that of its diagrams. */
export function matterSituations(matter: Matter, graph: FlowGraph, room?: number): SituationSpace {
  return createSituationSpace(graph.facts, graph.situations, matterConditions(matter, graph), room)
}

/** The situations that a flow tells apart (流程的情形空间). */
export function flowSituations(graph: FlowGraph): SituationSpace {
  return createSituationSpace(graph.facts, graph.situations, flowConditions(graph))
}
