import type { Matter } from '../model/matter.ts'
import { findBranchTargets } from './choice.ts'
import { compactEdges } from './compact-edges.ts'
import { addBackwardEdges, orderNodes } from './cycles.ts'
import { findDeadEnds } from './dead-ends.ts'
import { type FlowDraft, listNodes, procedureNode } from './flow-draft.ts'
import type { FlowGraph, FlowNode } from './flow-graph.ts'
import type { FlowProblem } from './flow-problem.ts'
import { groupParallels } from './parallel.ts'
import { findParallelOrder } from './parallel-order.ts'
import { placeProcedures } from './procedures.ts'
import { drawSeries } from './series.ts'

/** A flow graph with what was wrong in the drawing of it. */
export interface BuiltGraph {
  readonly graph: FlowGraph
  readonly problems: readonly FlowProblem[]
}

/**
 * Draws the flow of a matter (办理环节, 特别程序) as a graph.
 * It never throws and the graph is always acyclic: an edge that cannot stand is reported and left out.
 */
export function buildGraph(matter: Matter): BuiltGraph {
  const draft = listNodes(matter)
  const groups = groupParallels(draft, matter.flow)
  const targets = findBranchTargets(draft)
  const backward = drawSeries(draft, groups, targets)
  addBackwardEdges(draft, backward)
  findParallelOrder(draft, groups)
  findDeadEnds(draft, matter)
  const listed = backward.length === 0 ? draft.nodes.map((_, position) => position) : orderNodes(draft)
  const order =
    matter.specialProcedures.length === 0 ? listed : placeProcedures(draft, matter.specialProcedures, listed)
  return { graph: assemble(matter, draft, order), problems: draft.problems }
}

function assemble(matter: Matter, draft: FlowDraft, order: readonly number[]): FlowGraph {
  const nodes: FlowNode[] = []
  for (const position of order) {
    const node = draft.nodes[position]
    if (node !== undefined) nodes.push(node)
  }
  return {
    nodes,
    edges: compactEdges(draft.edges, order),
    floating: matter.specialProcedures.filter(({ placement }) => placement === undefined).map(procedureNode),
    facts: matter.facts.map(({ name, type, options, unit }) => ({ name, type, options, unit })),
    situations: matter.situations.map(({ name, when }) => ({ name, when })),
  }
}
