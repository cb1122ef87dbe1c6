import type { Origin } from '../base/source-file.ts'
import type { Choice, SpecialProcedure, Step } from '../model/flow.ts'
import type { Matter } from '../model/matter.ts'
import type { FlowBranch, FlowNode } from './flow-graph.ts'
import type { FlowProblem } from './flow-problem.ts'

/** An edge while the graph is being drawn. */
export interface DraftEdge {
  readonly from: number
  readonly to: number
  readonly branch: number
}

/** One line of 并联 whose members were found. */
export interface ParallelGroup {
  /** Listing positions, ascending and without gaps. */
  readonly members: readonly number[]
  readonly origin: Origin | undefined
}

/**
 * A graph while it is being drawn. Nodes stand in the order of the list (steps and choices as written) until
 * special procedures are added at the end; a node's number here is its position in `nodes`.
 */
export interface FlowDraft {
  readonly nodes: FlowNode[]
  readonly edges: DraftEdge[]
  /** 前序 of each listed node, undefined where it simply follows what is listed before it. */
  readonly after: readonly (readonly string[] | undefined)[]
  /** Position of each step and choice by name; the first of two with one name. */
  readonly byName: ReadonlyMap<string, number>
  readonly problems: FlowProblem[]
}

/** Lists the steps and choices of a matter as nodes without edges. */
export function listNodes(matter: Matter): FlowDraft {
  const nodes: FlowNode[] = []
  const after: (readonly string[] | undefined)[] = []
  const byName = new Map<string, number>()
  for (const item of matter.flow) {
    if (item.kind === 'parallel') continue
    if (!byName.has(item.name)) byName.set(item.name, nodes.length)
    nodes.push(item.kind === 'step' ? stepNode(item) : choiceNode(item))
    after.push(item.kind === 'step' ? item.after : undefined)
  }
  return { nodes, edges: [], after, byName, problems: [] }
}

/** The node of a special procedure (特别程序). */
export function procedureNode(procedure: SpecialProcedure): FlowNode {
  return {
    kind: 'procedure',
    name: procedure.name,
    stages: [],
    limits: procedure.limits,
    clock: procedure.clock,
    when: procedure.when,
    branches: [],
    outputs: [],
    terminates: false,
    origin: procedure.origin,
  }
}

function stepNode(step: Step): FlowNode {
  return {
    kind: 'step',
    name: step.name,
    stages: step.stages,
    limits: step.limits,
    clock: step.clock ?? 'counted',
    when: step.when,
    branches: [],
    outputs: step.outputs,
    terminates: step.terminates,
    origin: step.origin,
  }
}

function choiceNode(choice: Choice): FlowNode {
  const branches: FlowBranch[] = [...choice.branches]
  if (choice.otherwise !== undefined) branches.push({ target: choice.otherwise })
  return {
    kind: 'choice',
    name: choice.name,
    stages: [],
    limits: [],
    clock: 'counted',
    when: undefined,
    branches,
    outputs: [],
    terminates: false,
    origin: choice.origin,
  }
}
