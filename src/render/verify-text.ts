import { describeTarget } from '../analysis/describe-target.ts'
import type { VerifyOutcome } from '../analysis/verify-json.ts'
import type { TargetCheck } from '../analysis/verify-targets.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import type { SourceIndex } from '../diagnostics/source-index.ts'
import { describeUnread } from '../model/unread-scenarios.ts'
import { mark } from './verify-mark.ts'
import { renderSelection } from './verify-selection-text.ts'
import { renderSum } from './verify-sum-text.ts'
import { countOutcomes, describeCheck, printCounts, renderLines } from './verify-target-text.ts'

/** How the outcome is drawn. */
export interface VerifyRendering {
  /** ANSI colours, for terminals. */
  readonly color?: boolean
  /** The texts, to show under a missed target the lines that make it so. */
  readonly index?: SourceIndex
}

/** The outcome of `zw verify` as lines (核验结果): each target and scenario with a mark. Ends without a line end. */
export function renderVerification(outcome: VerifyOutcome, options: VerifyRendering = {}): string {
  const { targets, scenarios, selections = [], sum } = outcome
  const { color = false, index } = options
  const paint = createPaint(color)
  const lines: string[] = []
  if (targets.checks.length > 0)
    lines.push(
      paint('目标', 'bold'),
      ...targets.checks.flatMap((check) => [renderTarget(check, paint), ...renderLines(check, index, '      ')]),
    )
  for (const selection of selections) lines.push(...renderSelection(selection, paint, index))
  if (sum !== undefined) lines.push(paint('合计', 'bold'), ...renderSum(sum, '', paint, index))
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
export function summarizeVerification(outcome: VerifyOutcome): string {
  const { targets, scenarios, errors, selections = [], sum, brokenPromises = [] } = outcome
  const { checks } = targets
  const reached = selections.filter(({ missed, undecided }) => missed + undecided === 0).length
  const open = selections.filter(({ missed, undecided }) => missed === 0 && undecided > 0).length
  const { results, passed, failed, unread, uncovered } = scenarios
  const { selections: leftSelections = 0, bundles: leftBundles = 0 } = outcome.unchecked ?? {}
  const unchecked = [
    ...(leftSelections > 0 ? [`一批事项的目标${leftSelections}个`] : []),
    ...(leftBundles > 0 ? [`一件事${leftBundles}个`] : []),
  ]
  const parts = [
    ...(checks.length === 0 ? [] : [`目标${checks.length}项：${countOutcomes(targets)}`]),
    ...(selections.length === 0
      ? []
      : [
          `一批事项的目标${selections.length}个：${printCounts({ 达到: reached, 没有达到: selections.length - reached - open, 无法核对: open }, '个')}`,
        ]),
    ...(sum === undefined ? [] : [`合计目标：${sum.met ? '达到' : '未达到'}`]),
    ...(results.length === 0
      ? []
      : [`用例${results.length}个：${printCounts({ 成立: passed, 不成立: failed - unread, 无法核对: unread }, '个')}`]),
    ...(uncovered.length === 0 ? [] : [`没有反例的条件${uncovered.length}条`]),
  ]
  if (parts.length === 0) parts.push('没有可以核对的目标或者用例')
  if (brokenPromises.length > 0) parts.push(`做不到的联办承诺${brokenPromises.length}个`)
  if (unchecked.length > 0) parts.push(`只看选中的事项，没有核对：${unchecked.join('、')}`)
  if (errors > 0) parts.push(`文件里有${errors}个错误，有错的部分没有核对`)
  return parts.join('；')
}

function renderTarget(check: TargetCheck, paint: Paint): string {
  const { matter, verdict } = check
  const sign = verdict.kind === 'undecided' ? paint('？', 'red') : mark(verdict.met, paint)
  return `  ${sign} ${matter}：${describeTarget(verdict.target)}，${describeCheck(check)}`
}
