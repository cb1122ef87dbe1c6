import { expect, test } from 'vitest'
import { findCheaperSet } from '../../../src/analysis/measures/check-plan.ts'
import { planMatter } from '../../../src/analysis/measures/plan.ts'
import { accountForPlan } from '../../../src/analysis/measures/plan-account.ts'
import { planToJson } from '../../../src/analysis/measures/plan-json.ts'
import { preparePlan } from '../../../src/analysis/measures/plan-problem.ts'
import { printRational, rational } from '../../../src/base/rational.ts'
import type { Measure } from '../../../src/model/measure.ts'
import { renderPlanning } from '../../../src/render/html/plan-section.ts'
import { renderPlan } from '../../../src/render/plan-text.ts'
import { matter, step, workdays } from '../../graph/matters.ts'

const measureOf = (name: string, kind: Measure['kind'], steps: readonly string[], cost: string): Measure => ({
  name,
  kind,
  steps,
  materials: [],
  ...(kind === 'speedUp' && { limit: workdays(1) }),
  cost: { amount: cost },
  requires: [],
  excludes: [],
  sources: [],
  notes: [],
})

/** 决定与制证并联以后，决定后面就插不进事后核查。 */
const permit = matter({
  flow: [
    step('受理', 1),
    step('现场核查', 6),
    step('审查', 4),
    step('决定', 3, { stages: ['decision'] }),
    step('制证', 3),
  ],
  measures: [
    measureOf('边决定边制证', 'parallel', ['决定', '制证'], '2'),
    measureOf('告知承诺', 'commitment', ['现场核查'], '3'),
    measureOf('审查提速', 'speedUp', ['审查'], '9'),
  ],
})
const target = (days: number) => ({ kind: 'workdays', workdays: rational(days) }) as const

test('measures with which no flow can be written are not taken together', () => {
  const plan = planMatter(permit, target(8))
  expect(plan.status === 'optimal' && plan.measures.map(({ name }) => name)).toEqual(['告知承诺', '审查提速'])
  expect(plan.clashes.map((clash) => clash.map(({ name }) => name))).toEqual([['边决定边制证', '告知承诺']])
  const { usable } = preparePlan(permit)
  expect(findCheaperSet(usable, plan, rational(12))).toBeUndefined()
  expect(findCheaperSet(usable, { ...plan, clashes: [] }, rational(12))?.map(({ name }) => name)).toEqual([
    '边决定边制证',
    '告知承诺',
  ])
})

test('the clash is told where the plan rests on it', () => {
  const account = accountForPlan(permit, target(8))
  expect(renderPlan(account)).toContain('“边决定边制证”“告知承诺”不能同时采取')
  expect(planToJson(account).proof.clashes).toEqual([['边决定边制证', '告知承诺']])
  expect(renderPlan(accountForPlan(permit, target(11)))).not.toContain('不能同时采取')
})

test('a plan that is broken off says so, with what any plan costs at least', () => {
  // Each saves an even number of days, for about the same money a day, and an odd number is missing.
  const steps = Array.from({ length: 12 }, (_, at) => step(`环节${at}`, 9))
  const many = matter({
    flow: steps,
    measures: steps.map(({ name }, at) => ({
      ...measureOf(`提速${at}`, 'speedUp', [name], String(27 + 20 * (at % 3) + (at % 2))),
      limit: workdays(7 - 2 * (at % 3)),
    })),
  })
  const best = planMatter(many, target(81))
  const account = accountForPlan(many, target(81), { nodes: 24 })
  const { plan } = account
  if (plan.status !== 'best-known' || best.status !== 'optimal') throw new Error(`${plan.status}, ${best.status}`)
  const [bound, optimum, cost] = [plan.lowerBound, best.cost, plan.cost].map((value) => Number(printRational(value)))
  expect(bound).toBeGreaterThan(0)
  expect(bound).toBeLessThanOrEqual(optimum ?? 0)
  expect(cost).toBeGreaterThanOrEqual(optimum ?? 0)
  expect(renderPlan(account)).toMatch(/目前找到最省的（至少要\d+）/)
  const frontier = { points: [], exact: false }
  expect(renderPlanning({ account, frontier, schedule: null }, many.measures, '').markup).toContain(
    `还没有证明它最省；再省也不会低于${bound}`,
  )
  expect(planToJson(account)).toMatchObject({
    status: 'best-known',
    lowerBound: printRational(plan.lowerBound),
    gap: expect.stringMatching(/^\d+\.\d$/),
  })
})
