import type { SpecialProcedure } from '../../model/flow.ts'
import { CLOCK_EFFECTS } from '../../model/terms.ts'
import { USUAL_PROCEDURE_CLOCK } from '../lower/special-procedures.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'
import { printStepLimits } from './step-limits.ts'

type Placement = NonNullable<SpecialProcedure['placement']>

const PLACES: { readonly [K in Placement['where']]: string } = { before: '之前', after: '之后', beside: '期间' }

/** One 特别程序. */
export function printSpecialProcedure(procedure: SpecialProcedure, printing: Printing): PrintedLine {
  const { name, when, placement, limits, clock, notice } = procedure
  return line('specialProcedure', printName(name), [
    ...conditionIfGiven('when', when, printing),
    ...lineIfGiven('specialProcedure.placement', placement && printPlacement(placement)),
    ...printStepLimits('specialProcedure.limit', limits, printing),
    ...(clock === USUAL_PROCEDURE_CLOCK ? [] : [line('specialProcedure.clock', CLOCK_EFFECTS[clock])]),
    ...lineIfGiven('specialProcedure.notice', notice),
    ...printAnnotations(procedure),
  ])
}

function printPlacement({ step, where }: Placement): string {
  return `${printName(step)}${PLACES[where]}`
}
