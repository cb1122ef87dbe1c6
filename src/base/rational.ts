/**
 * An exact number (有理数) in lowest terms with a positive denominator.
 * Everything that decides (ratios, durations, money) is computed with these, never with floats.
 */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

export const ZERO: Rational = { num: 0n, den: 1n }
export const ONE: Rational = { num: 1n, den: 1n }

/** Makes the rational `num/den`. Throws a RangeError when `den` is zero. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const n = BigInt(num)
  const d = BigInt(den)
  if (d === 1n) return { num: n, den: d }
  if (d === 0n) throw new RangeError('a rational number cannot have the denominator 0')
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d)
  const sign = d < 0n ? -1n : 1n
  return { num: (sign * n) / divisor, den: (sign * d) / divisor }
}

/**
 * Reads an exact number as the JSON writes it: `"20"`, `"0.5"`, `"-1.25"` or `"5/7"`.
 * Returns undefined for anything else.
 */
export function parseRational(text: string): Rational | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction, denominator] = match
  const factor = sign === '-' ? -1n : 1n
  if (denominator !== undefined) {
    return /^0+$/.test(denominator) ? undefined : rational(factor * BigInt(whole), BigInt(denominator))
  }
  if (fraction === undefined) return { num: factor * BigInt(whole), den: 1n }
  return rational(factor * BigInt(whole + fraction), 10n ** BigInt(fraction.length))
}

/** Writes an exact number: a finite decimal where there is one (`"0.5"`), else a fraction (`"5/7"`). */
export function printRational(value: Rational): string {
  if (value.den === 1n) return value.num.toString()
  const places = decimalPlaces(value.den)
  if (places === undefined) return printFraction(value)
  const scaled = (value.num < 0n ? -value.num : value.num) * (10n ** BigInt(places) / value.den)
  const digits = scaled.toString().padStart(places + 1, '0')
  const sign = value.num < 0n ? '-' : ''
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Writes an exact number as a fraction in lowest terms: `"3/5"`, and `"2"` for a whole number. */
export function printFraction(value: Rational): string {
  return value.den === 1n ? value.num.toString() : `${value.num}/${value.den}`
}

export function add(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num + b.num, den: 1n }
  return rational(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function subtract(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return { num: a.num - b.num, den: 1n }
  return rational(a.num * b.den - b.num * a.den, a.den * b.den)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den)
}

/** Throws a RangeError when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num)
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** Adds up numbers; none of them come to 0. */
export function sumOf(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO)
}

/** Rounds half away from zero to `digits` decimal places and prints all of them: 2/3 → `"66.7"` with ×100 and 1 digit. */
export function printRounded(value: Rational, digits: number): string {
  const scale = 10n ** BigInt(digits)
  const absolute = value.num < 0n ? -value.num : value.num
  const rounded = (2n * absolute * scale + value.den) / (2n * value.den)
  const text = rounded.toString().padStart(digits + 1, '0')
  const sign = value.num < 0n && rounded !== 0n ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function decimalPlaces(den: bigint): number | undefined {
  let rest = den
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) {
    rest /= 2n
    twos++
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives++
  }
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** The largest whole number that divides both; neither may be negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The smallest whole number that both divide (最小公倍数); both are positive. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}
