import type { OutcomeChange, Whom } from '../analysis/diff/compare-outcomes.ts'
import type { MatterDiff } from '../analysis/diff/matter-diff.ts'
import type { MatterReport } from '../analysis/matter-report.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { compare, type Rational, subtract } from '../base/rational.ts'
import { printDuration } from '../calendar/duration.ts'
import { printSituationWords } from '../graph/situation-words.ts'
import type { Heading, LineChange } from '../model/line-change.ts'

const SUBJECTS = [
  ['time', '承诺时限', '个工作日'],
  ['materials', '材料', '份'],
  ['steps', '环节', '个'],
  ['trips', '跑动', '次'],
] as const

/** The figures of a matter that changed (变了的数): 承诺时限12→8个工作日，材料－1（9→8份），压减40.0%→60.0%. */
export function figureChanges({ before, after }: MatterDiff, digits: number): readonly string[] {
  const cuts = after?.streamlining
  const counted = SUBJECTS.flatMap(([subject, word, unit]) => {
    const cut = cuts?.[subject]
    if (!cut || compare(cut.before, cut.after) === 0) return []
    const change = `${printNumber(cut.before)}→${printNumber(cut.after)}${unit}`
    return [subject === 'time' ? `${word}${change}` : `${word}${signed(subtract(cut.after, cut.before))}（${change}）`]
  })
  const percents = [before, after].map((report) => report && cutOf(report, digits))
  const [was, now] = percents
  return [...counted, ...(was === now || was === undefined || now === undefined ? [] : [`压减${was}→${now}`])]
}

function signed(value: Rational): string {
  return value.num < 0n ? `－${printNumber({ num: -value.num, den: value.den })}` : `＋${printNumber(value)}`
}

function cutOf({ measured }: MatterReport, digits: number): string {
  return measured.kind === 'measured' ? `${printPercent(measured.compression.ratio, digits)}%` : '没有算'
}

/** What a change means to applicants, and to which (变化的说法). */
export function describeOutcome(change: OutcomeChange): string {
  const whom = describeWhom(change.whom)
  switch (change.kind) {
    case 'admitted':
      return `可以申请了：${whom}`
    case 'excluded':
      return `不能再申请：${whom}`
    case 'statutory':
    case 'promised': {
      const [was, now] = [change.before, change.after].map((rule) => (rule ? printDuration(rule.limit) : '没有'))
      return `${change.kind === 'statutory' ? '法定' : '承诺'}时限${was}→${now}：${whom}`
    }
    case 'materialAdded':
      return `要多交“${change.name}”：${whom}`
    case 'materialRemoved':
      return `不用再交“${change.name}”：${whom}`
    case 'stepAdded':
      return `要多办“${change.name}”：${whom}`
    case 'stepRemoved':
      return `不用再办“${change.name}”：${whom}`
  }
}

function describeWhom(whom: Whom): string {
  if (whom === null) return '条件的写法不能直接比，请对照原文'
  return printSituationWords(whom)
}

/** Where a change stands: 办理环节 › 环节“现场核查”. */
export function describePlace(within: readonly Heading[]): string {
  return within.map(describeHeading).join(' › ')
}

function describeHeading({ keyword, value }: Heading): string {
  return value === '' ? keyword : `${keyword}“${value}”`
}

/** One change of the text in one sentence (改动的说法), without its place. */
export function describeLine(change: LineChange): string {
  const { keyword, value } = change
  const whole = keyword === '' ? value : value === '' ? keyword : `${keyword}：${value}`
  switch (change.kind) {
    case 'added':
      return `增加 ${whole}`
    case 'removed':
      return `删去 ${whole}`
    case 'renamed':
      return `${keyword}“${change.before}”改名为“${value}”`
    case 'moved':
      return change.behind === undefined ? `${whole} 移到最前` : `${whole} 移到“${change.behind}”之后`
    case 'changed':
      return keyword === '' ? `${change.before} 改为 ${value}` : describeChanged(keyword, change.before, value)
  }
}

/** Of a list, only what came and went is told. */
function describeChanged(keyword: string, before: string, after: string): string {
  const [was, now] = [before.split('、'), after.split('、')]
  const [gone, come] = [was.filter((item) => !now.includes(item)), now.filter((item) => !was.includes(item))]
  const isList = was.length + now.length > 2 && gone.length + come.length < was.length + now.length
  if (!isList || gone.length + come.length === 0) return `${keyword} ${before}→${after}`
  const parts = [
    ...(come.length === 0 ? [] : [`增加${come.join('、')}`]),
    ...(gone.length === 0 ? [] : [`去掉${gone.join('、')}`]),
  ]
  return `${keyword} ${parts.join('，')}`
}
