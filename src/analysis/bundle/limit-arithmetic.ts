import { divide, parseRational, printRational, type Rational, subtract, sumOf, ZERO } from '../../base/rational.ts'
import { type CountedUnit, convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../../calendar/duration.ts'

type Counted = Extract<Duration, { readonly amount: string }>

/** The sum of limits (时限之和); 即办 for none that takes time. Undefined where it has no exact decimal in any unit. */
export function sumOfLimits(limits: readonly Duration[]): Duration | undefined {
  const counted = limits.filter((limit) => 'amount' in limit)
  return counted.length === 0 ? { unit: 'instant' } : inOneUnit(counted, sumOf)
}

/** By how much a limit is longer than another (多出的时间); undefined where it is not, or where that has no exact decimal. */
export function excessOf(limit: Duration, over: Duration): Duration | undefined {
  if (!('amount' in limit) || over.unit === 'unlimited') return undefined
  if (!('amount' in over)) return limit
  return inOneUnit([limit, over], ([a = ZERO, b = ZERO]) => subtract(a, b))
}

/**
 * Counts in the unit that all are written in; else in natural days where some are, else in working days, by the usual
 * conversion: all units but minutes have an exact decimal in these.
 */
function inOneUnit(
  limits: readonly Counted[],
  count: (amounts: readonly Rational[]) => Rational,
): Duration | undefined {
  const units = new Set(limits.map(({ unit }) => unit))
  const [only = 'workday'] = units
  const unit: CountedUnit = units.size === 1 ? only : units.has('calendarDay') ? 'calendarDay' : 'workday'
  const amounts = limits.map((limit) => {
    if (limit.unit === unit) return parseRational(limit.amount) ?? ZERO
    return divide(convertToWorkdays(limit, DEFAULT_CONVERSION) ?? ZERO, DEFAULT_CONVERSION[unit])
  })
  const result = count(amounts)
  const amount = printRational(result)
  return result.num <= 0n || amount.includes('/') ? undefined : { unit, amount }
}
