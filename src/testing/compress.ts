import { totalOf } from '../analysis/catalogue-total.ts'
import { describeExclusion, exclusionOf } from '../analysis/exclusion.ts'
import { printBasis } from '../analysis/report-json.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { compare, multiply, ONE, type Rational, subtract } from '../base/rational.ts'
import type { Compression } from '../graph/compression.ts'
import type { Truth } from '../graph/evaluate-condition.ts'
import { citeLines } from './cite-lines.ts'
import { describeEach } from './describe-each.ts'
import { describePath, describeWorst } from './describe-path.ts'
import { type Examined, examine, type Measurable, type MeasureOptions, originsOfSteps } from './examine.ts'
import { type PercentWords, readPercent } from './read-words.ts'
import type { Verdict } from './verdict.ts'

/** How `toCompressBy` measures (压减的口径). */
export interface CompressOptions extends MeasureOptions {
  /** Of several matters: whether each of them (每项, the default) or the ratio of their sums (合计) must be cut so far. */
  readonly over?: '每项' | '合计'
  /** Of several matters each by itself: those without figures are left out and told, instead of failing (无法核对的不计入). */
  readonly allowUnmeasured?: boolean
}

/** Whether the time of a matter, of each of several or of their sum is cut by at least so much (压减时限不低于). */
export function judgeCompression(received: Measurable, asked: PercentWords, options: CompressOptions): Verdict {
  const wanted = readPercent(asked)
  const { over = '每项', allowUnmeasured = false, ...measuring } = options
  if (over !== '每项' && over !== '合计') throw new TypeError(`over不能是“${String(over)}”；可以写：每项、合计`)
  const all = examine(received, measuring)
  if (!('matter' in received))
    return over === '合计' ? sumVerdict(all, wanted) : eachVerdict(all, wanted, allowUnmeasured)
  const [one] = all
  if (one === undefined) throw new TypeError('a matter is examined once')
  return verdictOn(one, wanted)
}

function verdictOn(examined: Examined, wanted: Rational): Verdict {
  const { report, measured, path, given, sources } = examined
  const { matter, basis, untimed } = report
  const reason = reasonAgainst(examined)
  if (measured.kind === 'excluded' || reason !== undefined) {
    return { truth: 'unknown', actual: `${matter.name}${reason ?? '不能核算'}` }
  }
  const { compression } = measured
  const { before, after } = compression
  const shown = after.path ?? path
  const doubts = after.path === null ? [] : doubtsAbout(after.path.exact, untimed)
  const lines = citeLines(
    [before.rule?.origin, after.rule?.origin, ...originsOfSteps(matter, before.path), ...originsOfSteps(matter, shown)],
    sources,
  )
  const details = [
    `口径 ${printBasis(basis)}`,
    ...(shown === null ? [] : [describePath(shown)]),
    ...describeWorst(compression.situation, given),
    ...doubts,
    ...lines,
  ]
  return {
    truth: boundedTruth(compare(compression.ratio, wanted) >= 0, compression, untimed),
    actual: [briefly(compression, wanted), ...details].join('\n  '),
  }
}

/** A path with steps that have no 时限 is a lower bound, and one that was not searched to the end an upper bound. */
export function boundedTruth(reached: boolean, { after }: Compression, untimed: readonly string[]): Truth {
  if (after.path === null) return reached ? 'yes' : 'no'
  const open = reached ? untimed.length > 0 : !after.path.exact
  return open ? 'unknown' : reached ? 'yes' : 'no'
}

/** Why a time of steps is only a bound, each as a line. */
export function doubtsAbout(exact: boolean, untimed: readonly string[]): readonly string[] {
  return [
    ...(untimed.length === 0 ? [] : [`没有写时限的环节：${untimed.join('、')}，这里按0计，实际只会更长`]),
    ...(exact ? [] : ['情形太多，这里的时间是上限，实际可能更短']),
  ]
}

/** 实际40.0%（20→12个工作日，还差4个工作日） */
function briefly({ before, after, ratio }: Cut, wanted: Rational): string {
  const lacking = subtract(after.workdays, multiply(before.workdays, subtract(ONE, wanted)))
  const gap = lacking.num > 0n ? `，还差${printNumber(lacking)}个工作日` : ''
  const days = `${printNumber(before.workdays)}→${printNumber(after.workdays)}个工作日`
  return `实际${printPercent(ratio, 1, wanted)}%（${days}${gap}）`
}

/** A cut of one matter, or of several together. Unit: workdays. */
interface Cut {
  readonly before: { readonly workdays: Rational }
  readonly after: { readonly workdays: Rational }
  readonly ratio: Rational
}

/** Why a matter takes no part: not in force, without a figure, or in a situation that cannot occur. */
function reasonAgainst({ report, measured, possible }: Examined): string | undefined {
  if (!possible) return '给定的情形不会出现'
  const exclusion = exclusionOf({ ...report, measured })
  return exclusion && describeExclusion(exclusion)
}

/** A matter without figures is undecided as in `zw verify --each`; one that is not in force takes no part. */
function eachVerdict(all: readonly Examined[], wanted: Rational, allowUnmeasured: boolean): Verdict {
  const isLeftOut = (each: Examined) =>
    each.report.inForce !== 'inForce' || (allowUnmeasured && reasonAgainst(each) !== undefined)
  const rest = leftOut(all.filter(isLeftOut))
  const counted = all.filter((each) => !isLeftOut(each))
  if (counted.every((each) => reasonAgainst(each) !== undefined)) {
    return { truth: 'unknown', actual: ['没有可以核算的事项', ...leftOut(all)].join('\n  ') }
  }
  const verdicts = counted.map((each) => {
    const reason = reasonAgainst(each)
    const verdict = reason === undefined ? verdictOn(each, wanted) : { truth: 'unknown' as const, actual: reason }
    return { name: each.report.matter.name, ...verdict }
  })
  const { truth, actual } = describeEach(verdicts, '全部达到', '没有达到')
  return { truth, actual: [actual, ...rest].join('\n  ') }
}

function sumVerdict(all: readonly Examined[], wanted: Rational): Verdict {
  const { ratioOfSums } = totalOf(all.map(({ report, measured }) => ({ ...report, measured })))
  if (ratioOfSums === null) return { truth: 'unknown', actual: ['没有可以核算的事项', ...leftOut(all)].join('\n  ') }
  const { before, after, ratio } = ratioOfSums
  const reached = compare(ratio, wanted) >= 0
  const sums = { before: { workdays: before }, after: { workdays: after }, ratio }
  const counted = all.filter((each) => reasonAgainst(each) === undefined)
  const truths = counted.map(({ report, measured }) =>
    measured.kind === 'measured' ? boundedTruth(reached, measured.compression, report.untimed) : 'unknown',
  )
  const actual = [`${counted.length}项合计${briefly(sums, wanted)}`, ...leftOut(all)].join('\n  ')
  return { truth: truths.includes('unknown') ? 'unknown' : reached ? 'yes' : 'no', actual }
}

/** 不计入11项：没有法定时限10项、尚未施行1项 */
function leftOut(all: readonly Examined[]): readonly string[] {
  const reasons = all.flatMap((each) => reasonAgainst(each) ?? [])
  if (reasons.length === 0) return []
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [`不计入${reasons.length}项：${[...counts].map(([reason, count]) => `${reason}${count}项`).join('、')}`]
}
