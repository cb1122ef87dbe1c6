import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureMatter } from '../../src/analysis/matter-report.ts'
import { applyPlan } from '../../src/analysis/measures/apply-plan.ts'
import { findCheaperSet } from '../../src/analysis/measures/check-plan.ts'
import { planMatter } from '../../src/analysis/measures/plan.ts'
import { planFrontier } from '../../src/analysis/measures/plan-frontier.ts'
import { preparePlan } from '../../src/analysis/measures/plan-problem.ts'
import { takeEach } from '../../src/analysis/measures/take-measures.ts'
import { add, compare, parseRational, type Rational, rational, ZERO } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { criticalPath } from '../../src/graph/paths.ts'
import { applyPatches } from '../../src/model/edit.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { Measure } from '../../src/model/measure.ts'
import { matterWithMeasures } from '../analysis/measures/arbitrary-measures.ts'
import { workdays } from '../graph/matters.ts'

const conversion = DEFAULT_CONVERSION

const timeLimit = (days: number) => ({ limit: workdays(days), sources: [], notes: [] })

function lengthOf(matter: Matter): Rational {
  return criticalPath(buildGraph(matter).graph, { conversion })?.workdays ?? ZERO
}

function costOf(measures: readonly Measure[]): Rational {
  return measures.reduce((sum, { cost }) => add(sum, rational(Number(cost.amount) * 2, 2)), ZERO)
}

/** The cheapest allowed set by trying them all: no two measures clash, and the flow can be written with all of them. */
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
    const after = takeEach(matter, taken, conversion)
    if (after === undefined || compare(lengthOf(after), rational(allowed)) > 0) continue
    if (taken.some((one, at) => taken.slice(at + 1).some((other) => !takeEach(matter, [one, other], conversion))))
      continue
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
        const { usable } = preparePlan(matter)
        if (plan.status === 'infeasible') {
          infeasible++
          expect(findCheaperSet(usable, plan, undefined)).toBeUndefined()
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
        expect(findCheaperSet(usable, plan, plan.cost)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
    expect(optimal).toBeGreaterThan(100)
    expect(infeasible).toBeGreaterThan(100)
  })

  test('is applied to what it said, and taken back to the last letter', () => {
    let applied = 0
    fc.assert(
      fc.property(
        matterWithMeasures,
        fc.constantFrom('1/2', '3/5', '7/10'),
        fc.integer({ min: 1, max: 40 }),
        (bare, share, days) => {
          const matter = { ...bare, statutoryLimits: [timeLimit(days)], promisedLimits: [timeLimit(days)] }
          const target = { kind: 'cut', ratio: parseRational(share) ?? ZERO } as const
          const plan = planMatter(matter, target)
          if (plan.status !== 'optimal' && plan.status !== 'already-met') return
          applied++
          const before = JSON.stringify(matter)
          const edit = applyPlan(matter, { measures: plan.measures, target })
          expect(lengthOf(edit.after)).toEqual(lengthOf(plan.after))
          const report = measureMatter({ matter: edit.after, graph: buildGraph(edit.after).graph })
          expect(report.measured.kind).toBe('measured')
          if (report.measured.kind === 'measured')
            expect(compare(report.measured.compression.ratio, target.ratio)).toBeGreaterThanOrEqual(0)
          expect(JSON.stringify(applyPatches(edit.after, edit.inversePatches))).toBe(before)
          expect(applyPatches(matter, edit.patches)).toEqual(edit.after)
          expect(planMatter(edit.after, target).status).toBe('already-met')
        },
      ),
      { numRuns: 2_000 },
    )
    expect(applied).toBeGreaterThan(200)
  })

  test('has a price list in which each time costs what planning for it says', () => {
    fc.assert(
      fc.property(matterWithMeasures, (matter) => {
        const { points, exact } = planFrontier(matter)
        expect(exact).toBe(true)
        points.forEach(({ workdays, cost }, at) => {
          const plan = planMatter(matter, { kind: 'workdays', workdays })
          expect('cost' in plan ? plan.cost : undefined).toEqual(cost)
          const next = points[at + 1]
          if (next === undefined) return
          expect(compare(next.workdays, workdays)).toBe(-1)
          expect(compare(next.cost, cost)).toBe(1)
        })
      }),
      { numRuns: 500 },
    )
  })
})
