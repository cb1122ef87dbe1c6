import type { CatalogueReport, SelectionStandings } from '../../analysis/catalogue-report.ts'
import type { Share } from '../../analysis/catalogue-total.ts'
import { printNumber } from '../../base/print-number.ts'
import { printRounded, ZERO } from '../../base/rational.ts'
import { QUANTITIES } from '../../model/terms.ts'
import { standingOf } from '../target-words.ts'
import { GANTT_COLUMNS } from './gantt.ts'
import { type Content, type Html, html } from './html.ts'
import { bar, scaleFor } from './scale.ts'
import { days, percent } from './words.ts'

/** The figures that a meeting begins with (总体情况): the ratio of sums first, how many met their target, what is left out. */
export function renderHeadline(report: CatalogueReport, digits: number): Html {
  const { total } = report
  const { count, included, excluded, meanOfRatios, instant, zeroTrips, meanTrips } = total
  return html`<section aria-labelledby="headline"><h2 id="headline">总体情况</h2>
    ${renderSums(report, digits)}
    <dl class="figures">
      ${figure('平均压减', percent(meanOfRatios, digits), '各事项压减比例的平均数')}
      ${targetFigure(report)}
      ${figure('计入', html`${included}<small>／${count}个</small>`, excluded.length === 0 ? '全部事项' : html`另有<a href="#excluded">${excluded.length}个没有计入</a>`)}
      ${figure('即办率', percent(instant.ratio, digits), shareWords(instant))}
      ${figure('零跑动', percent(zeroTrips.ratio, digits), zeroTrips.of === 0 ? '没有事项写明到现场次数' : shareWords(zeroTrips))}
      ${figure('平均跑动', meanTrips === null ? '—' : html`${printRounded(meanTrips, 1)}<small>次</small>`, zeroTrips.of === 0 ? '没有事项写明到现场次数' : `写明到现场次数的${zeroTrips.of}个事项`)}
    </dl></section>`
}

function renderSums({ total, basis }: CatalogueReport, digits: number): Html {
  const { ratioOfSums: sums, included } = total
  if (sums === null) return html`<p class="sentence">没有可以相加的事项，算不出合计压减。</p>`
  const scale = scaleFor([sums.before, sums.after])
  const [before, after] = [QUANTITIES[basis.before], QUANTITIES[basis.after]]
  const grown = sums.ratio.num < 0n
  return html`<div class="sums">
    <p class="lead"><span class="label">合计压减</span><strong>${percent(sums.ratio, digits).slice(0, -1)}<small>%</small></strong></p>
    <div><p class="sentence">${included}个事项的${before}合计${days(sums.before)}，${after}合计${days(sums.after)}，${grown ? '反而增加' : '压减'}${percent(grown ? { num: -sums.ratio.num, den: sums.ratio.den } : sums.ratio, digits)}（先合计，再相比）。</p>
    <table class="gantt totals"><caption class="unseen">压减前后的合计</caption>${GANTT_COLUMNS}<tbody>
      <tr class="limit"><th scope="row">${before}</th><td class="num">${printNumber(sums.before)}</td><td class="draw"><svg aria-hidden="true">${bar(scale, ZERO, sums.before, 'before')}</svg></td></tr>
      <tr class="limit"><th scope="row">${after}</th><td class="num">${printNumber(sums.after)}</td><td class="draw"><svg aria-hidden="true">${bar(scale, ZERO, sums.after, 'critical')}</svg></td></tr>
    </tbody></table></div></div>`
}

function targetFigure({ matters, selections }: CatalogueReport): Html {
  const standings = matters.map(standingOf).filter((standing) => standing !== '没有目标')
  const several = selections === undefined ? '' : `；${selectionWords(selections)}`
  if (standings.length === 0) return figure('达标', '—', `没有事项写明目标${several}`)
  const count = (wanted: string) => standings.filter((standing) => standing === wanted).length
  const [missed, undecided] = [count('未达标'), count('无法判断')]
  const rest = [...(missed > 0 ? [`${missed}个未达标`] : []), ...(undecided > 0 ? [`${undecided}个无法判断`] : [])]
  return figure(
    '达标',
    html`${count('达标')}<small>／${standings.length}个</small>`,
    `${rest.length === 0 ? '全部达标' : rest.join('，')}${several}`,
  )
}

/** Targets over several matters stand beside those of single ones: “全部达标” is said of these only. */
function selectionWords({ met, missed, unchecked }: SelectionStandings): string {
  if (unchecked > 0) return `一批事项的目标${unchecked}个没有核对`
  return `一批事项的目标${missed === 0 ? `${met}个达标` : `${missed}个未达标`}`
}

function figure(label: string, value: Content, note: Content): Html {
  return html`<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`
}

function shareWords({ count, of }: Share): string {
  return `${of}个事项中的${count}个`
}
