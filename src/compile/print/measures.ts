import { printDuration } from '../../calendar/duration.ts'
import type { Measure } from '../../model/measure.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { printName, printNames } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 优化措施. */
export function printMeasure(measure: Measure, { matter, stepNames }: Printing): PrintedLine {
  const { name, kind, steps, materials, limit, deferral, cost, precondition, requires, excludes, taken } = measure
  const measures = matter.measures.map((other) => other.name)
  const documents = matter.materials.map((material) => material.name)
  return line('measure', printName(name), [
    line('measure.kind', MEASURE_KINDS[kind]),
    ...listIfAny('measure.steps', printNames(steps, stepNames)),
    ...listIfAny('measure.materials', printNames(materials, documents)),
    ...lineIfGiven('measure.limit', limit && printDuration(limit)),
    ...lineIfGiven('measure.deferral', deferral && printDuration(deferral)),
    line('measure.cost', `${cost.amount}${cost.unit ?? ''}`),
    ...lineIfGiven('measure.precondition', precondition),
    ...listIfAny('measure.requires', printNames(requires, measures)),
    ...listIfAny('measure.excludes', printNames(excludes, measures)),
    ...lineIfGiven('measure.taken', taken && '是'),
    ...printAnnotations(measure),
  ])
}
