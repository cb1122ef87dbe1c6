import { printDuration } from '../../calendar/duration.ts'
import type { StepLimit } from '../../model/flow.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, type PrintedLine } from './lines.ts'
import type { Printing } from './printing.ts'

/**
 * The 时限 lines of a step or special procedure, each with its 当. What stands under a 时限 takes the next 当, so the 当 of
 * the step itself must be written before.
 */
export function printStepLimits(
  construct: string,
  limits: readonly StepLimit[],
  printing: Printing,
): readonly PrintedLine[] {
  return limits.map(({ limit, when }) =>
    line(construct, printDuration(limit), conditionIfGiven('when', when, printing)),
  )
}
