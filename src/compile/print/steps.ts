import type { Step } from '../../model/flow.ts'
import { printTimeTaken } from '../../model/print-time-taken.ts'
import { CLOCK_EFFECTS, STAGES, STEP_MODES } from '../../model/terms.ts'
import { ALL_STAGES, guessStages } from '../lower/stages.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { printName, printNames } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'
import { printStepLimits } from './step-limits.ts'

/** One 环节 of 办理环节. */
export function printStep(step: Step, printing: Printing): PrintedLine {
  const { matter, stepNames } = printing
  const outputs = matter.outputs.map(({ name }) => name)
  const facts = matter.facts.map(({ name }) => name)
  const { role, department, timeTaken, clock } = step
  return line('step', printName(step.name), [
    ...conditionIfGiven('when', step.when, printing),
    ...printStages(step, printing),
    ...listIfAny('step.collects', printNames(step.collects, facts)),
    ...lineIfGiven('step.role', role && printName(role)),
    ...lineIfGiven('step.department', department && printName(department)),
    ...printStepLimits('step.limit', step.limits, printing),
    ...lineIfGiven('step.timeTaken', timeTaken && printTimeTaken(timeTaken)),
    ...listIfAny('step.after', printNames(step.after ?? [], stepNames)),
    ...lineIfGiven('step.clock', clock && CLOCK_EFFECTS[clock]),
    ...listIfAny(
      'step.modes',
      step.modes.map((mode) => STEP_MODES[mode]),
    ),
    ...lineIfGiven('step.reviewStandard', step.reviewStandard),
    ...lineIfGiven('step.mandatory', step.mandatory && '是'),
    ...listIfAny('step.mandatoryAfter', printNames(step.mandatoryAfter ?? [], stepNames)),
    ...listIfAny('step.outputs', printNames(step.outputs, outputs)),
    ...(step.terminates ? [line('step.terminates', '是')] : []),
    ...printAnnotations(step),
  ])
}

/** 阶段, unless the name of the step already says so. */
function printStages(step: Step, { isOneStep }: Printing): readonly PrintedLine[] {
  const usual = isOneStep ? ALL_STAGES : guessStages(step.name)
  const isUsual = step.stages.length === usual.length && step.stages.every((stage, index) => stage === usual[index])
  return isUsual
    ? []
    : listIfAny(
        'step.stages',
        step.stages.map((stage) => STAGES[stage]),
      )
}
