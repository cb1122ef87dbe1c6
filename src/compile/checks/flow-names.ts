import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW4001: a name that is declared, but as something that cannot stand there: a 分流 in a 并联 or as a 位置. */
export const checkFlowNames: Check = (context) =>
  context.problems.flatMap((problem) =>
    problem.kind === 'unknownName'
      ? diagnose('ZW4001', { kind: '环节', name: problem.name }, placeOf(problem, context), {
          label: `${problem.role === 'parallel' ? '并联' : '位置'}只能写环节`,
        })
      : [],
  )
