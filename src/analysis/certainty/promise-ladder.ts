import { divide, multiply, type Rational, rational } from '../../base/rational.ts'
import { type Distribution, shareWithin, timeKeptBy } from './distribution.ts'

/** What a promise would be worth (承诺几天，多少件按时办结). */
export interface LadderStep {
  /** Whole ones. Unit: workdays. */
  readonly workdays: Rational
  /** The share of cases that would keep it. */
  readonly share: Rational
}

/** So many promises are told; of longer spans every second day, or fewer. */
const MOST_STEPS = 40

/**
 * The share of cases that each promise of whole working days would keep, from the first that any case keeps to the first
 * that all do. `factor` is what times were multiplied by before they were laid on the grid.
 */
export function promiseLadder(distribution: Distribution, factor: Rational): readonly LadderStep[] {
  const first = wholeDays(divide(rational(distribution.start, 2), factor))
  const last = wholeDays(divide(timeKeptBy(distribution, rational(1)), factor))
  const stride = (last - first) / BigInt(MOST_STEPS) + 1n
  const days: bigint[] = []
  for (let day = first; day < last; day += stride) days.push(day)
  return [...days, last].map((day) => {
    const workdays = rational(day)
    return { workdays, share: shareWithin(distribution, multiply(workdays, factor)) }
  })
}

function wholeDays({ num, den }: Rational): bigint {
  return (num + den - 1n) / den
}
