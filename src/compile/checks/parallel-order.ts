import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Label } from '../../diagnostics/diagnostic.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

/** ZW6009: steps of one 并联 of which one waits for the other. */
export const checkParallelOrder: Check = (context) =>
  context.problems.flatMap((problem) => {
    if (problem.kind !== 'orderInParallel') return []
    const { before, after } = problem
    const related = relatedPlaces(before, after, context)
    return diagnose('ZW6009', { first: before, second: after }, placeOf(problem, context), { related })
  })

/** The step that is waited for, and the 并联 that puts both side by side. */
function relatedPlaces(before: string, after: string, { matter }: CheckContext): readonly Label[] {
  return matter.flow.flatMap((item) => {
    if (item.origin === undefined) return []
    if (item.kind === 'step') return item.name === before ? [{ origin: item.origin, text: '要等这个环节' }] : []
    const both = item.kind === 'parallel' && item.steps.includes(before) && item.steps.includes(after)
    return both ? [{ origin: item.origin, text: '这里说同时办理' }] : []
  })
}
