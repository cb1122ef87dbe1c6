import type { Duration } from '../../calendar/duration.ts'
import type { Evaluator, Truth } from '../../graph/evaluate-condition.ts'
import type { FlowGraph, FlowNode } from '../../graph/flow-graph.ts'
import type { Outlook } from '../explain/outlook.ts'

/** A step or special procedure that the case of one applicant goes through, or may go through (要走的环节). */
export interface ChecklistStep {
  readonly name: string
  /** 待定 where it depends on facts that are not known. */
  readonly runs: Exclude<Truth, 'no'>
  readonly neededFacts: readonly string[]
  /** 时限 in his situation; null where none is written, undefined where it is 待定. */
  readonly limit: Duration | null | undefined
}

/** The steps of one applicant (申请人要走的环节), in the order of the flow. */
export function checklistSteps({ steps }: Outlook, graph: FlowGraph, evaluator: Evaluator): readonly ChecklistStep[] {
  const sure = new Set(steps.sure)
  const open = new Map(steps.open.map(({ item, dependsOn }) => [item, dependsOn]))
  return graph.nodes.flatMap((node): readonly ChecklistStep[] => {
    const neededFacts = open.get(node.name)
    const runs = sure.has(node.name) ? 'yes' : neededFacts === undefined ? undefined : 'unknown'
    return runs === undefined
      ? []
      : [{ name: node.name, runs, neededFacts: neededFacts ?? [], limit: limitOf(node, evaluator) }]
  })
}

function limitOf({ limits }: FlowNode, evaluator: Evaluator): Duration | null | undefined {
  for (const { limit, when } of limits) {
    const truth = when === undefined ? 'yes' : evaluator.truthOf(when)
    if (truth === 'yes') return limit
    if (truth === 'unknown') return undefined
  }
  return null
}
