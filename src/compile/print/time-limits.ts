import { printDuration } from '../../calendar/duration.ts'
import { LIMIT_STARTS } from '../../model/terms.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { printDate } from '../text/words.ts'
import { conditionIfGiven } from './conditions.ts'
import { line, lineIfGiven, type PrintedLine } from './lines.ts'
import { printName } from './names.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One line of 法定时限 or 承诺时限. */
export function printTimeLimit(
  construct: 'statutoryLimit' | 'promisedLimit',
  timeLimit: TimeLimit,
  printing: Printing,
): PrintedLine {
  const { limit, when, startsAt, profile } = timeLimit
  return line(construct, `${printDuration(limit)}${printPeriod(timeLimit)}`, [
    ...conditionIfGiven('when', when, printing),
    ...lineIfGiven('limit.startsAt', startsAt && LIMIT_STARTS[startsAt]),
    ...lineIfGiven('limit.profile', profile && printName(profile)),
    ...printAnnotations(timeLimit),
  ])
}

/** （自2023年12月1日起至2024年12月31日） */
function printPeriod({ from, to }: TimeLimit): string {
  if (from === undefined && to === undefined) return ''
  const start = from === undefined ? '' : `自${printDate(from)}起`
  return `（${start}${to === undefined ? '' : `至${printDate(to)}`}）`
}
