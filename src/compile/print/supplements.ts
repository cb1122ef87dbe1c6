import { printDuration } from '../../calendar/duration.ts'
import type { Supplement } from '../../model/flow.ts'
import { CLOCK_EFFECTS, OVERDUE_EFFECTS } from '../../model/terms.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import { printAnnotations } from './sources.ts'

/** One 补正. */
export function printSupplement(supplement: Supplement): PrintedLine {
  const { name, step, noticeLimit, supplementLimit, times, clock, overdue } = supplement
  return line('supplement', printName(name), [
    ...lineIfGiven('supplement.step', step && printName(step)),
    ...lineIfGiven('supplement.noticeLimit', noticeLimit && printDuration(noticeLimit)),
    ...lineIfGiven('supplement.supplementLimit', supplementLimit && printDuration(supplementLimit)),
    ...lineIfGiven('supplement.times', times === undefined ? undefined : `${times}次`),
    ...lineIfGiven('supplement.clock', clock && CLOCK_EFFECTS[clock]),
    ...lineIfGiven('supplement.overdue', overdue && OVERDUE_EFFECTS[overdue]),
    ...printAnnotations(supplement),
  ])
}
