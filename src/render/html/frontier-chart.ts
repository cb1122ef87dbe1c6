import type { Frontier, FrontierPoint } from '../../analysis/measures/plan-frontier.ts'
import { printNumber } from '../../base/print-number.ts'
import { max, type Rational, rational, ZERO } from '../../base/rational.ts'
import { coordinate } from './coordinate.ts'
import { type Html, html } from './html.ts'
import { days } from './words.ts'

/** The drawing in units of its own, which a narrow page shows one to one. */
const WIDTH = 340
const HEIGHT = 170
const LEFT = 40
const BOTTOM = 32
const TOP = 12
const RIGHT = 12

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
  const x = (workdays: Rational) => coordinate(workdays, longest, LEFT, WIDTH - RIGHT)
  const y = (cost: Rational) => coordinate(cost, dearest, HEIGHT - BOTTOM, TOP)
  // Between two points the dearer, shorter plan is not needed yet: the cost rises in steps.
  const line = points
    .map(({ workdays, cost }, index) =>
      index === 0 ? `M${WIDTH - RIGHT} ${y(cost)}H${x(workdays)}` : `V${y(cost)}H${x(workdays)}`,
    )
    .join('')
  const [first, last] = [points[0], points.at(-1)]
  const words = points.map(({ workdays, cost }) => `${days(workdays)}要${printNumber(cost)}`).join('，')
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="时间与成本：${words}">
    <path class="axis" d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}"/><path class="curve" d="${line}"/>
    ${points.map(({ workdays, cost }) => html`<circle class="${isAt(workdays, planned) ? 'chosen' : 'point'}" cx="${x(workdays)}" cy="${y(cost)}" r="${isAt(workdays, planned) ? 5 : 3.5}"/>`)}
    ${[first, last].map((point) => point && html`<text class="tick" x="${x(point.workdays)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${printNumber(point.workdays)}</text>`)}
    ${last && html`<text class="tick" x="${LEFT - 6}" y="${y(last.cost)}" dy="4" text-anchor="end">${printNumber(last.cost)}</text>`}
    <text class="tick" x="${LEFT - 6}" y="${y(ZERO)}" dy="4" text-anchor="end">0</text></svg>`
}

function isAt({ num, den }: Rational, planned: Rational | undefined): boolean {
  return planned !== undefined && planned.num === num && planned.den === den
}
