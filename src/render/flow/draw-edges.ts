import { type Html, html } from '../html/html.ts'
import type { Layout, Point } from './lay-out.ts'
import type { PictureEdge } from './picture.ts'
import { round } from './text-block.ts'

const HEAD = 8

/** Draws the lines with their arrows, those that are taken over the others (连线). */
export function drawEdges(edges: Layout['edges'], dx: number, dy: number): readonly Html[] {
  const order = { untaken: 0, open: 1, plain: 1, taken: 2 }
  const sorted = edges.toSorted((a, b) => order[a.edge.state] - order[b.edge.state])
  return sorted.map(({ edge, points }) => {
    const moved = points.map(({ x, y }) => ({ x: round(x + dx), y: round(y + dy) }))
    const kind = [edge.dashed ? 'line feed' : 'line', ...(edge.state === 'plain' ? [] : [edge.state])].join(' ')
    const stands = edge.stands.length === 0 ? null : html` data-edge="${edge.stands.join(' ')}"`
    const end = moved.at(-1)
    const head =
      edge.arrow && end !== undefined ? html`<path class="head" d="M${end.x} ${end.y}l-4 -${HEAD}h8z"/>` : null
    return html`<g class="${kind}"${stands}><path class="way" d="${pathOf(moved, edge.arrow ? HEAD - 1 : 0)}"/>${drawBeam(edge, moved)}${head}</g>`
  })
}

/** Where lines leave a bar side by side, or come together before one, what they share is a beam. */
function drawBeam({ from, to }: PictureEdge, points: readonly Point[]): Html | null {
  const leaving = from.startsWith('fork-')
  if (!leaving && !to.startsWith('join-')) return null
  const [a, b] = leaving ? [points[1], points[2]] : [points.at(-3), points.at(-2)]
  if (a === undefined || b === undefined || a.y !== b.y) return null
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  return html`<path class="stroke" d="M${left - 1} ${a.y}H${right + 1}"/>`
}

/** Straight along or down; the end stops short of its arrow. */
function pathOf(points: readonly Point[], short: number): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1]
      const end = round(index === points.length - 1 ? y - short : y)
      if (before === undefined) return `M${x} ${y}`
      return before.x === x ? `V${end}` : before.y === y ? `H${x}` : `L${x} ${end}`
    })
    .join('')
}
