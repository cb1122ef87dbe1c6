import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMatter } from '../../src/analysis/measures/plan.ts'
import { preparePlan, takeMeasures } from '../../src/analysis/measures/plan-problem.ts'
import { add, compare, type Rational, rational, ZERO } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { criticalPath } from '../../src/graph/paths.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { Measure } from '../../src/model/measure.ts'
import { matterWithMeasures } from '../analysis/measures/arbitrary-measures.ts'

const conversion = DEFAULT_CONVERSION

function lengthOf(matter: Matter): Rational {
  return criticalPath(buildGraph(matter).graph, { conversion })?.workdays ?? ZERO
}

function costOf(measures: readonly Measure[]): Rational {
  return measures.reduce((sum, { cost }) => add(sum, rational(Number(cost.amount) * 2, 2)), ZERO)
}

/** The cheapest allowed set by trying them all. */
function cheapestByTrial(matter: Matter, allowed: number): Rational | undefined {
  const { usable } = preparePlan(matter)
  let best: Rational | undefined
  for (let mask = 0; mask < 2 ** usable.length; mask++) {
    const taken = usable.filter((_, number) => (mask >> number) % 2 === 1)
    const names = new Set(taken.map(({ name }) => name))
    const consistent = taken.every(
      ({ requires, excludes }) =>
        requires.every((name) => names.has(name)) && excludes.every((name) => !names.has(name)),
    )
    if (!consistent) continue
    if (compare(lengthOf(takeMeasures(matter, taken, conversion)), rational(allowed)) > 0) continue
    const cost = costOf(taken)
    if (best === undefined || compare(cost, best) < 0) best = cost
  }
  return best
}

describe('planMatter', () => {
  test('finds what trying every set finds, and measures to what it says', () => {
    let optimal = 0
    let infeasible = 0
    fc.assert(
      fc.property(matterWithMeasures, fc.integer({ min: 0, max: 25 }), (matter, allowed) => {
        const plan = planMatter(matter, { kind: 'workdays', workdays: rational(allowed) })
        const expected = cheapestByTrial(matter, allowed)
        if (plan.status === 'infeasible') {
          infeasible++
          expect(expected).toBeUndefined()
          return
        }
        if (plan.status === 'no-baseline' || plan.status === 'open') throw new Error(plan.status)
        if (plan.status === 'optimal') optimal++
        expect(plan.status).not.toBe('best-known')
        expect(plan.cost).toEqual(expected)
        expect(costOf(plan.measures)).toEqual(plan.cost)
        expect(plan.path?.workdays ?? ZERO).toEqual(lengthOf(plan.after))
        expect(compare(lengthOf(plan.after), rational(allowed))).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
    expect(optimal).toBeGreaterThan(100)
    expect(infeasible).toBeGreaterThan(100)
  })
})
