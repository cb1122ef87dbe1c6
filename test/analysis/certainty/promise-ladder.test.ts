import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { observed, shareWithin } from '../../../src/analysis/certainty/distribution.ts'
import { promiseLadder } from '../../../src/analysis/certainty/promise-ladder.ts'
import { compare, ONE, rational } from '../../../src/base/rational.ts'

test('a ladder climbs over whole days from the first that any case keeps to the first that all do', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 9 }), (halves) => {
      const time = observed(halves.map((half) => rational(half, 2)))
      const ladder = promiseLadder(time, ONE)
      expect(ladder.length).toBeLessThanOrEqual(41)
      expect(ladder[0]?.workdays).toEqual(rational(Math.ceil(Math.min(...halves) / 2)))
      expect(ladder.at(-1)).toEqual({ workdays: rational(Math.ceil(Math.max(...halves) / 2)), share: ONE })
      ladder.forEach(({ workdays, share }, at) => {
        expect(workdays.den).toBe(1n)
        expect(share).toEqual(shareWithin(time, workdays))
        const before = ladder[at - 1]
        if (before !== undefined) expect(compare(before.workdays, workdays)).toBe(-1)
      })
    }),
  )
})

test('on a finer grid the days are still whole ones', () => {
  // Times were multiplied by 4, so that an eighth of a day is a cell.
  const ladder = promiseLadder(observed([1, 5, 9].map((eighths) => rational(eighths, 2))), rational(4))
  expect(ladder).toEqual([
    { workdays: rational(1), share: rational(2, 3) },
    { workdays: rational(2), share: ONE },
  ])
})
