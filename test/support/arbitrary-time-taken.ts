import fc from 'fast-check'
import { compare, parseRational, ZERO } from '../../src/base/rational.ts'
import type { TimeTaken } from '../../src/model/time-taken.ts'
import { anyAmount } from './arbitrary-conditions.ts'

const unit = fc.constantFrom('workday', 'calendarDay', 'month', 'year', 'hour', 'minute')

const estimated: fc.Arbitrary<TimeTaken> = fc.tuple(unit, anyAmount, anyAmount, anyAmount).map(([of, ...amounts]) => {
  const [least = '0', likely = '0', most = '0'] = amounts.sort((a, b) =>
    compare(parseRational(a) ?? ZERO, parseRational(b) ?? ZERO),
  )
  return { kind: 'estimated', unit: of, least, likely, most }
})

const observed: fc.Arbitrary<TimeTaken> = fc.record({
  kind: fc.constant('observed'),
  unit,
  times: fc.array(
    fc.record({ amount: anyAmount, cases: fc.integer({ min: 1, max: 5000 }) }, { requiredKeys: ['amount'] }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
})

/** Any 实际用时 of a step. */
export const anyTimeTaken = fc.oneof(estimated, observed)
