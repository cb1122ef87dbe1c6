import { compare, multiply, parseRational, printRounded, type Rational, rational } from './rational.ts'

/** Digits after which a figure is shown as it is rounded. */
const MAX_DIGITS = 30

/**
 * Writes a ratio as a percentage without the sign % (百分数): 3/5 → `"60.0"`. Rounds half up.
 *
 * Where a bound is given that the figure is judged by, it takes as many more digits as it needs to lie on its true side
 * of the bound: 59.96 % against 60 % is `"59.96"`, never `"60.0"`, so a missed target never looks met.
 */
export function printPercent(ratio: Rational, digits = 1, bound?: Rational): string {
  const percent = multiply(ratio, HUNDRED)
  const mark = bound && multiply(bound, HUNDRED)
  const side = mark && compare(percent, mark)
  for (let places = digits; places < MAX_DIGITS; places++) {
    const shown = printRounded(percent, places)
    const value = parseRational(shown)
    if (mark === undefined || value === undefined || compare(value, mark) === side) return shown
  }
  return printRounded(percent, MAX_DIGITS)
}

const HUNDRED = rational(100)
