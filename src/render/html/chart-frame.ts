import type { Rational } from '../../base/rational.ts'
import { coordinate } from './coordinate.ts'
import { type Html, html } from './html.ts'

/** A chart in units of its own, which a narrow page shows one to one (图的尺寸). */
const WIDTH = 340
const HEIGHT = 170

/** Where its axes begin and end. */
export const CHART = { left: 40, right: WIDTH - 12, top: 12, bottom: HEIGHT - 32 } as const

/** A place on the axis below, which goes from nothing to `full`. */
export function across(value: Rational, full: Rational): string {
  return coordinate(value, full, CHART.left, CHART.right)
}

/** A place on the axis at the side, which goes from nothing to `full`. */
export function upwards(value: Rational, full: Rational): string {
  return coordinate(value, full, CHART.bottom, CHART.top)
}

/** A word under the axis below. */
export function tickBelow(x: string, word: string): Html {
  return html`<text class="tick" x="${x}" y="${CHART.bottom + 18}" text-anchor="middle">${word}</text>`
}

/** A word beside the axis at the side. */
export function tickBeside(y: string, word: string): Html {
  return html`<text class="tick" x="${CHART.left - 6}" y="${y}" dy="4" text-anchor="end">${word}</text>`
}

/** Draws a chart with its axes; `words` says all of it to those who do not see it. */
export function drawChart(words: string, drawn: Html): Html {
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}">
    <path class="axis" d="M${CHART.left} ${CHART.top}V${CHART.bottom}H${CHART.right}"/>${drawn}</svg>`
}
