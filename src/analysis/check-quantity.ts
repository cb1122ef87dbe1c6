import { printPercent } from '../base/print-percent.ts'
import {
  add,
  compare,
  multiply,
  parseRational,
  printRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../base/rational.ts'
import type { Origin } from '../base/source-file.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration, printDuration } from '../calendar/duration.ts'
import { compressionRatio } from '../graph/compression.ts'
import { holds } from '../graph/evaluate-condition.ts'
import { printDate } from '../graph/situation.ts'
import type { ComparisonOperator } from '../model/condition.ts'
import type { Assertion } from '../model/scenario.ts'
import { type CaseLimit, limitOfCase } from './case-limits.ts'
import { type CaseTimeline, computeTimeline } from './case-timeline.ts'
import { cutOfBundle } from './check-bundle-cut.ts'
import { describeFee } from './describe-assertion.ts'
import type { Outcome } from './scenario-outcome.ts'
import type { Finding } from './scenario-result.ts'

type Of<K extends Assertion['kind']> = Extract<Assertion, { readonly kind: K }>

/** 承诺时限, 法定时限, 计入办理时限的时间, 压减时限 as a length of time. */
export function checkTime({ subject, operator, duration }: Of<'time'>, outcome: Outcome): Finding {
  if (subject === 'counted') return checkCounted(operator, duration, outcome)
  if (subject === 'cut') {
    return withBothLimits(outcome, (before, after) => {
      const cut = subtract(before, after)
      return judged(operator, cut, convertToWorkdays(duration, DEFAULT_CONVERSION), `${printRational(cut)}个工作日`)
    })
  }
  const limit = limitIn(outcome, subject)
  if (limit.kind !== 'known') return withoutLimit(limit, subject)
  const because = limit.rule.origin === undefined ? [] : [limit.rule.origin]
  const finding = judgedDuration(operator, limit.limit, duration)
  return { ...finding, because }
}

/** 压减比例: from the statutory limit to the promise; of a bundle from its baseline, and of its materials too. */
export function checkRatio({ subject, operator, percent }: Of<'ratio'>, outcome: Outcome): Finding {
  const bound = parseRational(percent)
  const compareBoth = (before: Rational, after: Rational, unit: string): Finding => {
    if (before.num === 0n) return impossible(`${unit === '份' ? '以前的材料' : '以前的时限'}为0，无法计算比例`)
    const ratio = compressionRatio(before, after)
    const wanted = bound && multiply(bound, rational(1, 100))
    const actual = `${printPercent(ratio, 1, wanted)}%（${printRational(before)}→${printRational(after)}${unit}）`
    return judged(operator, ratio, wanted, actual)
  }
  if (subject === 'time') return withBothLimits(outcome, (before, after) => compareBoth(before, after, '个工作日'))
  const cut = cutOfBundle(outcome, 'materials')
  if (cut === undefined) return impossible('单个事项没有可比的材料基准')
  return cut.kind === 'finding' ? cut.finding : compareBoth(cut.before, cut.after, '份')
}

/** 办结日期: laid out on the calendar. */
export function checkClosing({ operator, date }: Of<'closing'>, outcome: Outcome): Finding {
  const timeline = timelineOf(outcome)
  if (timeline.kind === 'open') return openTimeline(timeline)
  if (timeline.closedOn === undefined) return impossible('没有写“当：某年某月某日 提交申请”或者“受理”，算不出日期')
  const order = timeline.closedOn < date ? -1 : timeline.closedOn > date ? 1 : 0
  return {
    truth: holds(operator, order) === true ? 'yes' : 'no',
    actual: printDate(timeline.closedOn),
    neededFacts: [],
    because: timeline.because,
  }
}

/** 收费: the sum of what is charged. */
export function checkFee({ operator, amountFen }: Of<'fee'>, { matter }: Outcome): Finding {
  const amounts = matter.fees.map((fee) => (fee.charged ? parseRational(fee.amountFen ?? '') : ZERO))
  const because = matter.fees.flatMap(({ origin }) => origin ?? [])
  if (amounts.length === 0) return { ...impossible('没有写“收费：”'), because }
  let total = ZERO
  for (const amount of amounts) {
    if (amount === undefined) return { ...impossible('收费没有写“标准：”'), because }
    total = add(total, amount)
  }
  const finding = judged(operator, total, parseRational(amountFen), describeFee(printRational(total)))
  return { ...finding, because }
}

function checkCounted(operator: ComparisonOperator, duration: Duration, outcome: Outcome): Finding {
  const timeline = timelineOf(outcome)
  if (timeline.kind === 'open') return openTimeline(timeline)
  const { counted, countedCalendarDays: days, fromApplication, because } = timeline
  // Against a date no conversion is needed: natural days are counted on the calendar.
  const inDays = duration.unit === 'calendarDay' && days !== undefined
  const amount = inDays ? days : counted
  const wanted = inDays ? parseRational(duration.amount) : convertToWorkdays(duration, DEFAULT_CONVERSION)
  const before = subtract(fromApplication, counted)
  const note = before.num === 0n || inDays ? '' : `（自受理起算；从申请起算${printRational(fromApplication)}个工作日）`
  const actual = `${printRational(amount)}个${inDays ? '自然日' : '工作日'}${note}`
  return { ...judged(operator, amount, wanted, actual), because }
}

function timelineOf(outcome: Outcome): CaseTimeline {
  const { matter, graph, run, evaluator, calendar } = outcome
  const promised = limitIn(outcome, 'promised')
  const statutory = limitIn(outcome, 'statutory')
  const startsAt =
    (promised.kind === 'known' ? promised.rule.startsAt : undefined) ??
    (statutory.kind === 'known' ? statutory.rule.startsAt : undefined)
  return computeTimeline({ matter, graph, run, evaluator, events: outcome.case.events, startsAt, calendar })
}

function openTimeline({ neededFacts, endless }: Extract<CaseTimeline, { readonly kind: 'open' }>): Finding {
  if (endless !== undefined) return impossible(`“${endless}”没有期限，算不出时间`)
  return { truth: 'unknown', actual: '待定', neededFacts, because: [] }
}

const LIMIT_WORDS = { promised: '承诺时限', statutory: '法定时限' } as const

function limitIn({ matter, asOf, evaluator, case: { events } }: Outcome, which: 'promised' | 'statutory'): CaseLimit {
  const granted = events.flatMap((event) =>
    event.kind === 'happens' && event.what === 'extension'
      ? matter.extensions.filter(({ name }) => name === event.name)
      : [],
  )
  const limits = which === 'promised' ? matter.promisedLimits : matter.statutoryLimits
  return limitOfCase(limits, asOf, evaluator, granted)
}

function withoutLimit(limit: Exclude<CaseLimit, { readonly kind: 'known' }>, which: 'promised' | 'statutory'): Finding {
  if (limit.kind === 'none') return impossible(`没有${LIMIT_WORDS[which]}`)
  return { truth: 'unknown', actual: '待定', neededFacts: limit.neededFacts, because: [] }
}

/** Works with the statutory limit and the promise in working days; of a bundle with its baseline and what it comes to. */
function withBothLimits(outcome: Outcome, check: (before: Rational, after: Rational) => Finding): Finding {
  const cut = cutOfBundle(outcome, 'time')
  if (cut !== undefined) {
    const because = outcome.matter.promisedLimits.flatMap(({ origin }) => origin ?? [])
    return cut.kind === 'finding' ? cut.finding : { ...check(cut.before, cut.after), because }
  }
  const days: Rational[] = []
  const because: Origin[] = []
  for (const which of ['statutory', 'promised'] as const) {
    const limit = limitIn(outcome, which)
    if (limit.kind !== 'known') return withoutLimit(limit, which)
    const workdays = convertToWorkdays(limit.limit, DEFAULT_CONVERSION)
    if (workdays === undefined) return impossible(`${LIMIT_WORDS[which]}没有期限`)
    days.push(workdays)
    if (limit.rule.origin !== undefined) because.push(limit.rule.origin)
  }
  const [before = ZERO, after = ZERO] = days
  return { ...check(before, after), because }
}

/** Limits of one unit compare as they are, others in working days; 无法定时限 only equals itself. */
function judgedDuration(operator: ComparisonOperator, actual: Duration, expected: Duration): Finding {
  const words = printDuration(actual)
  if (actual.unit === 'unlimited' || expected.unit === 'unlimited') {
    const same = actual.unit === expected.unit
    return { truth: same === (operator !== 'ne') ? 'yes' : 'no', actual: words, neededFacts: [], because: [] }
  }
  const before = convertToWorkdays(actual, DEFAULT_CONVERSION)
  const wanted = convertToWorkdays(expected, DEFAULT_CONVERSION)
  return before === undefined ? impossible(words) : judged(operator, before, wanted, words)
}

function judged(operator: ComparisonOperator, value: Rational, wanted: Rational | undefined, actual: string): Finding {
  const truth = wanted !== undefined && holds(operator, compare(value, wanted)) === true ? 'yes' : 'no'
  return { truth, actual, neededFacts: [], because: [] }
}

/** Nothing that could be expected holds, and no further fact would change that. */
function impossible(actual: string): Finding {
  return { truth: 'no', actual, neededFacts: [], because: [] }
}
