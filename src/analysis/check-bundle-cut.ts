import type { Rational } from '../base/rational.ts'
import { bundleFigure } from './judge-bundle.ts'
import type { Outcome } from './scenario-outcome.ts'
import type { Finding } from './scenario-result.ts'

/** What a 一件事 takes before and after, for one case (压减的两头); a finding where one side is not known. */
export type CutOfCase =
  | { readonly kind: 'known'; readonly before: Rational; readonly after: Rational }
  | { readonly kind: 'finding'; readonly finding: Finding }

/**
 * The two sides of 压减 in a 用例 of a bundle: those of the components that the case selects, as its 目标 has them
 * (基准时限→联办承诺时限), or its materials. Undefined for a matter that no bundle makes.
 */
export function cutOfBundle(outcome: Outcome, subject: 'time' | 'materials'): CutOfCase | undefined {
  const { made, asOf, evaluator, case: one } = outcome
  if (made === undefined) return undefined
  const [measure, ...others] = made.measure(one.facts, asOf)
  if (measure === undefined) return missing('一个子项也不办')
  if (others.length > 0) {
    const neededFacts = made.components.flatMap(({ when }) => (when === undefined ? [] : evaluator.neededFor(when)))
    const finding: Finding = { truth: 'unknown', actual: '待定', neededFacts: [...new Set(neededFacts)], because: [] }
    return { kind: 'finding', finding }
  }
  if (subject === 'materials') {
    const cut = measure.cuts.materials
    return cut === null ? missing('子项的材料加不起来') : { kind: 'known', before: cut.before, after: cut.after }
  }
  const [before, after] = [bundleFigure(measure, 'baseline'), bundleFigure(measure, 'bundlePromise')]
  if (before === undefined) return missing('没有基准，子项的时限也加不起来')
  if (after === undefined) return missing('没有承诺时限，也算不出要多久')
  return { kind: 'known', before: before.workdays, after: after.workdays }
}

function missing(actual: string): CutOfCase {
  return { kind: 'finding', finding: { truth: 'no', actual, neededFacts: [], because: [] } }
}
