import { expect, test } from 'vitest'
import { measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { measureMatter } from '../../src/analysis/matter-report.ts'
import { verifyScenarios } from '../../src/analysis/verify-scenarios.ts'
import { verifySelections } from '../../src/analysis/verify-selection.ts'
import { verifyTargets } from '../../src/analysis/verify-targets.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { matter, workdays } from '../graph/matters.ts'

const definition = matter({
  statutoryLimits: [{ limit: workdays(20), sources: [], notes: [] }],
  targets: [{ subject: 'time', sense: 'cut', operator: 'ge', percent: '60' }],
})
const measurable = { matter: definition, graph: buildGraph(definition).graph }

/** Strings compare with each other whatever they say: 2026/11/22 would come after every rule of the century. */
test.each(['2026/11/22', '2026-2-3', '2026-02-30', '昨天', ''])(
  'no analysis takes “%s” for the day whose rules count',
  (asOf) => {
    const analyses = [
      () => measureMatter(measurable, { asOf }),
      () => measureCatalogue([measurable], { asOf }),
      () => verifyTargets([measurable], { asOf }),
      () => verifySelections([], [measurable], { asOf }),
      () => verifyScenarios([measurable], { asOf, calendar: createCalendar() }),
    ]
    for (const analyse of analyses)
      expect(analyse).toThrow(new TypeError(`按哪一天的规定（asOf）写成存在的日期，如“2026-11-22”；这里是“${asOf}”`))
  },
)
