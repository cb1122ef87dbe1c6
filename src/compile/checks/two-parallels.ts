import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6022: a step that two lines of 并联 name. */
export const checkTwoParallels: Check = (context) =>
  context.problems.flatMap((problem) => {
    if (problem.kind !== 'inTwoParallels') return []
    const related = problem.related.map((origin) => ({ origin, text: '已经写在这里' }))
    return diagnose('ZW6022', { step: problem.step }, placeOf(problem, context), { related })
  })
