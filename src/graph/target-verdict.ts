import { compare, multiply, ONE, parseRational, type Rational, rational, subtract, ZERO } from '../base/rational.ts'
import type { Target } from '../model/matter.ts'
import {
  type Basis,
  type Compression,
  compressionRatio,
  DEFAULT_BASIS,
  type Exclusion,
  measureCompression,
} from './compression.ts'
import { type CountedSubject, countsOf } from './counts.ts'
import { ALWAYS, type Diagram } from './decision-diagram.ts'
import type { Measuring } from './measuring.ts'

/** What a 目标 asks for as an exact share: 60% is 3/5 (of the cut, or of what remains). */
export interface Requirement {
  readonly sense: Target['sense']
  readonly operator: Target['operator']
  readonly ratio: Rational
}

/** Whether a target is met (目标是否达到), with the exact numbers. */
export type TargetVerdict = DecidedVerdict | UndecidedVerdict

/** A target that is met or missed. */
export type DecidedVerdict = TimeVerdict | CountVerdict

/** A target of cutting time, measured by its 口径. */
export interface TimeVerdict {
  readonly kind: 'decided'
  readonly subject: 'time'
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

/** A target of cutting materials, steps or trips against what they were. */
export interface CountVerdict {
  readonly kind: 'decided'
  readonly subject: CountedSubject
  readonly target: Target
  /** 口径 is said of times only. */
  readonly basis: null
  readonly counts: Reduction
  readonly met: boolean
  /** As with times, but whole: nobody hands in half a document. Unit: 份, 个, 次. */
  readonly shortfall: Rational
}

/** A number before and after, with the exact cut as a share of the first, which is not zero. */
export interface Reduction {
  readonly before: Rational
  readonly after: Rational
  readonly ratio: Rational
}

/** A target of which nobody can say whether it is met. */
export interface UndecidedVerdict {
  readonly kind: 'undecided'
  readonly target: Target
  /** Null where the target is not about time. */
  readonly basis: Basis | null
  readonly because: Undecided
}

/**
 * Why a target cannot be decided: the matter is excluded by the basis; there is no former version and no 基准 to count
 * against; a number is written on neither or only one side, or not in every part of a 一件事; there was nothing to be cut;
 * the percentage is no number; the parts of a 一件事 do not come together; lines of the matter could not be used.
 */
export type Undecided =
  | Exclusion
  | { readonly because: 'noBaseline' }
  | { readonly because: 'uncounted'; readonly side: 'before' | 'after' | 'parts'; readonly subject: CountedSubject }
  | { readonly because: 'nothingBefore'; readonly subject: CountedSubject }
  | { readonly because: 'badPercent' }
  | { readonly because: 'faultyBundle' }
  | { readonly because: 'faultyMatter' }

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
 * Measures a target of a matter: time by its own 口径, within a set of situations where one is given; materials, steps and
 * trips against what they were.
 */
export function judgeTarget(measuring: Measuring, target: Target, within: Diagram = ALWAYS): TargetVerdict {
  const { subject } = target
  return subject === 'time' ? judgeTime(measuring, target, within) : judgeCounts(measuring, target, subject)
}

function judgeTime(measuring: Measuring, target: Target, within: Diagram): TargetVerdict {
  const basis = target.basis ?? DEFAULT_BASIS
  const requirement = requirementOf(target)
  if (requirement === undefined) return { kind: 'undecided', target, basis, because: { because: 'badPercent' } }
  const measured = measureCompression(measuring, basis, within)
  if (measured.kind === 'excluded') return { kind: 'undecided', target, basis, because: measured.exclusion }
  const { compression } = measured
  const { before, after, ratio } = compression
  const met = satisfies(ratio, requirement)
  const shortfall = met ? ZERO : distanceTo(before.workdays, after.workdays, requirement)
  return { kind: 'decided', subject: 'time', target, basis, compression, met, shortfall }
}

function judgeCounts({ matter, options }: Measuring, target: Target, subject: CountedSubject): TargetVerdict {
  const undecided = (because: Undecided) => ({ kind: 'undecided', target, basis: null, because }) as const
  const requirement = requirementOf(target)
  if (requirement === undefined) return undecided({ because: 'badPercent' })
  if (options.formerCounts === undefined) return undecided({ because: 'noBaseline' })
  const [before, after] = [options.formerCounts[subject], countsOf(matter)[subject]]
  if (after === null) return undecided({ because: 'uncounted', side: 'after', subject })
  if (before === null) return undecided({ because: 'uncounted', side: 'before', subject })
  if (before.num === 0n) return undecided({ because: 'nothingBefore', subject })
  const counts = { before, after, ratio: compressionRatio(before, after) }
  const met = satisfies(counts.ratio, requirement)
  const shortfall = met ? ZERO : roundUp(distanceTo(before, after, requirement))
  return { kind: 'decided', subject, target, basis: null, counts, met, shortfall }
}

/** How far the number after is from the bound that a requirement sets for it. */
export function distanceTo(before: Rational, after: Rational, { sense, ratio }: Requirement): Rational {
  const bound = multiply(before, sense === 'cut' ? subtract(ONE, ratio) : ratio)
  const distance = subtract(after, bound)
  return distance.num < 0n ? { num: -distance.num, den: distance.den } : distance
}

/** The next whole number: of things that do not come in parts. */
export function roundUp({ num, den }: Rational): Rational {
  return { num: (num + den - 1n) / den, den: 1n }
}

const COMPARISONS: Readonly<Record<Target['operator'], (order: number) => boolean>> = {
  ge: (order) => order >= 0,
  gt: (order) => order > 0,
  eq: (order) => order === 0,
  le: (order) => order <= 0,
  lt: (order) => order < 0,
}
