import { compare, multiply, ONE, parseRational, type Rational, rational, subtract, ZERO } from '../base/rational.ts'
import type { Target } from '../model/matter.ts'
import { type Basis, type Compression, DEFAULT_BASIS, type Exclusion, measureCompression } from './compression.ts'
import { ALWAYS, type Diagram } from './decision-diagram.ts'
import type { Measuring } from './measuring.ts'

/** What a 目标 asks for as an exact share: 60% is 3/5 (of the cut, or of what remains). */
export interface Requirement {
  readonly sense: Target['sense']
  readonly operator: Target['operator']
  readonly ratio: Rational
}

/** Whether a target is met (目标是否达到), with the exact numbers. */
export type TargetVerdict =
  | {
      readonly kind: 'decided'
      readonly target: Target
      readonly basis: Basis
      readonly compression: Compression
      readonly met: boolean
      /**
       * How far the time after is from what the target asks for; zero when it is met, and also where it is missed by
       * standing exactly on a bound that must be passed. Unit: workdays.
       */
      readonly shortfall: Rational
    }
  | { readonly kind: 'undecided'; readonly target: Target; readonly basis: Basis; readonly because: Undecided }

/** Why a target cannot be decided: the matter is excluded by the basis, or there is nothing to compare with. */
export type Undecided = Exclusion | { readonly because: 'noBaseline' } | { readonly because: 'badPercent' }

/** The share that a target asks for; undefined when its percentage is no number. */
export function requirementOf(target: Target): Requirement | undefined {
  const percent = parseRational(target.percent)
  if (percent === undefined) return undefined
  return { sense: target.sense, operator: target.operator, ratio: multiply(percent, rational(1, 100)) }
}

/** Whether a cut satisfies a requirement, by comparing exact numbers. */
export function satisfies(cut: Rational, requirement: Requirement): boolean {
  const share = requirement.sense === 'cut' ? cut : subtract(ONE, cut)
  return COMPARISONS[requirement.operator](compare(share, requirement.ratio))
}

/**
 * Measures a target of a matter by its own 口径. Only time can be measured for a matter by itself: the other subjects
 * compare with a 基准, which a single matter does not have.
 */
export function judgeTarget(measuring: Measuring, target: Target, within: Diagram = ALWAYS): TargetVerdict {
  const basis = target.basis ?? DEFAULT_BASIS
  const requirement = requirementOf(target)
  if (requirement === undefined) return { kind: 'undecided', target, basis, because: { because: 'badPercent' } }
  if (target.subject !== 'time') return { kind: 'undecided', target, basis, because: { because: 'noBaseline' } }
  const measured = measureCompression(measuring, basis, within)
  if (measured.kind === 'excluded') return { kind: 'undecided', target, basis, because: measured.exclusion }
  const { compression } = measured
  const met = satisfies(compression.ratio, requirement)
  const shortfall = met ? ZERO : distanceTo(compression, requirement)
  return { kind: 'decided', target, basis, compression, met, shortfall }
}

const COMPARISONS: Readonly<Record<Target['operator'], (order: number) => boolean>> = {
  ge: (order) => order >= 0,
  gt: (order) => order > 0,
  eq: (order) => order === 0,
  le: (order) => order <= 0,
  lt: (order) => order < 0,
}

/** The working days between the time after and the bound that the requirement sets for it. */
function distanceTo({ before, after }: Compression, { sense, ratio }: Requirement): Rational {
  const bound = multiply(before.workdays, sense === 'cut' ? subtract(ONE, ratio) : ratio)
  const distance = subtract(after.workdays, bound)
  return distance.num < 0n ? { num: -distance.num, den: distance.den } : distance
}
