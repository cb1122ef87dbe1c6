import { describeTarget, printAmount, printChange, printShare, reductionOf } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import type { VerifyOutcome } from '../analysis/verify-json.ts'
import type { SumCheck } from '../analysis/verify-sum.ts'
import type { TargetCheck } from '../analysis/verify-targets.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import type { SourceIndex } from '../diagnostics/source-index.ts'
import { requirementOf } from '../graph/target-verdict.ts'
import { describeUnread } from '../model/unread-scenarios.ts'

/** How the outcome is drawn. */
export interface VerifyRendering {
  /** ANSI colours, for terminals. */
  readonly color?: boolean
  /** The texts, to show under a missed target the lines that make it so. */
  readonly index?: SourceIndex
}

/** The outcome of `zw verify` as lines (核验结果): each target and scenario with a mark. Ends without a line end. */
export function renderVerification({ targets, scenarios, sum }: VerifyOutcome, options: VerifyRendering = {}): string {
  const paint = createPaint(options.color ?? false)
  const lines: string[] = []
  if (targets.checks.length > 0)
    lines.push(
      paint('目标', 'bold'),
      ...targets.checks.flatMap((check) => [renderTarget(check, paint), ...renderLines(check, options.index)]),
    )
  if (sum !== undefined) lines.push(paint('合计', 'bold'), ...renderSum(sum, paint))
  if (scenarios.results.length > 0) {
    lines.push(paint('用例', 'bold'))
    for (const { matter, scenario, passed, unread } of scenarios.results) {
      const name = `${matter} › ${scenario.name}`
      lines.push(
        unread.length > 0
          ? `  ${paint('？', 'red')} ${name}：无法核对（${describeUnread(unread)}）`
          : `  ${mark(passed, paint)} ${name}`,
      )
    }
  }
  return lines.join('\n')
}

/** How many of each came out how: 目标1项：达到1项；用例3个：成立2个，不成立1个；文件里有1个错误，有错的部分没有核对. */
export function summarizeVerification({ targets, scenarios, errors, sum }: VerifyOutcome): string {
  const { checks, met, missed, undecided } = targets
  const { results, passed, failed, unread, uncovered } = scenarios
  const parts = [
    ...(checks.length === 0
      ? []
      : [
          `目标${checks.length}项：${counted([
            ['达到', met, '项'],
            ['未达到', missed, '项'],
            ['无法核对', undecided, '项'],
          ])}`,
        ]),
    ...(sum === undefined ? [] : [`合计目标：${sum.met ? '达到' : '未达到'}`]),
    ...(results.length === 0
      ? []
      : [
          `用例${results.length}个：${counted([
            ['成立', passed, '个'],
            ['不成立', failed - unread, '个'],
            ['无法核对', unread, '个'],
          ])}`,
        ]),
    ...(uncovered.length === 0 ? [] : [`没有反例的条件${uncovered.length}条`]),
  ]
  if (parts.length === 0) parts.push('没有可以核对的目标或者用例')
  if (errors > 0) parts.push(`文件里有${errors}个错误，有错的部分没有核对`)
  return parts.join('；')
}

function counted(parts: readonly (readonly [word: string, count: number, unit: string])[]): string {
  return parts
    .filter(([, count]) => count > 0)
    .map(([word, count, unit]) => `${word}${count}${unit}`)
    .join('，')
}

function renderTarget({ matter, verdict, chain }: TargetCheck, paint: Paint): string {
  const { target } = verdict
  const goal = describeTarget(target)
  if (verdict.kind === 'undecided') {
    return `  ${paint('？', 'red')} ${matter}：${goal}，无法核对（${describeExclusion(verdict.because)}）`
  }
  const reduction = reductionOf(verdict)
  const actual = `${printShare(target, reduction.ratio)}%`
  const change = printChange(reduction, target.subject)
  const lacking = verdict.met ? '' : `，还差${printAmount(verdict.shortfall, target.subject)}`
  const path = verdict.met || chain.length === 0 ? '' : `；${chain.join('→')}`
  return `  ${mark(verdict.met, paint)} ${matter}：${goal}，实际${actual}（${change}${lacking}${path}）`
}

/** The lines that a missed target comes from (是哪几行造成的), each once; a target that cannot be judged is told by ZW9004. */
function renderLines({ verdict, because }: TargetCheck, index: SourceIndex | undefined): readonly string[] {
  if (index === undefined || verdict.kind === 'undecided' || verdict.met) return []
  const lines = because.flatMap((origin) => {
    const { file, start } = index.locate(origin)
    const bounds = index.lineBounds(file, start.line)
    if (bounds === undefined) return []
    const text = index.text(file)?.slice(bounds.start, bounds.end) ?? ''
    return [`      ${printable(file)}:${start.line}  ${printable(text.trim())}`]
  })
  return [...new Set(lines)]
}

/** Laggards shown on the terminal; the JSON has them all. */
const MOST_LAGGARDS = 5

function renderSum({ target, total, met, shortfall, laggards }: SumCheck, paint: Paint): readonly string[] {
  const { ratioOfSums, included, excluded } = total
  const counted = `${included}项${excluded.length === 0 ? '' : `，另有${excluded.length}项不计入`}`
  if (ratioOfSums === null)
    return [`  ${paint('？', 'red')} ${describeTarget(target)}：没有可以合计的事项（${counted}）`]
  const { before, after, ratio } = ratioOfSums
  const actual = `${printPercent(ratio, 1, requirementOf(target)?.ratio)}%`
  const lacking = met || shortfall === null ? '' : `，还差${printNumber(shortfall)}个工作日`
  const days = `${printNumber(before)}→${printNumber(after)}个工作日${lacking}`
  const head = `  ${mark(met, paint)} ${describeTarget(target)}，实际${actual}（${counted}，${days}）`
  if (met) return [head]
  const rest = laggards.length - MOST_LAGGARDS
  return [
    head,
    ...laggards.slice(0, MOST_LAGGARDS).map(({ report, shortfall: lacks }) => {
      const place = report.file === undefined ? '' : `（${report.file}）`
      return `      ${report.matter.name}：还差${printNumber(lacks)}个工作日${place}`
    }),
    ...(rest > 0 ? [`      另有${rest}项低于要求，用 --json 查看`] : []),
  ]
}

function mark(good: boolean, paint: Paint): string {
  return good ? paint('✓', 'green') : paint('✗', 'red')
}
