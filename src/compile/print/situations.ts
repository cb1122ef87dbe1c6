import type { Situation } from '../../model/application.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 情形. */
export function printSituation(situation: Situation, printing: Printing): PrintedLine {
  return line('situation', printName(situation.name), [
    ...conditionIfGiven('when', situation.when, printing),
    ...printAnnotations(situation),
  ])
}
