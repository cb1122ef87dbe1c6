import { round } from '../flow/text-block.ts'
import { type Html, html } from '../html/html.ts'

const BAR = 12
const STROKE = 5

/** A stretch of time as a bar; what takes no time is a mark at its moment. */
export function drawBar(kind: string, from: number, to: number, middle: number): Html {
  const top = round(middle - BAR / 2)
  if (to - from < 1) {
    const [x, half] = [round(to), BAR / 2]
    return html`<path class="bar ${kind}" d="M${x} ${top}l${half} ${half}l-${half} ${half}l-${half} -${half}z"/>`
  }
  return html`<rect class="bar ${kind}" x="${round(from)}" y="${top}" width="${round(to - from)}" height="${BAR}"/>`
}

/** A stretch of time that does not count: hatched, so that it is told apart on paper too. */
export function drawHatch(from: number, to: number, middle: number): Html {
  if (to - from < 1) return drawBar('hatch', from, to, middle)
  const [top, bottom] = [middle - BAR / 2, middle + BAR / 2]
  const strokes: string[] = []
  for (let x = from + STROKE - BAR; x < to; x += STROKE) {
    const low = Math.max(x, from)
    const high = Math.min(x + BAR, to)
    if (high > low)
      strokes.push(`M${round(low)} ${round(bottom - (low - x))}L${round(high)} ${round(bottom - (high - x))}`)
  }
  return html`<rect class="bar hatch" x="${round(from)}" y="${round(top)}" width="${round(to - from)}" height="${BAR}"/><path class="strokes" d="${strokes.join('')}"/>`
}
