import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planMatterByHand } from '../../../src/analysis/measures/hand-rule.ts'
import { withoutObsoleteMeasures } from '../../../src/analysis/measures/obsolete-measures.ts'
import { planMatter } from '../../../src/analysis/measures/plan.ts'
import { accountForPlan } from '../../../src/analysis/measures/plan-account.ts'
import { compare, rational } from '../../../src/base/rational.ts'
import { matterWithMeasures } from './arbitrary-measures.ts'

const target = (days: number) => ({ kind: 'workdays', workdays: rational(days) }) as const

test('the rule of thumb is never cheaper than the plan, and gets nowhere where no plan does', () => {
  let dearer = 0
  fc.assert(
    fc.property(matterWithMeasures, fc.integer({ min: 0, max: 25 }), (matter, days) => {
      const plan = planMatter(matter, target(days))
      const byHand = planMatterByHand(matter, target(days))
      if (!('cost' in plan)) {
        expect(byHand.met).toBe(false)
        return
      }
      if (!byHand.met) return
      expect(compare(byHand.cost, plan.cost)).toBeGreaterThanOrEqual(0)
      if (compare(byHand.cost, plan.cost) > 0) dearer++
    }),
    { numRuns: 500 },
  )
  expect(dearer).toBeGreaterThan(0)
})

test('no plan without one of its measures is cheaper', () => {
  fc.assert(
    fc.property(matterWithMeasures, fc.integer({ min: 0, max: 25 }), (matter, days) => {
      const { plan, chosen } = accountForPlan(matter, target(days))
      if (!('cost' in plan)) return
      expect(chosen.map(({ measure }) => measure)).toEqual(plan.measures)
      for (const { costWithout } of chosen)
        if (costWithout !== undefined) expect(compare(costWithout, plan.cost)).toBeGreaterThanOrEqual(0)
      for (const { measure, costWithout } of chosen) {
        const others = matter.measures.filter((other) => other !== measure)
        const without = planMatter({ ...matter, measures: others }, target(days))
        expect(costWithout).toEqual('cost' in without ? without.cost : undefined)
      }
    }),
    { numRuns: 200 },
  )
})

test('what has nothing left to change goes, with what rests on it', () => {
  fc.assert(
    fc.property(matterWithMeasures, fc.nat(6), (matter, gone) => {
      const measures = withoutObsoleteMeasures({ ...matter, flow: matter.flow.filter((_, at) => at !== gone) }).measures
      const names = new Set(measures.map(({ name }) => name))
      const steps = new Set(matter.flow.flatMap((item, at) => (item.kind === 'step' && at !== gone ? [item.name] : [])))
      for (const one of measures) {
        expect(one.steps.every((name) => steps.has(name))).toBe(true)
        expect([...one.requires, ...one.excludes].every((name) => names.has(name))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
