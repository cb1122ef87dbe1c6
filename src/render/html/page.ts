import type { CatalogueReport } from '../../analysis/catalogue-report.ts'
import { printBasis } from '../../analysis/report-json.ts'
import type { ScenarioResult } from '../../analysis/scenario-result.ts'
import { groupBy } from '../../base/group-by.ts'
import { indexSources } from '../../diagnostics/source-index.ts'
import { renderDate } from '../chinese-date.ts'
import { faultNote } from '../fault-note.ts'
import { renderBasis, renderExcluded, renderSources } from './basis-notes.ts'
import { renderStandings } from './bundle-standings.ts'
import { renderFooter, writeDocument } from './document.ts'
import { renderFilters } from './filters.ts'
import { renderGroups } from './groups.ts'
import { renderHeadline } from './headline.ts'
import { type Content, html } from './html.ts'
import { renderMatterDetails } from './matter-details.ts'
import { renderMattersTable } from './matters-table.ts'
import { renderMissedTargets } from './missed-targets.ts'
import type { HtmlRendering, MatterPage, Setting } from './report-page.ts'
import { reportScript } from './script.ts'
import { renderStreamlining } from './streamlining.ts'

/** So many details are printed without anybody opening them: a whole city on paper is what nobody reads. */
const MOST_PRINTED = 60

/**
 * The report people take into a meeting (网页报告): one file that needs nothing beside it, for screens wide and narrow,
 * light and dark, and for paper. It is whole without its script, which only adds filters.
 */
export function renderReportHtml(report: CatalogueReport, rendering: HtmlRendering = {}): string {
  const { title = '压减核算报告', digits = 1, sources = [], bundles = [], version } = rendering
  const setting: Setting = { digits, index: indexSources(sources) }
  const pages = pagesOf(report, rendering)
  const { basis, asOf } = report
  const isLong = pages.length > MOST_PRINTED
  const body = html`<a class="skip" href="#list">跳到事项一览</a>
    <header><h1>${title}</h1><p>${printBasis(basis)}${asOf === undefined ? null : ` · 按${renderDate(asOf)}有效的规定`} · ${report.total.count}个事项</p></header>
    <main${isLong ? html` class="many"` : null}>${renderFaults(report)}${renderHeadline(report, digits)}${renderMissedTargets(pages, digits)}${renderGroups(report, digits)}${renderStreamlining(report, pages, digits)}${renderStandings(bundles, digits)}
    <section aria-labelledby="matters"><h2 id="matters">事项一览</h2>${renderFilters(pages, digits)}${renderMattersTable(pages, basis, digits)}</section>
    <section class="each" aria-labelledby="details"><h2 id="details">逐项说明</h2><p class="note hint">点开一项，看它的时限依据、最长情形和办理环节。名称加粗、颜色较深的环节在关键路径上，竖线是时限。${isLong ? `列出的超过${MOST_PRINTED}个时，打印只印点开的。` : null}</p>
    <p class="buttons" id="buttons" hidden><button type="button" id="open">全部展开</button> <button type="button" id="close">全部收起</button></p>
    ${pages.map((page) => renderMatterDetails(page, setting))}</section>
    ${renderExcluded(report, pages)}${renderBasis(report)}${renderSources(pages)}</main>
    ${renderFooter(version)}`
  return writeDocument({ title, body, script: reportScript(MOST_PRINTED) })
}

/** Above all figures what they leave out. */
function renderFaults({ matters, faults }: CatalogueReport): Content {
  return faults === undefined ? null : html`<p class="alert" role="note">${faultNote(faults, matters.length)}</p>`
}

function pagesOf({ matters }: CatalogueReport, rendering: HtmlRendering): readonly MatterPage[] {
  const { dossiers = [], plans = [], certainty = [], scenarios = [] } = rendering
  const byMatter = groupBy(scenarios, ({ matter }: ScenarioResult) => matter)
  return matters.map((report, index) => ({
    id: `m${index + 1}`,
    report,
    dossier: dossiers[index],
    planning: plans[index] ?? undefined,
    certainty: certainty[index] ?? undefined,
    scenarios: byMatter.get(report.matter.name) ?? [],
  }))
}
