import {
  greatestCommonDivisor,
  leastCommonMultiple,
  parseRational,
  type Rational,
  rational,
} from '../../base/rational.ts'
import type { ExactNumber } from './network.ts'

/** Reads an exact number; undefined for what is none, or what a float cannot hold exactly. */
export function readExact(value: ExactNumber): Rational | undefined {
  if (typeof value === 'string') return parseRational(value)
  if (typeof value === 'number') return Number.isSafeInteger(value * 2) ? rational(value * 2, 2n) : undefined
  return typeof value?.num === 'bigint' && typeof value.den === 'bigint' && value.den > 0n ? value : undefined
}

/** One unit in which all given numbers are whole (公共单位): the greatest there is. */
export interface Scale {
  readonly unit: Rational
  /** The number in that unit; rounded down where it is not whole. */
  readonly toUnits: (value: Rational) => bigint
  readonly fromUnits: (units: number) => Rational
}

/** The greatest unit of which all values are multiples; 1 where all are zero. */
export function scaleOf(values: Iterable<Rational>): Scale {
  let num = 0n
  let den = 1n
  for (const value of values) {
    if (value.num === 0n) continue
    num = greatestCommonDivisor(num, value.num < 0n ? -value.num : value.num)
    den = leastCommonMultiple(den, value.den)
  }
  const unit = rational(num === 0n ? 1n : num, den)
  return {
    unit,
    toUnits: (value) => (value.num * unit.den) / (value.den * unit.num),
    fromUnits: (units) => rational(BigInt(units) * unit.num, unit.den),
  }
}
