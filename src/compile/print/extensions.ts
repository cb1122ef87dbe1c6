import { printDuration } from '../../calendar/duration.ts'
import type { Extension } from '../../model/flow.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 延长. */
export function printExtension(extension: Extension, printing: Printing): PrintedLine {
  const { name, extendBy, extendTo, times, approver, when, notice } = extension
  return line('extension', printName(name), [
    ...conditionIfGiven('when', when, printing),
    ...lineIfGiven('extension.extendBy', extendBy && printDuration(extendBy)),
    ...lineIfGiven('extension.extendTo', extendTo && printDuration(extendTo)),
    ...lineIfGiven('extension.times', times === undefined ? undefined : `${times}次`),
    ...lineIfGiven('extension.approver', approver),
    ...lineIfGiven('extension.notice', notice),
    ...printAnnotations(extension),
  ])
}
