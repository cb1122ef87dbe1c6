import { describeTarget, printAmount, printChange, printShare } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import type { SumCheck } from '../analysis/verify-sum.ts'
import type { Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import type { SourceIndex } from '../diagnostics/source-index.ts'
import { mark } from './verify-mark.ts'

/** Laggards shown on the terminal; the JSON has them all. */
const MOST_LAGGARDS = 5

/** A target on a sum (合计目标) as lines: what came out, and below it the matters that lack most, each with its place. */
export function renderSum(
  check: SumCheck,
  head: string,
  paint: Paint,
  index: SourceIndex | undefined,
): readonly string[] {
  const { target, sums, included, excluded, met, shortfall, laggards } = check
  const goal = `${head}${describeTarget(target)}`
  const counted = `${included}项${excluded.length === 0 ? '' : `，另有${excluded.length}项不计入`}`
  if (sums === null) {
    const reasons = [...new Set(excluded.map(({ because }) => describeExclusion(because)))]
    const why = reasons.length === 0 ? '' : `：${reasons.join('；')}`
    return [`  ${paint('？', 'red')} ${goal}：没有可以合计的事项（${counted}${why}）`]
  }
  const lacking = met || shortfall === null ? '' : `，还差${printAmount(shortfall, target.subject)}`
  const change = `${printChange(sums, target.subject)}${lacking}`
  const actual = `${printShare(target, sums.ratio)}%`
  const line = `  ${mark(met, paint)} ${goal}，实际${actual}（${counted}，${change}）`
  if (met) return [line]
  const rest = laggards.length - MOST_LAGGARDS
  return [
    line,
    ...laggards.slice(0, MOST_LAGGARDS).map(({ matter, file, origin, shortfall: lacks }) => {
      const lines = origin && index?.locate(origin)
      const where = lines === undefined ? file : `${lines.file}:${lines.start.line}`
      const place = where === undefined ? '' : `（${printable(where)}）`
      return `      ${matter}：还差${printAmount(lacks, target.subject)}${place}`
    }),
    ...(rest > 0 ? [`      另有${rest}项低于要求，用 --json 查看`] : []),
  ]
}
