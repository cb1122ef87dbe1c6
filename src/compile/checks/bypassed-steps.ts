import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6004: a step written after a 分流 that no branch leads to and that names no 前序. */
export const checkBypassedSteps: Check = (context) =>
  context.problems.flatMap((problem) =>
    problem.kind === 'afterChoice'
      ? diagnose('ZW6004', { step: problem.step, problem: 'unreachable' }, placeOf(problem, context), {
          label: `分流“${problem.choice}”没有转到这里，这里也没有写“前序：”`,
        })
      : [],
  )
