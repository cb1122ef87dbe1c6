import { printDuration } from '../../calendar/duration.ts'
import type { Output } from '../../model/matter.ts'
import { DOCUMENT_FORMS, OUTPUT_TYPES } from '../../model/terms.ts'
import { line, lineIfGiven, listIfAny, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import { printAnnotations } from './sources.ts'

/** One 结果. */
export function printOutput(output: Output): PrintedLine {
  const { name, type, validity, forms } = output
  return line('output', printName(name), [
    ...lineIfGiven('output.type', type && OUTPUT_TYPES[type]),
    ...lineIfGiven('output.validity', validity && printDuration(validity)),
    ...listIfAny(
      'output.forms',
      forms.map((form) => DOCUMENT_FORMS[form]),
    ),
    ...printAnnotations(output),
  ])
}
