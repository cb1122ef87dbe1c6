import type { Requirement } from '../../model/application.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 条件 of 受理条件. */
export function printRequirement(requirement: Requirement, printing: Printing): PrintedLine {
  return line('requirement', printName(requirement.name), [
    ...conditionIfGiven('when', requirement.when, printing),
    ...conditionIfGiven('requirement.rule', requirement.rule, printing),
    ...lineIfGiven('requirement.manualCheck', requirement.manualCheck),
    ...requirement.except.flatMap((exception) => conditionIfGiven('requirement.except', exception, printing)),
    ...lineIfGiven('requirement.hint', requirement.hint),
    ...printAnnotations(requirement),
  ])
}
