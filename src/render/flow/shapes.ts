import { type Content, type Html, html } from '../html/html.ts'
import type { Shape, WayState } from './picture.ts'
import { drawLines, heightOfLines, round, type SetLine, setLines, widthOfLines } from './text-block.ts'

/** Sizes of what is drawn (尺寸). Unit: CSS pixels. */
export interface Sizes {
  readonly card: number
  readonly side: number
  readonly tag: number
  readonly choice: number
}

/** The sizes for a page, and for a phone (宽、窄两种). */
export const SIZES: Readonly<Record<'wide' | 'narrow', Sizes>> = {
  wide: { card: 208, side: 188, tag: 168, choice: 132 },
  narrow: { card: 164, side: 144, tag: 136, choice: 104 },
}

const PILL = { x: 18, y: 8 }
const TAG = { x: 10, y: 4 }

/** Where the flow begins or ends: a box with round sides (起止). */
export function drawPill(kind: 'start' | 'end' | 'stop', lines: readonly SetLine[], state: WayState): Shape {
  const width = Math.ceil(widthOfLines(lines)) + 2 * PILL.x
  const height = heightOfLines(lines) + 2 * PILL.y
  return centred(width, height, (x, y) => {
    const box = html`<rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="${Math.min(18, height / 2)}"/>`
    return group(kind, state, [box, drawLines(lines, x + width / 2, y + PILL.y, 'middle')])
  })
}

/** A condition, or what else is said of a line: it stands on the line (线上的字). */
export function drawTag(kind: 'when' | 'feed' | 'else', text: string, most: number, state: WayState): Shape {
  const lines = setLines(text, 'soft', most - 2 * TAG.x, 8)
  const width = Math.ceil(widthOfLines(lines)) + 2 * TAG.x
  const height = heightOfLines(lines) + 2 * TAG.y
  return centred(width, height, (x, y) => {
    const box = html`<rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="${kind === 'feed' ? 2 : 12}"/>`
    return group(`tag ${kind}`, state, [box, drawLines(lines, x + width / 2, y + TAG.y, 'middle')])
  })
}

/** 分流 as a diamond, wide enough for its name between the slanting sides. */
export function drawDiamond(text: string, most: number, state: WayState, id: number): Shape {
  const lines = setLines(text, 'choice', most, 5)
  const inner = Math.ceil(widthOfLines(lines)) + 8
  const tall = heightOfLines(lines)
  const height = Math.max(56, tall * 2)
  // A box of w × h fits into a diamond of W × H where w/W + h/H is 1 at most.
  const width = Math.ceil(inner / (1 - tall / height))
  return centred(width, height, (x, y) => {
    const [left, top] = [round(x), round(y)]
    const path = `M${left} ${round(y + height / 2)}l${width / 2} ${-height / 2}l${width / 2} ${height / 2}l${-width / 2} ${height / 2}z`
    const body = [
      html`<path class="box" d="${path}"/>`,
      drawLines(lines, left + width / 2, top + (height - tall) / 2, 'middle'),
    ]
    return group('choice', state, body, id)
  })
}

/** Where lines part or meet that all of them are gone (同时办理): a bar with the words between two strokes. */
export function drawBar(kind: 'fork' | 'join', text: string, state: WayState): Shape {
  const lines = setLines(text, 'soft', 200)
  const width = Math.ceil(widthOfLines(lines)) + 40
  const height = heightOfLines(lines) + 6
  return centred(width, height, (x, y) => {
    const [left, right] = [round(x), round(x + width)]
    const strokes = [y, y + height].map((at) => `M${left} ${round(at)}H${right}`).join('')
    const box = html`<rect class="box" x="${left}" y="${round(y)}" width="${width}" height="${height}"/><path class="stroke" d="${strokes}"/>`
    return group(`bar ${kind}`, state, [box, drawLines(lines, x + width / 2, y + 3, 'middle')])
  })
}

/** One box with its text, as the test of the drawing and the style find it. */
export function group(kind: string, state: WayState, body: Content, node?: number): Html {
  const shown = state === 'plain' ? kind : `${kind} ${state}`
  return html`<g class="${shown}"${node === undefined ? null : html` data-node="${node}"`}>${body}</g>`
}

function centred(width: number, height: number, draw: Shape['draw']): Shape {
  return { width, height, port: width / 2, draw }
}
