import { diagnose } from '../../diagnostics/diagnose.ts'
import { findNeverRunning } from '../../graph/flow-checks.ts'
import { isUnconditional } from '../../graph/path-result.ts'
import { verdictOf } from '../../graph/situation-space.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6004: a step that runs in no situation. What follows it is not reported again, nor is a 当 that never holds. */
export const checkUnreachableSteps: Check = (context) => {
  const { graph, measuring, problems, reachability } = context
  const bypassed = problems.flatMap((problem) =>
    problem.kind === 'afterChoice'
      ? diagnose('ZW6004', { step: problem.step, problem: 'unreachable' }, placeOf(problem, context), {
          label: `分流“${problem.choice}”没有转到这里，这里也没有写“前序：”`,
        })
      : [],
  )
  if (isUnconditional(graph)) return bypassed
  const dead = findNeverRunning(graph, reachability()).flatMap(({ node: id, because }) => {
    const node = graph.nodes[id]
    if (node === undefined || because === 'before') return []
    if (because === 'condition' && node.when !== undefined && verdictOf(measuring.space(), node.when) === 'never')
      return []
    return diagnose('ZW6004', { step: node.name, problem: 'unreachable' }, placeOf(node, context))
  })
  return [...bypassed, ...dead]
}
