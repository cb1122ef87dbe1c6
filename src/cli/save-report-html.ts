import packageJson from '../../package.json' with { type: 'json' }
import type { BundleStanding } from '../analysis/bundle/bundle-standing.ts'
import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import {
  assessCertainty,
  type CertaintyReportOptions,
  type MatterCertainty,
} from '../analysis/certainty/assess-certainty.ts'
import { compileDossier, type MatterDossier } from '../analysis/matter-dossier.ts'
import { type MatterPlanning, planForReport } from '../analysis/matter-planning.ts'
import type { MeasurableMatter, ReportOptions } from '../analysis/matter-report.ts'
import type { ScenarioResult } from '../analysis/scenario-result.ts'
import type { SourceFile } from '../base/source-file.ts'
import { renderReportHtml } from '../render/html/page.ts'
import type { CliIo } from './io.ts'
import { announce, createProgress } from './progress.ts'
import { writeResult } from './write-file.ts'

/** What the page is made from. */
export interface HtmlPage {
  readonly report: CatalogueReport
  /** The matters in the order of the report. */
  readonly matters: readonly MeasurableMatter[]
  readonly options: ReportOptions
  readonly scenarios: readonly ScenarioResult[]
  readonly bundles: readonly BundleStanding[]
  readonly sources: readonly SourceFile[]
  readonly digits: number
  readonly title: string | undefined
  readonly certainty: Pick<CertaintyReportOptions, 'share' | 'seen'>
}

/** Writes the report as one page for browsers and paper (网页报告), telling how far it is. */
export function saveReportHtml(path: string, page: HtmlPage, io: CliIo): void {
  const { report, matters, options } = page
  const progress = createProgress(io, '逐项说明', matters.length)
  const dossiers: MatterDossier[] = []
  const plans: (MatterPlanning | null)[] = []
  const certainty: (MatterCertainty | null)[] = []
  report.matters.forEach((each, index) => {
    const measurable = matters[index]
    if (measurable === undefined) return
    dossiers.push(compileDossier(measurable, options))
    plans.push(planForReport(each, options))
    certainty.push(assessCertainty(measurable, { ...options, ...page.certainty }))
    progress.step()
  })
  progress.done()
  const { scenarios, bundles, sources, digits, title } = page
  const size = sources.reduce((sum, { text }) => sum + text.length, 0)
  const version = packageJson.version
  const text = announce(io, '写网页报告', size, () =>
    renderReportHtml(report, { dossiers, plans, certainty, scenarios, bundles, sources, digits, title, version }),
  )
  writeResult(path, text, io.cwd)
}
