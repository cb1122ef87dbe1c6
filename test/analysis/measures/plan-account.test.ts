import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planMatterByHand } from '../../../src/analysis/measures/hand-rule.ts'
import { withoutObsoleteMeasures } from '../../../src/analysis/measures/obsolete-measures.ts'
import { planMatter } from '../../../src/analysis/measures/plan.ts'
import { accountForPlan } from '../../../src/analysis/measures/plan-account.ts'
import { compare, rational } from '../../../src/base/rational.ts'
import type { Measure } from '../../../src/model/measure.ts'
import { matter, step, workdays } from '../../graph/matters.ts'
import { matterWithMeasures } from './arbitrary-measures.ts'

const target = (days: number) => ({ kind: 'workdays', workdays: rational(days) }) as const

test('the rule of thumb is never cheaper than the plan, and gets nowhere where no plan does', () => {
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
    }),
    { numRuns: 500 },
  )
})

test('the rule of thumb pays for the cheap day first, and then for the measure that makes it idle', () => {
  const faster = (name: string, days: number, cost: string): Measure => ({
    name,
    kind: 'speedUp',
    steps: ['现场核查'],
    materials: [],
    limit: workdays(days),
    cost: { amount: cost },
    requires: [],
    excludes: [],
    sources: [],
    notes: [],
  })
  const subject = matter({
    flow: [step('现场核查', 5)],
    measures: [faster('加班', 4, '1'), faster('在线核查', 2, '5')],
  })
  expect(planMatter(subject, target(2))).toMatchObject({ status: 'optimal', cost: rational(5) })
  expect(planMatterByHand(subject, target(2))).toMatchObject({ met: true, cost: rational(6) })
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
