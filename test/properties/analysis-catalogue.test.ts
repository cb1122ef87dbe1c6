import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { add, compare, divide, multiply, rational, subtract, ZERO } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION, type Duration } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { startMeasuring } from '../../src/graph/measuring.ts'
import { judgeTarget } from '../../src/graph/target-verdict.ts'
import { matter, workdays } from '../graph/matters.ts'

const duration: fc.Arbitrary<Duration> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      unit: fc.constantFrom('workday', 'calendarDay', 'month', 'hour'),
      amount: fc.nat(90).map(String),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Duration>({ unit: 'instant' }, { unit: 'unlimited' }) },
)
const limits = fc.option(duration, { nil: undefined, freq: 8 })

/** Unit: 1/56 of a working day, so that every unit of the table is a whole number (5/7, 22, 1/8). */
const PARTS = { workday: 56, calendarDay: 40, month: 22 * 56, hour: 7 } as const

function parts(limit: Duration | undefined): number | undefined {
  if (limit === undefined || limit.unit === 'unlimited') return undefined
  if (limit.unit === 'instant') return 0
  if (limit.unit === 'year' || limit.unit === 'minute') throw new Error(limit.unit)
  return Number(limit.amount) * PARTS[limit.unit]
}

describe('catalogue sums against a naive count in whole parts of a day', () => {
  test('sums, mean, exclusions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(limits, limits), { maxLength: 12 }), (rows) => {
        const matters = rows.map(([statutory, promised], index) =>
          matter({
            name: `事项${index}`,
            statutoryLimits: statutory === undefined ? [] : [{ limit: statutory, sources: [], notes: [] }],
            promisedLimits: promised === undefined ? [] : [{ limit: promised, sources: [], notes: [] }],
          }),
        )
        const { total } = measureCatalogue(matters.map((each) => ({ matter: each, graph: buildGraph(each).graph })))
        const counted = rows.flatMap(([statutory, promised]) => {
          const before = parts(statutory)
          const after = parts(promised)
          return before === undefined || before === 0 || after === undefined ? [] : [{ before, after }]
        })
        expect(total.included).toBe(counted.length)
        expect(total.excluded).toHaveLength(rows.length - counted.length)
        const before = counted.reduce((sum, row) => sum + row.before, 0)
        const after = counted.reduce((sum, row) => sum + row.after, 0)
        expect(total.ratioOfSums).toEqual(
          counted.length === 0
            ? null
            : { before: rational(before, 56), after: rational(after, 56), ratio: rational(before - after, before) },
        )
        const sum = counted.reduce((mean, row) => add(mean, rational(row.before - row.after, row.before)), ZERO)
        expect(total.meanOfRatios).toEqual(counted.length === 0 ? null : divide(sum, rational(counted.length)))
      }),
    )
  })
})

describe('targets', () => {
  const judged = (
    statutory: number,
    promised: string,
    percent: number,
    operator: 'ge' | 'gt' | 'eq' | 'le' | 'lt',
    sense: 'cut' | 'remaining',
  ) => {
    const definition = matter({
      statutoryLimits: [{ limit: workdays(statutory), sources: [], notes: [] }],
      promisedLimits: [{ limit: workdays(promised), sources: [], notes: [] }],
    })
    const measuring = startMeasuring(definition, buildGraph(definition).graph, { conversion: DEFAULT_CONVERSION })
    const verdict = judgeTarget(measuring, { subject: 'time', sense, operator, percent: String(percent) })
    if (verdict.kind !== 'decided' || verdict.subject !== 'time') throw new Error('undecided')
    return verdict
  }
  const halves = fc.integer({ min: 0, max: 200 }).map((n) => (n % 2 === 0 ? `${n / 2}` : `${(n - 1) / 2}.5`))
  const statutory = fc.integer({ min: 1, max: 90 })
  const percent = fc.integer({ min: 0, max: 100 })

  test('a target that lacks so many days is met when just these are cut, and not a moment before', () => {
    fc.assert(
      fc.property(statutory, halves, percent, (base, promised, wanted) => {
        const verdict = judged(base, promised, wanted, 'ge', 'cut')
        const after = verdict.compression.after.workdays
        // after ≤ base × (100 − wanted) / 100, in whole numbers
        expect(verdict.met).toBe(Number(promised) * 100 <= base * (100 - wanted))
        expect(verdict.shortfall.num === 0n).toBe(verdict.met)
        const needed = subtract(after, verdict.shortfall)
        if (!verdict.met) expect(multiply(needed, rational(100))).toEqual(rational(base * (100 - wanted)))
      }),
    )
  })

  test('压减p% and 压减到(100−p)% are the same demand', () => {
    fc.assert(
      fc.property(statutory, halves, percent, (base, promised, wanted) => {
        const cut = judged(base, promised, wanted, 'ge', 'cut')
        const remaining = judged(base, promised, 100 - wanted, 'le', 'remaining')
        expect([cut.met, cut.shortfall]).toEqual([remaining.met, remaining.shortfall])
      }),
    )
  })

  test('a shorter promise never loses a target, a harder target is never easier to meet', () => {
    fc.assert(
      fc.property(statutory, halves, halves, percent, percent, (base, a, b, p, q) => {
        const [short, long] = Number(a) <= Number(b) ? [a, b] : [b, a]
        if (judged(base, long, p, 'ge', 'cut').met) expect(judged(base, short, p, 'ge', 'cut').met).toBe(true)
        const [easy, hard] = p <= q ? [p, q] : [q, p]
        if (judged(base, a, hard, 'ge', 'cut').met) expect(judged(base, a, easy, 'ge', 'cut').met).toBe(true)
        expect(
          compare(judged(base, a, hard, 'ge', 'cut').shortfall, judged(base, a, easy, 'ge', 'cut').shortfall),
        ).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
