import type { Fee } from '../../model/matter.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { printMoney } from './numbers.ts'
import { printAnnotations } from './sources.ts'

/** One 收费. */
export function printFee(fee: Fee): PrintedLine {
  const { text, amountFen, per, relief } = fee
  const standard = amountFen && `${printMoney(amountFen)}${per === undefined ? '' : `／${per}`}`
  return line('fee', text, [
    ...lineIfGiven('fee.standard', standard),
    ...lineIfGiven('fee.relief', relief),
    ...printAnnotations(fee),
  ])
}
