import type { CatalogueReport } from '../../analysis/catalogue-report.ts'
import { describeExclusion } from '../../analysis/exclusion.ts'
import { printBasis } from '../../analysis/report-json.ts'
import { groupBy } from '../../base/group-by.ts'
import { printFraction } from '../../base/rational.ts'
import { QUANTITIES } from '../../model/terms.ts'
import { renderDate } from '../chinese-date.ts'
import { type Html, html } from './html.ts'
import type { MatterPage } from './report-page.ts'

/** What was left out of the sums and why (没有计入的事项). */
export function renderExcluded({ total }: CatalogueReport, pages: readonly MatterPage[]): Html {
  if (total.excluded.length === 0) return html``
  const ids = new Map(pages.map(({ id, report }) => [report, id]))
  const reasons = groupBy(total.excluded, ({ exclusion }) => describeExclusion(exclusion))
  return html`<section aria-labelledby="excluded"><h2 id="excluded">没有计入合计的${total.excluded.length}个事项</h2>
    <dl class="reasons">${[...reasons].map(
      ([reason, excluded]) => html`<div><dt>${reason}<small>（${excluded.length}个）</small></dt>
      <dd>${excluded.map(({ report }, index) => html`${index === 0 ? '' : '、'}<a href="#${ids.get(report)}">${report.matter.name}</a>`)}</dd></div>`,
    )}</dl></section>`
}

/** How the figures were made (核算口径): the basis in words, the day, and the conversion table. */
export function renderBasis(report: CatalogueReport): Html {
  const { basis, asOf, countFrom, conversion } = report
  const rows = [
    ['1个月', conversion.month],
    ['1年', conversion.year],
    ['1个自然日', conversion.calendarDay],
    ['1小时', conversion.hour],
    ['1分钟', conversion.minute],
    ['即办', conversion.instant],
  ] as const
  return html`<section aria-labelledby="basis"><h2 id="basis">怎样核算</h2>
    <ul class="notes">
      <li>口径是${printBasis(basis)}：压减比例＝（${QUANTITIES[basis.before]}－${QUANTITIES[basis.after]}）÷${QUANTITIES[basis.before]}，按精确的分数计算和比较，只在显示时四舍五入。</li>
      ${asOf === undefined ? null : html`<li>按${renderDate(asOf)}有效的规定。</li>`}
      <li>合计压减先把各事项的工作日相加再相比；平均压减是各事项压减比例的平均数，另列备查。</li>
      <li>时限按情形不同的，取压减最小的情形。关键路径取最长的情形，从${countFrom === 'application' ? '申请' : '受理的次日'}算起；不计入、另计、暂停的时间不算。</li>
      <li>没有基准、基准折算后为0、尚未施行或者已经失效的，不计入合计，逐个列出原因。</li>
    </ul>
    <table class="list conversion"><caption>折算表</caption><thead><tr><th scope="col">写作</th><th scope="col" class="num">折合工作日</th></tr></thead>
    <tbody>${rows.map(([unit, workdays]) => html`<tr><th scope="row">${unit}</th><td class="num">${printFraction(workdays)}</td></tr>`)}</tbody></table></section>`
}

/** Which files and laws the figures come from (资料来源). */
export function renderSources(pages: readonly MatterPage[]): Html {
  const files = groupBy(
    pages.filter(({ report }) => report.file !== undefined),
    ({ report }) => report.file ?? '',
  )
  if (files.size === 0) return html``
  return html`<section aria-labelledby="sources"><h2 id="sources">资料来源</h2>
    <details class="files"><summary>${pages.length}个事项的定义，来自${files.size}个文件</summary>
    <ul>${Array.from(files, ([file, there]) => html`<li><code>${file}</code><span class="about">${there.map(({ report }) => report.matter.name).join('、')}</span></li>`)}</ul></details></section>`
}
