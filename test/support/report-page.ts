import { type CatalogueReport, measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { assessCertainty } from '../../src/analysis/certainty/assess-certainty.ts'
import { compileDossier } from '../../src/analysis/matter-dossier.ts'
import { planForReport } from '../../src/analysis/matter-planning.ts'
import type { MeasurableMatter } from '../../src/analysis/matter-report.ts'
import { verifyScenarios } from '../../src/analysis/verify-scenarios.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { openWorkspace } from '../../src/compile/workspace.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { Measure } from '../../src/model/measure.ts'
import { renderReportHtml } from '../../src/render/html/page.ts'
import { fact, isTrue, matter, step, workdays } from '../graph/matters.ts'
import { exampleSources } from './syntax-examples.ts'

const asOf = '2026-11-22'

/** Names that try to break out of the page, and one that is written from right to left. */
export const HOSTILE_NAMES = [
  '“<script>alert(1)</script>”&amp;许可',
  `'"><img src=x onerror=alert(1)>`,
  '</style></title><!--许可',
  'رخصة\u200f\u202e许可',
]

/** A page with the city's matters, matters with measures whose plans succeed and fail, and hostile names. */
export function reportPage(): { readonly report: CatalogueReport; readonly page: string } {
  const sources = exampleSources().filter(({ uri }) => uri.startsWith('examples/city/'))
  const city = [...openWorkspace(sources, { asOf }).result.matters.values()]
  const made = [sign('户外广告设施设置许可', '50'), sign('大型户外广告设施设置许可', '80'), ...HOSTILE_NAMES.map(plain)]
  const matters = [...city, ...made.map(measurable)]
  const report = measureCatalogue(matters, { asOf, by: '类型' })
  const { results } = verifyScenarios(city, { asOf, calendar: createCalendar({}) })
  const page = renderReportHtml(report, {
    dossiers: matters.map((each) => compileDossier(each, { asOf })),
    plans: report.matters.map((each) => planForReport(each, { asOf })),
    certainty: matters.map((each) => assessCertainty(each, { asOf })),
    scenarios: results,
    sources,
    version: '1.2.3',
  })
  return { report, page }
}

function measurable(made: Matter): MeasurableMatter {
  return { matter: made, graph: buildGraph(made).graph }
}

function plain(name: string): Matter {
  const limits = { statutoryLimits: [limit('20')], promisedLimits: [limit('5')] }
  return matter({ name, authority: name, flow: [step(name, 2)], ...limits })
}

const SURVEYS = [
  { amount: '2', cases: 14 },
  { amount: '4', cases: 22 },
  { amount: '7', cases: 3 },
]

/** 18 working days where it lies in a protected area; the measures save 9.5 of them. */
function sign(name: string, percent: string): Matter {
  return matter({
    name,
    type: 'licence',
    authority: '城市管理局',
    levels: ['county'],
    facts: [fact('位于保护区')],
    flow: [
      step('受理', 1),
      step('材料审查', 3, { timeTaken: { kind: 'estimated', unit: 'workday', least: '1', likely: '2', most: '5' } }),
      step('现场勘查', 5, { timeTaken: { kind: 'observed', unit: 'workday', times: SURVEYS } }),
      step('专家论证', 4, { when: isTrue('位于保护区') }),
      step('部门会签', 2),
      step('决定', 2),
      step('制证', 1),
    ],
    statutoryLimits: [limit('20')],
    promisedLimits: [limit('15')],
    targets: [
      {
        subject: 'time',
        sense: 'cut',
        operator: 'ge',
        percent,
        basis: { before: 'statutory', after: 'criticalPath' },
      },
    ],
    measures: [
      measure('勘查与审查并联', { kind: 'parallel', steps: ['材料审查', '现场勘查'] }, '3'),
      measure('部门会签改为系统推送', { kind: 'remove', steps: ['部门会签'] }, '8'),
      measure('决定提速', { kind: 'speedUp', steps: ['决定'], limit: workdays('0.5') }, '2'),
      measure('专家论证提速', { kind: 'speedUp', steps: ['专家论证'], limit: workdays(2) }, '5'),
      measure('当场制证', { kind: 'speedUp', steps: ['制证'], limit: { unit: 'instant' } }, '4'),
    ],
  })
}

function limit(amount: string): Matter['promisedLimits'][number] {
  return { limit: workdays(amount), sources: [], notes: [] }
}

function measure(name: string, parts: Pick<Measure, 'kind' | 'steps' | 'limit'>, amount: string): Measure {
  return {
    name,
    materials: [],
    cost: { amount, unit: '人日' },
    requires: [],
    excludes: [],
    sources: [],
    notes: [],
    ...parts,
  }
}
