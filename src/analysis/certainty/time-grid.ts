import { compare, greatestCommonDivisor, multiply, type Rational, rational, ZERO } from '../../base/rational.ts'

/**
 * How finely times are told apart (时间的格子). Distributions lie on a grid of half days; times are multiplied by `factor`
 * before they are laid on it, so that its cells are `cell` long.
 */
export interface TimeGrid {
  /** Unit: workdays. */
  readonly cell: Rational
  readonly factor: Rational
  /** False where the cells are too coarse for a time: it counts as the next longer one that there is. */
  readonly exact: boolean
}

/** So many cells tell all times of a matter apart within moments. */
const MOST_CELLS = 4_000

/**
 * The coarsest grid on which all of these times lie, and at least half days; half days where that has too many cells, and
 * coarser still where these are too many. `total` is how long all may take together. Unit: workdays.
 */
export function gridFor(times: readonly Rational[], total: Rational): TimeGrid {
  const parts = times.reduce((common, { den }) => (common * den) / greatestCommonDivisor(common, den), 2n)
  const fits = (cells: bigint) => compare(multiply(total, rational(cells)), rational(MOST_CELLS)) <= 0
  if (fits(parts)) return gridOf(rational(1, parts), true)
  if (fits(2n)) return gridOf(rational(1, 2), false)
  return gridOf(rational(roundUp(rational(total.num, total.den * BigInt(MOST_CELLS)))), false)
}

function gridOf(cell: Rational, exact: boolean): TimeGrid {
  return { cell, factor: rational(cell.den, cell.num * 2n), exact }
}

function roundUp({ num, den }: Rational): bigint {
  return num <= 0n ? ZERO.num : (num + den - 1n) / den
}
