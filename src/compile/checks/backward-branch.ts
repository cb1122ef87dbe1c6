import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

/** ZW6011: 转 to a step that stands before the 分流. */
export const checkBackwardBranch: Check = (context) =>
  context.problems.flatMap((problem) => {
    if (problem.kind !== 'backwardBranch') return []
    const { choice, target } = problem
    const origin = context.graph.nodes.find(({ name }) => name === target)?.origin
    const related = origin === undefined ? [] : [{ origin, text: '转到了这里' }]
    return diagnose('ZW6011', { choice, target }, whereTurnedBack(problem, context), { related })
  })

/** The 如果 that turns back; where the problem stands on the 分流 itself, its 否则 does. */
function whereTurnedBack(problem: { readonly origin: Origin | undefined }, context: CheckContext): Origin {
  const choice = entryOf(problem, context)
  const otherwise = choice && childOf(choice, 'choice.otherwise')
  return otherwise === undefined ? placeOf(problem, context) : originOf(context.source, otherwise)
}
