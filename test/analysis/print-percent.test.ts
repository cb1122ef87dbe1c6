import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printPercent } from '../../src/base/print-percent.ts'
import { compare, multiply, parseRational, rational } from '../../src/base/rational.ts'

describe('percentages', () => {
  test('round half up to one decimal', () => {
    expect(printPercent(rational(3, 5))).toBe('60.0')
    expect(printPercent(rational(356, 524))).toBe('67.9')
    expect(printPercent(rational(2, 3))).toBe('66.7')
    expect(printPercent(rational(1, 2000))).toBe('0.1')
    expect(printPercent(rational(35, 48), 2)).toBe('72.92')
    expect(printPercent(rational(-1, 3))).toBe('-33.3')
    expect(printPercent(rational(1), 0)).toBe('100')
  })

  test('a missed target never looks met: 59.96 % is not shown as 60.0 %', () => {
    const target = rational(3, 5)
    expect(printPercent(rational(5996, 10_000), 1, target)).toBe('59.96')
    expect(printPercent(rational(59_996, 100_000), 1, target)).toBe('59.996')
    expect(printPercent(rational(5994, 10_000), 1, target)).toBe('59.9')
    expect(printPercent(target, 1, target)).toBe('60.0')
  })

  test('nor does an exceeded bound look kept: 40.04 % of at most 40 %', () => {
    expect(printPercent(rational(4004, 10_000), 1, rational(2, 5))).toBe('40.04')
  })

  test('what is shown always lies on the side of the bound on which the figure lies', () => {
    const share = fc.tuple(fc.integer({ min: -50, max: 3000 }), fc.integer({ min: 1, max: 3000 }))
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 1000 }), ([num, den], permille) => {
        const ratio = rational(num, den)
        const bound = rational(permille, 1000)
        const shown = parseRational(printPercent(ratio, 1, bound))
        expect(shown && compare(shown, multiply(bound, rational(100)))).toBe(compare(ratio, bound))
      }),
    )
  })
})
