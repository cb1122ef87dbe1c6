import { type Html, html } from '../html/html.ts'
import type { Shape, WayState } from './picture.ts'
import { group } from './shapes.ts'
import { drawLines, heightOfLines, round, type SetLine, setLines } from './text-block.ts'

/** What may happen beside a step (旁注框): its name and how it counts. */
export interface SideContent {
  readonly name: string
  readonly lines: readonly string[]
}

const INSET = 10
const WAY = 30
const GAP = 10

/** A card with boxes at its right, joined by a way there and a way back: what may happen, after which it goes on as before. */
export function besideCard(card: Shape, contents: readonly SideContent[], side: number, state: WayState): Shape {
  if (contents.length === 0) return card
  const boxes = contents.map((content) => sideBox(content, side))
  const tall = boxes.reduce((sum, { height }) => sum + height, 0) + GAP * (boxes.length - 1)
  const height = Math.max(card.height, tall)
  return {
    width: card.width + WAY + side,
    height,
    port: card.port,
    draw: (x, y) => {
      const middle = x + card.port
      const rest =
        height > card.height
          ? group(
              'line',
              state,
              html`<path class="way" d="M${round(middle)} ${round(y + card.height)}V${round(y + height)}"/>`,
            )
          : null
      let top = y
      const drawn = boxes.map((box) => {
        const at = top
        top += box.height + GAP
        return [
          drawLoop(x + card.width, at + Math.min(box.height, card.height) / 2),
          box.draw(x + card.width + WAY, at),
        ]
      })
      return html`${rest}${card.draw(x, y)}${drawn}`
    },
  }
}

function sideBox({ name, lines }: SideContent, width: number): Shape {
  const inner = width - 2 * INSET
  const set: readonly SetLine[] = [
    ...setLines(name, 'frame', inner, 4),
    ...lines.flatMap((line) => setLines(line, 'soft', inner, 3)),
  ]
  const height = heightOfLines(set) + 2 * INSET - 4
  return {
    width,
    height,
    port: width / 2,
    draw: (x, y) =>
      group('side', 'plain', [
        html`<rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="6"/>`,
        drawLines(set, x + INSET, y + INSET - 2),
      ]),
  }
}

/** There and back. */
function drawLoop(x: number, y: number): Html {
  const [from, to, there, back] = [round(x), round(x + WAY), round(y - 7), round(y + 7)]
  return html`<path class="way loop" d="M${from} ${there}H${to - 6}M${to} ${back}H${from + 6}"/>
    <path class="head loop" d="M${to} ${there}l-8 -4v8zM${from} ${back}l8 -4v8z"/>`
}
