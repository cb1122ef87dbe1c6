import type { CatalogueReport } from '../../analysis/catalogue-report.ts'
import { printNumber } from '../../base/print-number.ts'
import { printRounded } from '../../base/rational.ts'
import { type Html, html } from './html.ts'
import { percent } from './words.ts'

/** The totals by group (分组合计); nothing where no grouping was asked for. */
export function renderGroups({ grouped }: CatalogueReport, digits: number): Html {
  if (grouped === null) return html``
  const rows = grouped.groups.map(({ name, total }) => {
    const { count, included, ratioOfSums, meanOfRatios, instant, zeroTrips, meanTrips } = total
    return html`<tr><th scope="row">${name}</th><td class="num">${count}</td><td class="num wide">${included}</td>
      <td class="num wide">${ratioOfSums === null ? '—' : `${printNumber(ratioOfSums.before)}→${printNumber(ratioOfSums.after)}`}</td>
      <td class="num"><b>${percent(ratioOfSums?.ratio, digits)}</b></td><td class="num">${percent(meanOfRatios, digits)}</td>
      <td class="num">${percent(instant.ratio, digits)}</td><td class="num wide">${percent(zeroTrips.ratio, digits)}</td>
      <td class="num wide">${meanTrips === null ? '—' : `${printRounded(meanTrips, 1)}次`}</td></tr>`
  })
  return html`<section aria-labelledby="groups"><h2 id="groups">按${grouped.by}分</h2>
    <table class="list"><caption class="unseen">按${grouped.by}分的合计</caption><thead><tr><th scope="col">${grouped.by}</th><th scope="col" class="num">事项</th>
    <th scope="col" class="num wide">计入</th><th scope="col" class="num wide">工作日</th><th scope="col" class="num">合计压减</th><th scope="col" class="num">平均压减</th>
    <th scope="col" class="num">即办率</th><th scope="col" class="num wide">零跑动</th><th scope="col" class="num wide">平均跑动</th></tr></thead><tbody>${rows}</tbody></table></section>`
}
