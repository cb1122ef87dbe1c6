import { type Html, html } from '../html/html.ts'
import { textWidth } from './text-width.ts'
import { type TextSetting, wrapAtMost } from './wrap-text.ts'

/** The kinds of text in a picture (字样), each a class of the style of the same name. */
export const TEXTS = {
  title: { size: 20, line: 28, bold: true },
  name: { size: 15, line: 21, bold: true },
  choice: { size: 14, line: 19, bold: true },
  frame: { size: 13, line: 18, bold: true },
  time: { size: 13, line: 19, bold: true },
  plain: { size: 13, line: 19, bold: false },
  soft: { size: 12, line: 17, bold: false },
  chip: { size: 11, line: 16, bold: false },
} as const satisfies Readonly<Record<string, TextSetting & { readonly line: number }>>

/** One of the kinds of text. */
export type TextKind = keyof typeof TEXTS

/** A line of text that is measured. */
export interface SetLine {
  readonly text: string
  readonly kind: TextKind
}

/** Wraps a text of one kind. */
export function setLines(text: string, kind: TextKind, width: number, most = 12): readonly SetLine[] {
  return wrapAtMost(text, width, TEXTS[kind], most).map((line) => ({ text: line, kind }))
}

/** How wide the widest line is. */
export function widthOfLines(lines: readonly SetLine[]): number {
  return Math.max(0, ...lines.map(({ text, kind }) => textWidth(text, TEXTS[kind].size, TEXTS[kind].bold)))
}

/** How high the lines are, one under the other. */
export function heightOfLines(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { kind }) => sum + TEXTS[kind].line, 0)
}

/** Draws lines one under the other, the first one's top at `y`. */
export function drawLines(
  lines: readonly SetLine[],
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end' = 'start',
): readonly Html[] {
  let top = y
  return lines.map(({ text, kind }) => {
    const { line, size } = TEXTS[kind]
    // The baseline of Chinese type lies about 0.88 of its size under its top.
    const baseline = round(top + (line - size) / 2 + size * 0.88)
    top += line
    const anchored = anchor === 'start' ? null : html` text-anchor="${anchor}"`
    return html`<text class="t-${kind}" x="${round(x)}" y="${baseline}"${anchored}>${text}</text>`
  })
}

/** A coordinate to a tenth, so that the same picture has the same bytes everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
