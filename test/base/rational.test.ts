import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  multiply,
  parseRational,
  printFraction,
  printRational,
  printRounded,
  type Rational,
  rational,
  subtract,
} from '../../src/base/rational.ts'

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([num, den]) => rational(num, den))

function sameNumber(a: Rational, b: Rational): boolean {
  return a.num === b.num && a.den === b.den
}

describe('exact numbers', () => {
  it('reads and writes limits and ratios as the JSON does', () => {
    expect(printRational(rational(1, 2))).toBe('0.5')
    expect(printRational(rational(-5, 4))).toBe('-1.25')
    expect(printRational(rational(5, 7))).toBe('5/7')
    expect(printFraction(rational(12, 20))).toBe('3/5')
    expect(parseRational('0.50')).toEqual(rational(1, 2))
    expect(parseRational('-1.25')).toEqual(rational(-5, 4))
    for (const bad of ['', '.5', '5.', '1/0', '1e3', '５', ' 1']) expect(parseRational(bad)).toBeUndefined()
  })

  it('rounds half away from zero, and only when printing', () => {
    expect(printRounded(rational(6795, 100), 1)).toBe('68.0')
    expect(printRounded(rational(200, 3), 1)).toBe('66.7')
    expect(printRounded(rational(-1, 20), 1)).toBe('-0.1')
    expect(printRounded(rational(1, 2), 0)).toBe('1')
    expect(printRounded(rational(-1, 1000), 1)).toBe('0.0')
  })

  it('refuses the denominator zero', () => {
    expect(() => rational(1, 0)).toThrow(RangeError)
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError)
  })

  it('keeps every number in lowest terms through print and parse', () => {
    fc.assert(
      fc.property(anyRational, (value) => sameNumber(parseRational(printRational(value)) ?? rational(0), value)),
    )
  })

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(sameNumber(add(a, b), add(b, a))).toBe(true)
        expect(sameNumber(subtract(add(a, b), b), a)).toBe(true)
        expect(sameNumber(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
        if (b.num !== 0n) expect(sameNumber(multiply(divide(a, b), b), a)).toBe(true)
      }),
    )
  })
})
