import type { Frontier, FrontierPoint } from '../../analysis/measures/plan-frontier.ts'
import { printNumber } from '../../base/print-number.ts'
import { max, type Rational, rational, ZERO } from '../../base/rational.ts'
import { across, CHART, drawChart, tickBelow, tickBeside, upwards } from './chart-frame.ts'
import { type Html, html } from './html.ts'
import { days } from './words.ts'

/** What each time costs (时间与成本): a drawing of steps, and the same as a table with the measures. `unit` is that of the cost. */
export function renderFrontier({ points, exact }: Frontier, planned: Rational | undefined, unit: string): Html {
  if (points.length < 2) return html``
  const rows = points.map(
    ({ workdays, cost, measures }) => html`<tr${isAt(workdays, planned) ? html` class="chosen"` : null}>
      <th scope="row" class="num">${days(workdays)}</th><td class="num">${printNumber(cost)}${unit}</td>
      <td>${measures.length === 0 ? '维持现状' : measures.map(({ name }) => name).join('、')}</td></tr>`,
  )
  return html`<div class="frontier"><figure>${draw(points, planned)}<figcaption>横轴：最长情形的工作日；纵轴：成本（${unit || '没有写单位'}）</figcaption></figure>
    <table class="list"><caption>时间与成本${exact ? '' : '（没有算完，可能还有更省的）'}</caption>
    <thead><tr><th scope="col" class="num">最长用时</th><th scope="col" class="num">最低成本</th><th scope="col">采取的措施</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function draw(points: readonly FrontierPoint[], planned: Rational | undefined): Html {
  const longest = points.reduce((most, { workdays }) => max(most, workdays), rational(1))
  const dearest = points.reduce((most, { cost }) => max(most, cost), rational(1))
  const x = (workdays: Rational) => across(workdays, longest)
  const y = (cost: Rational) => upwards(cost, dearest)
  // Between two points the dearer, shorter plan is not needed yet: the cost rises in steps.
  const line = points
    .map(({ workdays, cost }, index) =>
      index === 0 ? `M${CHART.right} ${y(cost)}H${x(workdays)}` : `V${y(cost)}H${x(workdays)}`,
    )
    .join('')
  const [first, last] = [points[0], points.at(-1)]
  const words = points.map(({ workdays, cost }) => `${days(workdays)}要${printNumber(cost)}`).join('，')
  return drawChart(
    `时间与成本：${words}`,
    html`<path class="curve" d="${line}"/>
    ${points.map(({ workdays, cost }) => html`<circle class="${isAt(workdays, planned) ? 'chosen' : 'point'}" cx="${x(workdays)}" cy="${y(cost)}" r="${isAt(workdays, planned) ? 5 : 3.5}"/>`)}
    ${[first, last].map((point) => point && tickBelow(x(point.workdays), printNumber(point.workdays)))}
    ${last && tickBeside(y(last.cost), printNumber(last.cost))}${tickBeside(y(ZERO), '0')}`,
  )
}

function isAt({ num, den }: Rational, planned: Rational | undefined): boolean {
  return planned !== undefined && planned.num === num && planned.den === den
}
