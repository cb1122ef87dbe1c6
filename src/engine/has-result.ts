import { type CaseState, NODE } from './case-state.ts'
import type { CaseDefinition } from './flow/definition.ts'
import { findDescendants } from './flow/descendants.ts'

/**
 * Whether there is something to hand over (有结果可送达): once the case has ended, unless it was withdrawn; before that once
 * it is decided and nothing is left to be produced. What comes after 送达 is produced for the files, not for the applicant.
 */
export function hasResult(definition: CaseDefinition, state: CaseState): boolean {
  if (state.status === 'ended') return state.ending !== 'withdrawn'
  return state.ledger.decidedAt !== undefined && outputsToCome(definition, state).length === 0
}

/** The steps whose 产出 is still to come before the result can be handed over (还没有办完的产出环节). */
export function outputsToCome({ graph, byStage }: CaseDefinition, { nodes }: CaseState): readonly string[] {
  const afterwards = findDescendants(graph, byStage.delivery)
  return graph.nodes.flatMap(({ name, outputs }, id) =>
    outputs.length > 0 && (nodes[id] ?? NODE.waiting) < NODE.done && !afterwards.has(id) ? [name] : [],
  )
}
