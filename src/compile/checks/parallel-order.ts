import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6009: steps of one 并联 of which one waits for the other. */
export const checkParallelOrder: Check = (context) =>
  context.problems.flatMap((problem) =>
    problem.kind === 'orderInParallel'
      ? diagnose('ZW6009', { first: problem.before, second: problem.after }, placeOf(problem, context))
      : [],
  )
