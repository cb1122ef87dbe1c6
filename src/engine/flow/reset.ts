import type { CaseDefinition } from './definition.ts'
import { findDescendants } from './descendants.ts'

/** What a return to a node undoes (退回重办的环节): the node and all that depends on it, ascending. */
export function resetNodes({ graph }: CaseDefinition, node: number): readonly number[] {
  return [node, ...findDescendants(graph, [node])].sort((a, b) => a - b)
}
