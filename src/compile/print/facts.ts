import type { Fact } from '../../model/application.ts'
import { FACT_TYPES } from '../../model/terms.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { printName, printNames, printPath } from './names.ts'
import { printAnnotations } from './sources.ts'

/** One 信息 of 申报信息. */
export function printFact(fact: Fact): PrintedLine {
  return line('fact', printName(fact.name), [
    line('fact.type', FACT_TYPES[fact.type]),
    ...listIfAny('fact.options', printNames(fact.options)),
    ...lineIfGiven('fact.unit', fact.unit),
    ...lineIfGiven('fact.question', fact.question),
    ...lineIfGiven('fact.filledBy', fact.filledBy && printName(fact.filledBy)),
    ...lineIfGiven('fact.default', fact.default),
    ...lineIfGiven('fact.from', fact.from && printPath(fact.from.owner, fact.from.fact)),
    ...printAnnotations(fact),
  ])
}
