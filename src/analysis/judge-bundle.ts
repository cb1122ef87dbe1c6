import { type Rational, ZERO } from '../base/rational.ts'
import type { Basis, Figure } from '../graph/compression.ts'
import { compressionRatio } from '../graph/compression.ts'
import type { CountedSubject } from '../graph/counts.ts'
import {
  distanceTo,
  requirementOf,
  roundUp,
  satisfies,
  type TargetVerdict,
  type Undecided,
} from '../graph/target-verdict.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Target } from '../model/matter.ts'
import type { Quantity } from '../model/terms.ts'
import type { SelectionMeasure } from './bundle/measure-bundle.ts'

/** 基准时限→联办承诺时限, which targets of a 一件事 mean when they say nothing. */
const BUNDLE_BASIS: Basis = { before: 'baseline', after: 'bundlePromise' }

/**
 * Measures a target of a bundle for one combination of its components (一件事目标的核对). The time before is 基准, else the sum of
 * what the components take by statute, else by promise; the time after is what is promised, or what was worked out where that
 * is longer or nothing is promised. Materials, 办事环节 and trips are those of the bundle against 基准 or the components' own.
 */
export function judgeBundle(bundle: Bundle, measure: SelectionMeasure, target: Target): TargetVerdict {
  const { subject } = target
  return subject === 'time' ? judgeTime(measure, target) : judgeCounts(bundle, measure, target, subject)
}

function judgeTime(measure: SelectionMeasure, target: Target): TargetVerdict {
  const basis = target.basis ?? BUNDLE_BASIS
  const undecided = (because: Undecided) => ({ kind: 'undecided', target, basis, because }) as const
  const requirement = requirementOf(target)
  if (requirement === undefined) return undecided({ because: 'badPercent' })
  const [before, after] = [bundleFigure(measure, basis.before), bundleFigure(measure, basis.after)]
  if (before === undefined) return undecided({ quantity: basis.before, because: 'missing' })
  if (before.workdays.num === 0n) return undecided({ quantity: basis.before, because: 'zero' })
  if (after === undefined) return undecided({ quantity: basis.after, because: 'missing' })
  const ratio = compressionRatio(before.workdays, after.workdays)
  const met = satisfies(ratio, requirement)
  return {
    kind: 'decided',
    subject: 'time',
    target,
    basis,
    compression: { before, after, ratio, situation: measure.situation },
    met,
    shortfall: met ? ZERO : distanceTo(before.workdays, after.workdays, requirement),
  }
}

/** A quantity of a bundle (一件事的一个量); undefined where it is not known, or is one of a single matter over time. */
export function bundleFigure(measure: SelectionMeasure, quantity: Quantity): Figure | undefined {
  const { baselines, path, limit, promised, after } = measure
  const { stated, statutorySum, promisedSum } = baselines
  const figure = (workdays: Rational | null, chain = false): Figure | undefined =>
    workdays === null ? undefined : { quantity, workdays, limit: null, rule: null, path: (chain && path) || null }
  switch (quantity) {
    case 'baseline':
      return figure(stated ?? statutorySum ?? promisedSum)
    case 'statutory':
    case 'statutorySum':
      return figure(statutorySum)
    case 'promisedSum':
      return figure(promisedSum)
    case 'criticalPath':
      return figure(path?.workdays ?? null, true)
    case 'promised':
    case 'bundlePromise':
      return after === 'promised' ? figure(promised) : figure(limit, true)
    case 'formerPromise':
    case 'actual':
      return undefined
  }
}

function judgeCounts(
  bundle: Bundle,
  { cuts }: SelectionMeasure,
  target: Target,
  subject: CountedSubject,
): TargetVerdict {
  const undecided = (because: Undecided) => ({ kind: 'undecided', target, basis: null, because }) as const
  const requirement = requirementOf(target)
  if (requirement === undefined) return undecided({ because: 'badPercent' })
  const cut = cuts[subject]
  if (cut === null) {
    const isAfter = subject === 'trips' && bundle.trips === undefined
    return undecided({ because: 'uncounted', side: isAfter ? 'after' : 'parts', subject })
  }
  const { before, after, ratio } = cut
  if (ratio === null) return undecided({ because: 'nothingBefore', subject })
  const met = satisfies(ratio, requirement)
  const shortfall = met ? ZERO : roundUp(distanceTo(before, after, requirement))
  return { kind: 'decided', subject, target, basis: null, counts: { before, after, ratio }, met, shortfall }
}
