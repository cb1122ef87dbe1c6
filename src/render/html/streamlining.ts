import type { CatalogueReport } from '../../analysis/catalogue-report.ts'
import type { Streamlining } from '../../analysis/streamlining.ts'
import { printNumber } from '../../base/print-number.ts'
import { hasChanged, STREAMLINED_SUBJECTS } from '../streamlined-subjects.ts'
import { type Html, html } from './html.ts'
import type { MatterPage } from './report-page.ts'
import { percent } from './words.ts'

/** What was cut against the versions that the matters are compared with (精简率); nothing without a comparison. */
export function renderStreamlining(
  { against, total }: CatalogueReport,
  pages: readonly MatterPage[],
  digits: number,
): Html {
  if (against === undefined || total.streamlining === null) return html``
  const sums = total.streamlining
  const changed = pages.flatMap(({ id, report }) => {
    const { streamlining, matter } = report
    if (streamlining === null || !STREAMLINED_SUBJECTS.some(([subject]) => hasChanged(streamlining[subject]))) return []
    return [html`<tr><th scope="row"><a href="#${id}">${matter.name}</a></th>${cells(streamlining, digits)}</tr>`]
  })
  const counts = STREAMLINED_SUBJECTS.map(([subject, word]) => `${word}${sums[subject].count}个`).join('、')
  return html`<section aria-labelledby="streamlining"><h2 id="streamlining">与${against}相比</h2>
    <table class="list"><caption class="unseen">与${against}相比的精简率</caption>
    <thead><tr><th scope="col">事项</th>${STREAMLINED_SUBJECTS.map(([, word]) => html`<th scope="col" class="num">${word}</th>`)}</tr></thead>
    <tbody>${changed}</tbody><tfoot><tr><th scope="row">合计</th>${cells(sums, digits)}</tr></tfoot></table>
    <p class="note">先相加再相比，只加两边都有数、原来不是0的事项：${counts}。没有变化的不逐项列出。</p></section>`
}

function cells(cuts: Streamlining, digits: number): readonly Html[] {
  return STREAMLINED_SUBJECTS.map(([subject]) => {
    const cut = cuts[subject]
    return cut === null
      ? html`<td class="num">—</td>`
      : html`<td class="num">${printNumber(cut.before)}→${printNumber(cut.after)}<br><small>${percent(cut.ratio, digits)}</small></td>`
  })
}
