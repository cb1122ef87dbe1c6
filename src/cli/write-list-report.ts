import { printFinding } from '../exchange/xlsx/cell-finding.ts'
import type { ListReport } from '../exchange/xlsx/list/list-report.ts'
import { printListReport, REPORT_HEADS, rowOf, summarize } from '../exchange/xlsx/list/print-list-report.ts'
import { writeDocument } from '../render/html/document.ts'
import { html } from '../render/html/html.ts'
import { CommandFailure } from './command-failure.ts'

/** The report of an imported list in the form that the name of its file asks for (导入对应表): a page, Markdown or JSON. */
export function writeListReport(report: ListReport, path: string): string {
  if (/\.json$/i.test(path)) return `${JSON.stringify({ schema: 'zw/import-report/1', ...report }, undefined, 2)}\n`
  if (/\.md$/i.test(path)) return printListReport(report)
  if (/\.html?$/i.test(path)) return renderListReport(report)
  throw new CommandFailure(`报告“${path}”的文件名要以.html、.md或者.json结尾`)
}

/** The table has more columns than a phone can show: it moves by itself, and the page stays. */
const STYLE = '.frame{overflow-x:auto}.frame table{min-width:44rem}.frame .num{padding-right:1.2rem}'

/** Columns of numbers, by their place. */
const NUMBERS: ReadonlySet<number> = new Set([2, 4, 5, 6, 7])

function renderListReport(report: ListReport): string {
  const rows = report.columns.map(rowOf)
  const { findings } = report
  const body = html`<main><h1>导入对应表</h1><p>${summarize(report)}</p>
    <h2>各列的去处</h2><div class="frame" tabindex="0" role="region" aria-label="各列的去处"><table>
    <thead><tr>${REPORT_HEADS.map((head, place) => html`<th scope="col"${NUMBERS.has(place) ? html` class="num"` : null}>${head}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map((cell, place) => html`<td${NUMBERS.has(place) ? html` class="num"` : null}>${cell}</td>`)}</tr>`)}</tbody></table></div>
    <h2>要看一看的地方</h2>${findings.length === 0 ? html`<p>没有。</p>` : html`<ul>${findings.map((finding) => html`<li>${printFinding(finding)}</li>`)}</ul>`}</main>`
  return writeDocument({ title: '导入对应表', body, style: STYLE })
}
