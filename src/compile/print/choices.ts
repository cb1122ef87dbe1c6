import type { Choice } from '../../model/flow.ts'
import { printCondition } from './conditions.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { bracketed, printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 分流 of 办理环节. */
export function printChoice(choice: Choice, printing: Printing): PrintedLine {
  return line('choice', printName(choice.name), [
    ...choice.branches.map(({ when, target }) =>
      line('choice.branch', `${printCondition(when, printing)}，${printTarget(target, printing)}`),
    ),
    ...lineIfGiven('choice.otherwise', choice.otherwise && printTarget(choice.otherwise, printing)),
    ...printAnnotations(choice),
  ])
}

/** Where a branch leads: 转 制证送达. A name that begins with 转 or 则 could be taken for the whole of it. */
function printTarget(target: string, { stepNames }: Printing): string {
  const isAmbiguous = stepNames.some((name) => /^[转轉则則]/.test(name))
  return `转 ${isAmbiguous ? bracketed(target) : printName(target)}`
}
