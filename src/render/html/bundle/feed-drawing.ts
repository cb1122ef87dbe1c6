import { type Html, html } from '../html.ts'
import { FEED_INSET, FEED_TEXT, type FeedBox, type FeedLayout, type FeedLines } from './feed-layout.ts'

/** Draws components and what flows between them (流转图). */
export function drawFeeds({ width, height, boxes, lines }: FeedLayout, size: 'broad' | 'slim', words: string): Html {
  return html`<svg class="feeds ${size}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">
    ${lines.map(drawLines)}${boxes.map(drawBox)}${lines.map(drawLabel)}</svg>`
}

function drawBox({ lines, issues, x, y, width, height }: FeedBox): Html {
  const inside = lines.length * FEED_TEXT.line + issues.length * FEED_TEXT.labelLine
  const first = y + (height - inside) / 2 + FEED_TEXT.size
  const below = first + lines.length * FEED_TEXT.line - 3
  const listed =
    issues.length === 0
      ? null
      : html`<text class="label">${issues.map((line, index) => html`<tspan x="${x + FEED_INSET}" y="${below + index * FEED_TEXT.labelLine}">${line}</tspan>`)}</text>`
  return html`<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/><text class="boxed" text-anchor="middle">
    ${lines.map((line, index) => html`<tspan x="${x + width / 2}" y="${first + index * FEED_TEXT.line}">${line}</tspan>`)}</text>${listed}`
}

function drawLines({ net, segments, arrows }: FeedLines): Html {
  const ways = segments.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('')
  const heads = arrows.map(({ x, y }) => `M${x - 4} ${y - 8}h8l-4 8z`).join('')
  return html`<path class="${net.output === null ? 'way order' : 'way'}" d="${ways}"/><path class="head" d="${heads}"/>`
}

function drawLabel({ label }: FeedLines): Html {
  if (label === undefined) return html``
  const { x, y, lines } = label
  return html`<text class="label">${lines.map((line, index) => html`<tspan x="${x}" y="${y + index * FEED_TEXT.labelLine}">${line}</tspan>`)}</text>`
}
