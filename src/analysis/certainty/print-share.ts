import { printPercent } from '../../base/print-percent.ts'
import { compare, ONE, parseRational, type Rational, rational, ZERO } from '../../base/rational.ts'

/**
 * Writes a share of cases as a percentage without the sign %: with as many decimals as it needs to lie on its true side of
 * the share that is wanted, and never as none or as all of the cases where it is not.
 */
export function printShare(share: Rational, digits: number, wanted: Rational): string {
  const shown = printPercent(share, digits, wanted)
  const value = parseRational(shown)
  const limit = [ZERO, ONE].find(
    (end) => value !== undefined && compare(value, rational(end.num * 100n)) === 0 && compare(share, end) !== 0,
  )
  return limit === undefined ? shown : printPercent(share, digits, limit)
}
