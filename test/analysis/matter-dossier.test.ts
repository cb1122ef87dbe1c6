import { expect, test } from 'vitest'
import { measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { compileDossier } from '../../src/analysis/matter-dossier.ts'
import { printRational } from '../../src/base/rational.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Matter } from '../../src/model/matter.ts'
import { renderReportHtml } from '../../src/render/html/page.ts'
import { fact, isTrue, matter, not, step, workdays } from '../graph/matters.ts'

const limit = (amount: string, when?: Condition) => ({
  limit: workdays(amount),
  sources: [],
  notes: [],
  ...(when && { when }),
})

function measurable(parts: Partial<Matter>) {
  const made = matter({ facts: [fact('跨区域')], ...parts })
  return { matter: made, graph: buildGraph(made).graph }
}

/** Cut by half where it takes longest, and by a quarter only where it takes 10 working days. */
const twoWays = measurable({
  flow: [step('受理', 1), step('现场勘查', 20, { when: isTrue('跨区域') }), step('决定', 9)],
  statutoryLimits: [limit('60', isTrue('跨区域')), limit('20')],
  promisedLimits: [limit('30', isTrue('跨区域')), limit('15')],
})

test('limits are told with the situations in which they count', () => {
  const { statutory, promised } = compileDossier(twoWays)
  expect(statutory.map(({ situations }) => situations)).toEqual(['【跨区域】为是', '【跨区域】为否'])
  expect(promised.map(({ workdays: days }) => days && printRational(days))).toEqual(['30', '15'])
})

test('the limits beside the steps are those of the situation that is drawn, not of the smallest cut', () => {
  const { limitsThen, schedule } = compileDossier(twoWays)
  expect(limitsThen?.statutory && printRational(limitsThen.statutory)).toBe('60')
  expect(limitsThen?.promised && printRational(limitsThen.promised)).toBe('30')
  expect(schedule && printRational(schedule.path.workdays)).toBe('30')
  // 30 working days against a promise of 30 are not late.
  const page = renderReportHtml(measureCatalogue([twoWays]), { dossiers: [compileDossier(twoWays)] })
  expect(page).toContain('25.0%')
  expect(page).not.toContain('class="late')
})

test('where the steps are the same in every situation and the limits are not, no single one is taken', () => {
  const sameSteps = measurable({
    flow: [step('受理', 1)],
    promisedLimits: [limit('5', not(isTrue('跨区域'))), limit('9')],
  })
  expect(compileDossier(sameSteps).limitsThen).toBeNull()
  const sameLimits = measurable({ flow: [step('受理', 1)], promisedLimits: [limit('5')] })
  expect(compileDossier(sameLimits).limitsThen?.promised).toEqual({ num: 5n, den: 1n })
})

test('a matter without a flow has no schedule', () => {
  expect(compileDossier(measurable({ promisedLimits: [limit('5')] })).schedule).toBeNull()
})
