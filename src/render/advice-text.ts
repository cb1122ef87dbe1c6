import type { Advice } from '../analysis/explain/advise.ts'
import type { CountRange } from '../analysis/explain/count-ranges.ts'
import type { RequirementExplanation, RequirementState } from '../analysis/explain/explain-admission.ts'
import type { NextQuestion } from '../analysis/explain/next-question.ts'
import type { Outlook, Pending, TimeRange } from '../analysis/explain/outlook.ts'
import type { ConditionTrace } from '../analysis/explain/trace-condition.ts'
import { printNumber } from '../base/print-number.ts'
import { compare } from '../base/rational.ts'
import { printDuration } from '../calendar/duration.ts'
import { displayWidth } from '../diagnostics/display-width.ts'
import { createPaint, type Paint, type Style } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { createEvaluator } from '../graph/evaluate-condition.ts'
import type { RequiredMaterial } from '../graph/required-materials.ts'
import { CLOCK_WORDS, limitWords } from '../graph/step-words.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How advice is set for a terminal. */
export interface AdviceRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
}

const WIDTH = 100

/** A line with how far it is set in. */
interface Line {
  readonly indent: number
  readonly text: string
}

/**
 * What there is to say to one applicant, for a terminal (给申请人的说明): the conditions with the reasons, what would help,
 * what to bring, the steps, the days, the trips, and the next question. Ends without a line end.
 */
export function renderAdvice(advice: Advice, { color = false, width = WIDTH }: AdviceRendering = {}): string {
  const paint = createPaint(color)
  const { matter, admission, reasons, changes, outlook, decisions, next } = advice
  // Who is refused is told what others have to expect, and that it is so.
  const accepted = admission.verdict === 'no' ? '（符合受理条件的话）' : ''
  const blocks: readonly (readonly [string, readonly Line[]])[] = [
    [`受理条件：${admission.sentence}`, admission.requirements.flatMap(requirementLines)],
    ['为什么不行', [...reasons.reasons.map(({ sentence }) => item(sentence)), ...more(reasons.complete)]],
    [changes.verdict === 'unknown' ? '还差什么' : '怎样才行', remedyLines(advice)],
    [`带什么材料${accepted}：${materialsHead(outlook)}`, materialLines(advice)],
    [`走几步${accepted}：${rangeWords(outlook.steps.count, '步')}`, stepLines(outlook)],
    [`几天办完${accepted}：${timeWords(outlook)}`, timeLines(advice)],
    [`跑几次${accepted}：${outlook.trips === undefined ? '没有写到现场次数' : `${outlook.trips}次`}`, []],
    ['判定表', decisions.map(({ sentence }) => item(sentence))],
    [next === undefined ? noQuestionWords(advice) : `下一个问题：${next.question}`, questionLines(next)],
  ]
  const optional = new Set(['为什么不行', '判定表', ...(changes.verdict === 'yes' ? ['怎样才行'] : [])])
  return [
    paint(printable(matter.name), 'bold'),
    ...blocks
      .filter(([head, lines]) => lines.length > 0 || !optional.has(head))
      .map(([head, lines]) =>
        [headline(head, paint), ...lines.flatMap((line) => setLine(line, width, paint))].join('\n'),
      ),
  ].join('\n\n')
}

function headline(head: string, paint: Paint): string {
  const [title = '', ...rest] = head.split('：')
  return `${paint(printable(title), 'bold')}${rest.length === 0 ? '' : `：${printable(rest.join('：'))}`}`
}

function item(text: string, indent = 1): Line {
  return { indent, text }
}

const MARKS: Readonly<Record<RequirementState, readonly [mark: string, style: Style]>> = {
  met: ['✓', 'green'],
  failing: ['✗', 'red'],
  open: ['？', 'yellow'],
  exempt: ['—', 'dim'],
  manual: ['人', 'cyan'],
}

const MARK_OF = new Map(Object.values(MARKS))

/** Breaks a line; the mark at its head gets its colour. */
function setLine({ indent, text }: Line, width: number, paint: Paint): readonly string[] {
  const pad = '  '.repeat(indent)
  const lines = wrapDisplay(printable(text), Math.max(20, width - displayWidth(pad)))
  return lines.map((line, index) => {
    const [first = ''] = line
    const style = index === 0 && line[first.length] === ' ' ? MARK_OF.get(first) : undefined
    return `${pad}${style === undefined ? line : `${paint(first, style)}${line.slice(first.length)}`}`
  })
}

function requirementLines({ sentence, state, hint, sources, rule, when, except }: RequirementExplanation) {
  const [mark] = MARKS[state]
  return [
    item(`${mark} ${sentence}`),
    ...(hint === undefined ? [] : [item(`提示：${hint}`, 2)]),
    ...(sources.length === 0 ? [] : [item(`依据：${sources.join('、')}`, 2)]),
    ...traceLines('', rule, 2),
    ...traceLines('当：', when, 2),
    ...except.flatMap((each) => traceLines('除外：', each, 2)),
  ]
}

function traceLines(head: string, trace: ConditionTrace | undefined, indent: number): readonly Line[] {
  if (trace === undefined) return []
  // 非 before one comparison says it all: whether the comparison itself holds need not be told again.
  const isToldWhole = trace.condition.kind === 'not' && trace.parts.every(({ facts }) => facts.length > 0)
  const parts = isToldWhole ? [] : trace.parts
  return [item(`${head}${trace.sentence}`, indent), ...parts.flatMap((part) => traceLines('', part, indent + 1))]
}

function more(complete: boolean): readonly Line[] {
  return complete ? [] : [item('……还有别的，没有列全')]
}

function remedyLines({ changes: { remedies, complete }, admission }: Advice): readonly Line[] {
  if (remedies.length > 0) return [...remedies.map(({ sentence }) => item(sentence)), ...more(complete)]
  if (admission.verdict === 'yes') return []
  return [item(complete ? '申请人自己能改的信息怎么改都不行' : '要改的太多，没有找全')]
}

function materialsHead({ materials }: Outlook): string {
  return materials.count.max === 0 ? '不用交材料' : rangeWords(materials.count, '种')
}

function rangeWords({ min, max }: CountRange, unit: string): string {
  return min === max ? `${max}${unit}` : `${min}到${max}${unit}`
}

function materialLines({ matter, facts, outlook: { materials, waived } }: Advice): readonly Line[] {
  const deferrable = new Map(
    matter.materials.flatMap(({ name, necessity, deferral }) =>
      necessity === 'deferrable' ? [[name, deferral === undefined ? '' : `，最晚${printDuration(deferral)}内`]] : [],
    ),
  )
  const laterWords = ({ name, choices }: RequiredMaterial) => {
    const within = choices.length === 0 ? deferrable.get(name) : undefined
    return within === undefined ? '' : `（可以后补${within}）`
  }
  const { truthOf } = createEvaluator(matter.situations, facts)
  const chosenFrom = new Set(matter.materialChoices.flatMap((choice) => choice.materials))
  const optional = matter.materials.filter(
    ({ name, necessity, when }) =>
      necessity === 'optional' && !chosenFrom.has(name) && (when === undefined || truthOf(when) !== 'no'),
  )
  return [
    ...materials.sure.map((material) => item(`${materialWords(material)}${laterWords(material)}`)),
    ...materials.open.map((pending) =>
      item(`还不确定：${materialWords(pending.item)}${laterWords(pending.item)}${dependsWords(pending)}`),
    ),
    ...(optional.length === 0 ? [] : [item(`愿意交的再交：${optional.map(({ name }) => name).join('、')}`)]),
    ...(waived.length === 0 ? [] : [item(`不用交：${waived.join('、')}`)]),
  ]
}

function materialWords({ name, choices, count }: RequiredMaterial): string {
  if (choices.length === 0) return name
  const listed = choices.join('、')
  return `${name === choices.join('或') ? '' : `${name}：`}${listed}，任选${count === 1 ? '其一' : `${count}项`}`
}

function stepLines({ steps }: Outlook): readonly Line[] {
  return [
    ...(steps.sure.length === 0 ? [] : [item(`一定走：${steps.sure.join('、')}`)]),
    ...steps.open.map((pending) => item(`还不确定：${pending.item}${dependsWords(pending)}`)),
  ]
}

function dependsWords({ dependsOn }: Pending<unknown>): string {
  return dependsOn.length === 0 ? '' : `（要看${dependsOn.join('、')}）`
}

function timeLines({ matter, outlook: { steps, timeDependsOn } }: Advice): readonly Line[] {
  const dependsOn = timeDependsOn.length === 0 ? [] : [item(`取决于：${timeDependsOn.join('、')}`)]
  const open = new Set(steps.open.map((pending) => pending.item))
  const timed = [...matter.flow.flatMap((each) => (each.kind === 'step' ? [each] : [])), ...matter.specialProcedures]
  const beside = timed.flatMap(({ name, limits, clock = 'counted' }) => {
    if (clock === 'counted' || clock === 'restarted' || (!steps.sure.includes(name) && !open.has(name))) return []
    const [length, ...others] = limits.map(({ limit }) => limitWords(limit))
    const words = length === undefined || others.length > 0 ? '' : length
    return [item(`${open.has(name) ? '可能' : ''}另加${name}${words}，${CLOCK_WORDS[clock]}`)]
  })
  return [...dependsOn, ...beside]
}

function timeWords({ promised, path }: Outlook): string {
  const limits = [...new Set(promised.map(({ limit }) => printDuration(limit)))]
  const parts = [
    ...(limits.length === 0 ? [] : [`承诺${limits.join('或者')}`]),
    ...(path === undefined ? [] : [`按各环节的时限算，要${daysWords(path)}`]),
  ]
  return parts.length === 0 ? '没有写时限' : parts.join('；')
}

function daysWords({ min, max }: TimeRange): string {
  const most = `${printNumber(max)}个工作日`
  return compare(min, max) === 0 ? most : `${printNumber(min)}到${most}`
}

/** Why nothing is asked, although something may be open: he is refused as it is, or others than he will know. */
function noQuestionWords({ admission, changes, outlook }: Advice): string {
  const open = [...outlook.materials.open, ...outlook.steps.open].flatMap(({ dependsOn }) => dependsOn)
  const facts = [...new Set([...open, ...outlook.timeDependsOn])]
  if (facts.length === 0) return '不用再问了：再问什么都不影响上面的结果'
  if (admission.verdict !== 'no') return `不用再问申请人了：还不确定的，要等办理中定下${facts.join('、')}`
  const first = changes.remedies.length > 0 ? '，照“怎样才行”改好了再问' : ''
  return `现在不用再问：已经不符合受理条件${first}；上面“还不确定”的，是说给符合条件的人的`
}

function questionLines(next: NextQuestion | undefined): readonly Line[] {
  if (next === undefined) return []
  const { fact, reason, mean, open } = next
  const example = fact.type === 'boolean' ? '是' : (fact.options[0] ?? '…')
  return [
    ...(fact.options.length === 0 ? [] : [item(`可以答：${fact.options.join('、')}`)]),
    item(reason),
    item(mean === undefined ? `最多还要问${open}个` : `平均还要问${printNumber(mean)}个，最多${open}个`),
    item(`回答：--given ${fact.name}=${example}`),
  ]
}
