import { ONE, type Rational, subtract } from '../base/rational.ts'
import type { Compression } from '../graph/compression.ts'
import { requirementOf, type TargetVerdict } from '../graph/target-verdict.ts'

/**
 * The cut on which a 目标 of this very comparison turns, so that the percentage shown lies on its true side of it
 * (达标界线); undefined where no target is about these two quantities. A ratio: 60% is 3/5.
 */
export function cutBound(targets: readonly TargetVerdict[], { before, after }: Compression): Rational | undefined {
  const verdict = targets.find(
    ({ target, basis }) =>
      target.subject === 'time' && basis?.before === before.quantity && basis.after === after.quantity,
  )
  const requirement = verdict && requirementOf(verdict.target)
  return requirement && (requirement.sense === 'cut' ? requirement.ratio : subtract(ONE, requirement.ratio))
}
