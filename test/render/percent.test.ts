import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRational, rational } from '../../src/base/rational.ts'
import { atLeast, renderPercent } from '../../src/render/percent.ts'

const sixty = atLeast(rational(60))

test.each([
  [rational(3, 5), 1, '60.0'],
  [rational(2, 3), 1, '66.7'],
  [rational(1, 8), 0, '13'],
  [rational(-1, 5), 1, '-20.0'],
])('%o with %i digits is %s %%', (share, digits, shown) => {
  expect(renderPercent(share, digits)).toBe(shown)
})

test('a target missed by little is never shown as met', () => {
  expect(renderPercent(rational(5996, 10_000), 1)).toBe('60.0')
  expect(renderPercent(rational(5996, 10_000), 1, sixty)).toBe('59.96')
  expect(renderPercent(rational(599_996, 1_000_000), 1, sixty)).toBe('59.9996')
  expect(renderPercent(rational(3, 5), 1, sixty)).toBe('60.0')
  expect(renderPercent(rational(3, 5), 0, sixty)).toBe('60')
})

test('what is shown lies on the same side of the target as what is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (now, base) => {
      const share = rational(base - now, base)
      const shown = parseRational(renderPercent(share, 1, sixty)) ?? rational(0)
      expect(shown.num >= 60n * shown.den).toBe(sixty(share))
    }),
  )
})
