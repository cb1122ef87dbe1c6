import type { MatterCertainty } from '../../analysis/certainty/assess-certainty.ts'
import { printShare } from '../../analysis/certainty/print-share.ts'
import type { SituationCertainty } from '../../analysis/certainty/situation-certainty.ts'
import { printNumber } from '../../base/print-number.ts'
import { compare, max, ONE, type Rational, rational, ZERO } from '../../base/rational.ts'
import { shareWords } from '../certainty-words.ts'
import { across, CHART, drawChart, tickBelow, tickBeside, upwards } from './chart-frame.ts'
import { type Html, html } from './html.ts'
import { days } from './words.ts'

/** So many promises stand in the table; the drawing has them all. */
const MOST_ROWS = 8
const HALF = rational(1, 2)

/** What each promise would be worth (承诺几天，多少件按时办结): a drawing of steps, and its upper half as a table. */
export function renderCertaintyChart(each: SituationCertainty, { share }: MatterCertainty, digits: number): Html {
  const { ladder, promised } = each
  if (ladder.length < 3) return html``
  const rows = ladder.filter((step) => compare(step.share, HALF) >= 0).slice(0, MOST_ROWS)
  const isPromised = (workdays: Rational) => promised?.workdays != null && compare(workdays, promised.workdays) === 0
  return html`<div class="frontier"><figure>${draw(each, share)}<figcaption>横轴：承诺几个工作日；纵轴：按时办结的件。横线是${shareWords(share)}，虚线是现在的承诺</figcaption></figure>
    <table class="list"><caption>承诺几天，多少件按时办结</caption><thead><tr><th scope="col" class="num">承诺</th><th scope="col" class="num">按时办结</th></tr></thead>
    <tbody>${rows.map(
      (
        step,
      ) => html`<tr${isPromised(step.workdays) ? html` class="chosen"` : null}><th scope="row" class="num">${days(step.workdays)}</th>
      <td class="num">${printShare(step.share, digits, share)}%</td></tr>`,
    )}</tbody></table></div>`
}

function draw({ ladder, promised }: SituationCertainty, share: Rational): Html {
  const longest = ladder.reduce((most, { workdays }) => max(most, workdays), promised?.workdays ?? ONE)
  const x = (workdays: Rational) => across(workdays, longest)
  const y = (part: Rational) => upwards(part, ONE)
  const line = ladder.map((step) => `H${x(step.workdays)}V${y(step.share)}`).join('')
  const last = ladder.at(-1)
  const promise = promised?.workdays ?? undefined
  const words = ladder.map((step) => `${days(step.workdays)}${printShare(step.share, 0, share)}%`).join('，')
  const tick = (workdays: Rational) => tickBelow(x(workdays), printNumber(workdays))
  return drawChart(
    `承诺几天，多少件按时办结：${words}`,
    html`<line class="before" x1="${CHART.left}" x2="${CHART.right}" y1="${y(share)}" y2="${y(share)}"/>
    ${promise && html`<line class="after" x1="${x(promise)}" x2="${x(promise)}" y1="${CHART.top}" y2="${CHART.bottom}"/>`}
    <path class="curve" d="M${CHART.left} ${y(ZERO)}${line}H${CHART.right}"/>
    ${tickBeside(y(share), shareWords(share))}${tickBeside(y(ZERO), '0')}
    ${promise && tick(promise)}${last && isApart(last.workdays, promise, longest) ? tick(last.workdays) : null}`,
  )
}

/** Whether two labels of the axis do not run into each other. */
function isApart(a: Rational, b: Rational | undefined, longest: Rational): boolean {
  if (b === undefined) return true
  const [left, right] = [a, b].map((one) => Number(across(one, longest)))
  return Math.abs((left ?? 0) - (right ?? 0)) > 24
}
