import { printNumber } from '../../base/print-number.ts'
import { printPercent } from '../../base/print-percent.ts'
import { ONE, subtract } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Figure } from '../../graph/compression.ts'
import { printSituation } from '../../graph/situation.ts'
import { judgeTarget, requirementOf } from '../../graph/target-verdict.ts'
import type { Quantity } from '../../model/terms.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted, printWorkdays } from './measures.ts'
import { goalAsWritten } from './target-words.ts'

/**
 * ZW6006: a 压减时限 that the limits in force do not reach, compared exactly. What is measured against the version before
 * (压减材料, 压减环节, 压减跑动) is for `zw verify`: a matter is checked without looking at its other versions.
 */
export const checkMissedTargets: Check = (context) =>
  context.matter.targets.flatMap((target) => {
    const verdict = judgeTarget(context.measuring, target)
    const requirement = requirementOf(target)
    if (verdict.kind === 'undecided' || verdict.subject !== 'time' || verdict.met || requirement === undefined)
      return []
    const { before, after, ratio, situation } = verdict.compression
    if ([before, after].some(({ path }) => path?.exact === false)) return []
    const share = requirement.sense === 'cut' ? ratio : subtract(ONE, ratio)
    const percent = `${printPercent(share, 1, requirement.ratio).replace(/\.0$/, '')}%`
    const params = {
      goal: goalAsWritten(target, context),
      change: `${printFigure(before)}→${printFigure(after)}`,
      actual: requirement.sense === 'cut' ? `压减${percent}` : `是原来的${percent}`,
      shortfall: printWorkdays(verdict.shortfall),
    }
    const related = [before, after].flatMap(({ rule, quantity }) =>
      rule?.origin === undefined ? [] : [{ origin: rule.origin, text: `${SHORT_WORDS[quantity]}时限` }],
    )
    const label = situation === null ? {} : { label: `${printSituation(situation)}时没有达到` }
    return diagnose('ZW6006', params, placeOf(target, context), { ...label, related })
  })

const SHORT_WORDS: { readonly [Q in Quantity]: string } = {
  statutory: '法定',
  formerPromise: '原承诺',
  promised: '承诺',
  statutorySum: '分项法定之和',
  promisedSum: '分项承诺之和',
  baseline: '基准',
  criticalPath: '关键路径',
  bundlePromise: '联办承诺',
  actual: '实际',
}

/** 法定20, or 法定3个月（折合66个工作日） where the unit is another. */
function printFigure({ quantity, workdays, limit }: Figure): string {
  const plain = limit === null || limit.unit === 'workday'
  return `${SHORT_WORDS[quantity]}${plain ? printNumber(workdays) : printConverted(limit)}`
}
