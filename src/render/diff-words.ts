import type { OutcomeChange, Whom } from '../analysis/diff/compare-outcomes.ts'
import type { MaterialDemand } from '../analysis/diff/material-demand.ts'
import type { MatterDiff } from '../analysis/diff/matter-diff.ts'
import type { OutcomeEffect } from '../analysis/diff/outcome-effect.ts'
import type { MatterReport } from '../analysis/matter-report.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { compare, type Rational, subtract } from '../base/rational.ts'
import { printDuration } from '../calendar/duration.ts'
import { feeAmount } from '../graph/fee-amount.ts'
import type { OverrunPromise } from '../graph/overrun-promises.ts'
import type { PathResult } from '../graph/path-result.ts'
import { printSituationWords } from '../graph/situation-words.ts'
import type { Heading, LineChange } from '../model/line-change.ts'
import type { Fee } from '../model/matter.ts'

const SUBJECTS = [
  ['time', '承诺时限', '个工作日'],
  ['path', '关键路径', '个工作日'],
  ['materials', '材料', '份'],
  ['steps', '环节', '个'],
  ['trips', '跑动', '次'],
] as const

/** A figure of a matter that changed (变了的数), and whether that is good. */
export interface FigureChange {
  readonly text: string
  readonly effect: OutcomeEffect
}

/** The figures of a matter that changed (变了的数): 承诺时限12→8个工作日，材料－1（9→8份），压减40.0%→60.0%. */
export function figureChanges({ before, after, overruns }: MatterDiff, digits: number): readonly FigureChange[] {
  const cuts = after?.streamlining
  const paths = before && after ? pathChange(before, after) : null
  const doubt = overruns.after.length === 0 ? '' : '（做不到）'
  const counted = SUBJECTS.flatMap(([subject, word, unit]): readonly FigureChange[] => {
    if (subject === 'path') return paths === null ? [] : [paths]
    const cut = cuts?.[subject]
    const order = cut ? compare(cut.before, cut.after) : 0
    if (!cut || order === 0) return []
    const change = `${printNumber(cut.before)}→${printNumber(cut.after)}${unit}`
    const text = subject === 'time' ? `${change}${doubt}` : `${signed(subtract(cut.after, cut.before))}（${change}）`
    return [{ text: `${word}${text}`, effect: order > 0 ? 'better' : 'worse' }]
  })
  const [was, now] = [before, after].map((report) => report && ratioOf(report))
  if (was === undefined || now === undefined || printCut(was, digits) === printCut(now, digits)) return counted
  const order = was === null || now === null ? 0 : compare(now, was)
  const text = `压减${printCut(was, digits)}→${printCut(now, digits)}${doubt}`
  return [...counted, { text, effect: order === 0 ? 'mixed' : order > 0 ? 'better' : 'worse' }]
}

/** The longest way through the steps, where it takes another time (关键路径的变化). */
function pathChange({ criticalPath: was }: MatterReport, { criticalPath: now }: MatterReport): FigureChange | null {
  if (was === null || now === null) return null
  const order = compare(now.workdays, was.workdays)
  if (order === 0) return null
  return { text: `关键路径${printPath(was)}→${printPath(now)}个工作日`, effect: order > 0 ? 'worse' : 'better' }
}

function printPath({ exact, workdays }: PathResult): string {
  return `${exact ? '' : '至多'}${printNumber(workdays)}`
}

/** Which promises are shorter than their steps (承诺短于环节): what rests on them is no figure that can be kept. */
export function overrunWords({ overruns }: MatterDiff): readonly string[] {
  return [
    ...overruns.before.map((each) => `原来的承诺短于环节，做不到：${describeOverrun(each)}`),
    ...overruns.after.map((each) => `现在的承诺短于环节，做不到：${describeOverrun(each)}`),
  ]
}

function describeOverrun({ promised, path }: OverrunPromise): string {
  return `承诺${printNumber(promised)}个工作日，环节要${printNumber(path.workdays)}个工作日`
}

function signed(value: Rational): string {
  return value.num < 0n ? `－${printNumber({ num: -value.num, den: value.den })}` : `＋${printNumber(value)}`
}

function ratioOf({ measured }: MatterReport): Rational | null {
  return measured.kind === 'measured' ? measured.compression.ratio : null
}

function printCut(ratio: Rational | null, digits: number): string {
  return ratio === null ? '没有算' : `${printPercent(ratio, digits)}%`
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
    case 'materialChanged':
      return `“${change.name}”${demandWords(change.before, change.after).join('，')}：${whom}`
    case 'trips':
      return `到现场次数${change.before}→${change.after}次：${whom}`
    case 'feeAdded':
      return `${FEE_ADDED[change.otherwise]}，${feeWords(change.fee)}：${whom}`
    case 'feeRemoved':
      return `${FEE_REMOVED[change.otherwise]}，原来${feeWords(change.fee)}：${whom}`
    case 'feeChanged':
      return `${feeChangeWords(change.name, change.before, change.after)}：${whom}`
    case 'stepAdded':
      return `要多办“${change.name}”：${whom}`
    case 'stepRemoved':
      return `不用再办“${change.name}”：${whom}`
  }
}

const FEE_ADDED = { free: '要交费了', otherFees: '要多交一项费', unsaid: '写明要交费（原来没有写收不收费）' } as const
const FEE_REMOVED = { free: '不用交费了', otherFees: '少交一项费', unsaid: '没有再写收不收费' } as const

/** 工本费100元／本. */
function feeWords(fee: Fee): string {
  const amount = feeAmount(fee)
  return `${fee.text}${amount ?? '（没有写标准）'}`
}

function feeChangeWords(name: string, before: Fee, after: Fee): string {
  const [was, now] = [before, after].map((fee) => feeAmount(fee) ?? '没有写标准')
  const relief =
    before.relief === after.relief ? [] : [`减免“${before.relief ?? '没有写'}”→“${after.relief ?? '没有写'}”`]
  return `${name}${[...(was === now ? [] : [`${was}→${now}`]), ...relief].join('，')}`
}

/** What about a document is asked for in another way (材料要求的变化). */
function demandWords(before: MaterialDemand, after: MaterialDemand): readonly string[] {
  const [was, now] = [before, after].map(choiceWords)
  const [wasLate, isLate] = [before, after].map(({ deferral }) => deferral && printDuration(deferral))
  return [
    ...(was === now ? [] : [`原来交${was}，现在交${now}`]),
    ...(before.copies === after.copies ? [] : [`份数${before.copies}→${after.copies}份`]),
    ...(before.deferrable && !after.deferrable ? ['要在申请时交，不能再后补'] : []),
    ...(!before.deferrable && after.deferrable
      ? [`可以后补了${isLate === undefined ? '' : `（容缺期限${isLate}）`}`]
      : []),
    ...(before.deferrable && after.deferrable && wasLate !== isLate
      ? [`容缺期限${wasLate ?? '没有写'}→${isLate ?? '没有写'}`]
      : []),
  ]
}

function choiceWords({ choices, count }: MaterialDemand): string {
  const names = choices.toSorted().join('、')
  return choices.length > count ? `${names}中的${count}种` : names
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
