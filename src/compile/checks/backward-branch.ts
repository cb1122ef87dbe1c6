import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6011: 转 to a step that stands before the 分流. */
export const checkBackwardBranch: Check = (context) =>
  context.problems.flatMap((problem) => {
    if (problem.kind !== 'backwardBranch') return []
    const { choice, target } = problem
    const origin = context.graph.nodes.find(({ name }) => name === target)?.origin
    const related = origin === undefined ? [] : [{ origin, text: '转到了这里' }]
    return diagnose('ZW6011', { choice, target }, placeOf(problem, context), { related })
  })
