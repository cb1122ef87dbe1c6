import { compare, multiply, parseRational, printRounded, type Rational, rational } from '../base/rational.ts'

/** What a share is held against (达标线); `met` decides on the exact share, not on what is shown. */
export type MeetsTarget = (share: Rational) => boolean

const HUNDRED = rational(100)

/** No exact share of days needs more to be told from its target. */
const MOST_DIGITS = 12

/**
 * A share as people read it, in percent (百分数): half up to `digits` decimals, and one digit more for as long as the
 * rounded figure would show a missed target as met, or a met one as missed: 59.96 is never shown as 60.0.
 */
export function renderPercent(share: Rational, digits: number, meetsTarget?: MeetsTarget): string {
  const percent = multiply(share, HUNDRED)
  for (let more = digits; more < MOST_DIGITS; more++) {
    const shown = printRounded(percent, more)
    if (meetsTarget === undefined || meetsTarget(shareOf(shown)) === meetsTarget(share)) return shown
  }
  return printRounded(percent, MOST_DIGITS)
}

function shareOf(percent: string): Rational {
  const value = parseRational(percent)
  if (value === undefined) throw new RangeError(`not a percentage: ${percent}`)
  return multiply(value, rational(1, 100))
}

/** True where a cut of so much percent or more is reached. */
export function atLeast(percent: Rational): MeetsTarget {
  return (share) => compare(multiply(share, HUNDRED), percent) >= 0
}
