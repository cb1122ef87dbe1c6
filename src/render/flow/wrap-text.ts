import { breakLines } from '../break-lines.ts'
import { textWidth } from './text-width.ts'

/** How a text is set: its size, and whether it is bold. */
export interface TextSetting {
  /** Unit: CSS pixels. */
  readonly size: number
  readonly bold?: boolean
}

/** Boxes are narrow: a line that ends early behind a mark still fills most of them. */
const FILLED = 2 / 3

/** Breaks a text into lines for a drawing (按宽折行), without blanks at their ends. Unit: CSS pixels. */
export function wrapText(text: string, width: number, { size, bold = false }: TextSetting): readonly string[] {
  const measure = (character: string) => textWidth(character, size, bold)
  return breakLines(text, { width, measure, filled: FILLED })
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The same, in at most so many lines; what is left out is an ellipsis at the end. */
export function wrapAtMost(text: string, width: number, setting: TextSetting, most: number): readonly string[] {
  const lines = wrapText(text, width, setting)
  if (lines.length <= most) return lines
  const last = [...(lines[most - 1] ?? '')]
  const fits = () => textWidth(`${last.join('')}…`, setting.size, setting.bold) <= width
  while (last.length > 1 && !fits()) last.pop()
  return [...lines.slice(0, most - 1), `${last.join('')}…`]
}
