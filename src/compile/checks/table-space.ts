import { createTableSpace } from '../../graph/decision-table.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import type { SituationSpace } from '../../graph/situation-space.ts'
import type { DecisionTable } from '../../model/decision-table.ts'
import type { CheckContext } from './check-context.ts'

const known = new WeakMap<FlowGraph, Map<DecisionTable, SituationSpace>>()

/** The situations that a 判定表 tells apart (判定表的情形空间), worked out once for all checks of a matter. */
export function tableSpace(table: DecisionTable, { graph }: CheckContext): SituationSpace {
  let spaces = known.get(graph)
  if (spaces === undefined) {
    spaces = new Map()
    known.set(graph, spaces)
  }
  let space = spaces.get(table)
  if (space === undefined) {
    space = createTableSpace(table, graph.facts, graph.situations)
    spaces.set(table, space)
  }
  return space
}
