import { printNumber } from '../base/print-number.ts'
import { compare, type Rational, subtract } from '../base/rational.ts'
import { DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { citeLines } from './cite-lines.ts'
import { doubtsAbout } from './compress.ts'
import { describeEach } from './describe-each.ts'
import { describePath, describeWorst } from './describe-path.ts'
import { type Examined, examine, type Measurable, type MeasureOptions, originsOfSteps } from './examine.ts'
import { readWorkdays } from './read-words.ts'
import type { Verdict } from './verdict.ts'

/** How `toFinishWithin` measures (用时的口径): over all listed steps, or from the day after acceptance with `countFrom`. */
export type FinishOptions = Omit<MeasureOptions, 'basis'>

/**
 * Whether the steps of a matter, or of each of several, take no longer than a limit (在时限内办完): in the worst situation, or
 * in the situations that are given. The time is the critical path in working days.
 */
export function judgeFinish(received: Measurable, limit: string, options: FinishOptions): Verdict {
  const all = examine(received, options)
  const verdicts = all.map((each) => {
    const { matter } = each.report
    const wanted = readWorkdays(limit, matter.profile, options.conversion ?? DEFAULT_CONVERSION)
    return { name: matter.name, ...verdictOn(each, wanted) }
  })
  const [first] = verdicts
  if (first === undefined) return { truth: 'unknown', actual: '一个事项也没有' }
  if ('matter' in received) return first
  return describeEach(verdicts, '全部办得完', '办不完')
}

function verdictOn({ report, path, possible, given, sources }: Examined, wanted: Rational): Verdict {
  const { matter, untimed } = report
  if (!possible) return { truth: 'unknown', actual: '给定的情形不会出现' }
  if (path === null) return { truth: 'unknown', actual: '没有办理环节' }
  const over = subtract(path.workdays, wanted)
  const within = compare(path.workdays, wanted) <= 0
  const open = within ? untimed.length > 0 : !path.exact
  const more = within ? '' : `，多出${printNumber(over)}个工作日`
  const lines = [
    `最长${printNumber(path.workdays)}个工作日${more}`,
    describePath(path),
    ...describeWorst(path.situation, given),
    ...doubtsAbout(path.exact, untimed),
    ...citeLines(originsOfSteps(matter, path), sources),
  ]
  return { truth: open ? 'unknown' : within ? 'yes' : 'no', actual: lines.join('\n  ') }
}
