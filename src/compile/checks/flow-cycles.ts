import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW4004: steps that wait for each other (前序 in a circle). */
export const checkFlowCycles: Check = (context) =>
  context.problems.flatMap((problem) => {
    if (problem.kind !== 'cycle') return []
    const related = problem.related.map((origin) => ({ origin, text: '经过这里' }))
    return diagnose('ZW4004', { chain: problem.loop }, placeOf(problem, context), { related })
  })
