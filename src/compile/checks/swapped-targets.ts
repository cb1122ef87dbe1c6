import { printNumber } from '../../base/print-number.ts'
import { compare, multiply, ONE, parseRational, rational, subtract, ZERO } from '../../base/rational.ts'
import type { SourceFile } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { judgeTarget, requirementOf } from '../../graph/target-verdict.ts'
import type { Target } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { keywordOf, originOf, valueIn, valueOriginOf } from '../lower/read-node.ts'
import { replaceAt } from '../text/edits.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'
import { goalAsWritten } from './target-words.ts'

/**
 * ZW6014 for one line of a 目标 that is the better met the less is cut: 压减时限：不高于60%, 低于60%; of what remains
 * (压减到40%以上) too. Nobody promises to cut no more than so much. ZW1102 for more than 100%: nobody can keep it.
 */
export function reportOddGoal(entry: SyntaxNode, source: SourceFile): readonly Diagnostic[] {
  const goal = valueIn(entry, 'goal')
  if (goal === undefined) return []
  const keyword = keywordOf(entry, source)
  const value = source.text.slice(entry.valueSpan.start, entry.valueSpan.end)
  if (compare(parseRational(goal.percent) ?? ZERO, rational(100)) > 0) {
    const params = { keyword, value, expected: '压减的百分数', example: '不低于60%', reason: '百分数不能超过100%' }
    return [diagnose('ZW1102', params, valueOriginOf(source, entry))]
  }
  if (!REVERSED[goal.sense].has(goal.operator)) return []
  const written = `${keyword}：${value}`
  const meaning =
    goal.sense === 'cut' ? `最多减掉${goal.percent}%，一点不减也算达到` : `至少剩下${goal.percent}%，一点不减也算达到`
  const suggestion = goal.sense === 'cut' ? `不低于${goal.percent}%` : `压减到${goal.percent}%`
  const edits = [replaceAt({ file: source.uri, span: entry.valueSpan }, suggestion)]
  const fix = { title: `改为“${suggestion}”`, applicability: 'ask' as const, edits }
  const options = { label: '减得越少越能达到', fixes: [fix] }
  return [diagnose('ZW6014', { written, meaning, suggestion }, originOf(source, entry), options)]
}

const REVERSED = {
  cut: new Set<Target['operator']>(['le', 'lt']),
  remaining: new Set<Target['operator']>(['ge', 'gt']),
} as const

/** ZW1102, ZW6014: a 目标 of the matter that asks for as little as possible. */
export const checkOddTargets: Check = (context) =>
  context.matter.targets.flatMap((target) => {
    const entry = entryOf(target, context)
    return entry === undefined ? [] : reportOddGoal(entry, context.source)
  })

/**
 * ZW6014: 压减到60% (60 % is left) where 压减60% (60 % is gone) was meant, or the other way round.
 * Suspected where the figures are exactly what the other wording says, unless a cut is reached as written anyway.
 */
export const checkSwappedTargets: Check = (context) =>
  context.matter.targets.flatMap((target) => {
    const verdict = judgeTarget(context.measuring, target)
    const requirement = requirementOf(target)
    if (verdict.kind === 'undecided' || verdict.subject !== 'time' || requirement === undefined) return []
    const { ratio: cut, before, after } = verdict.compression
    if ([before, after].some(({ path }) => path?.exact === false)) return []
    const isCut = requirement.sense === 'cut'
    if (REVERSED[requirement.sense].has(requirement.operator)) return []
    const rest = subtract(ONE, requirement.ratio)
    const exactlyOther = compare(isCut ? subtract(ONE, cut) : cut, requirement.ratio) === 0
    if (isCut && verdict.met) return []
    // At one half both wordings say the same.
    if (!exactlyOther || compare(rest, requirement.ratio) === 0) return []
    const [gone, left] = isCut ? [requirement.ratio, rest] : [rest, requirement.ratio]
    const suggestion = isCut ? `压减到${target.percent}%` : `压减${target.percent}%`
    const params = {
      written: goalAsWritten(target, context),
      meaning: `减掉${percent(gone)}、剩下${percent(left)}`,
      suggestion,
    }
    const entry = entryOf(target, context)
    const edits =
      entry === undefined ? [] : [replaceAt({ file: context.source.uri, span: entry.valueSpan }, suggestion)]
    const fix = { title: `改为“${suggestion}”`, applicability: 'ask' as const, edits }
    return diagnose('ZW6014', params, placeOf(target, context), { fixes: [fix] })
  })

function percent(ratio: Parameters<typeof multiply>[0]): string {
  return `${printNumber(multiply(ratio, rational(100)))}%`
}
