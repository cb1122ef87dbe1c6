import { printNumber } from '../../base/print-number.ts'
import { compare, multiply, ONE, rational, subtract } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { judgeTarget, requirementOf } from '../../graph/target-verdict.ts'
import { replaceAt } from '../text/edits.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'
import { goalAsWritten } from './target-words.ts'

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
