import { diagnose } from '../../diagnostics/diagnose.ts'
import { findNeverRunning } from '../../graph/flow-checks.ts'
import { isUnconditional } from '../../graph/path-result.ts'
import { verdictOf } from '../../graph/situation-space.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6004: a step that runs in no situation. What follows it is not reported again, nor is a 当 that never holds. */
export const checkUnreachableSteps: Check = (context) => {
  const { graph, measuring, reachability } = context
  if (isUnconditional(graph)) return []
  return findNeverRunning(graph, reachability()).flatMap(({ node: id, because }) => {
    const node = graph.nodes[id]
    if (node === undefined || because === 'before') return []
    if (because === 'condition' && node.when !== undefined && verdictOf(measuring.space(), node.when) === 'never')
      return []
    return diagnose('ZW6004', { step: node.name, problem: 'unreachable' }, placeOf(node, context))
  })
}
