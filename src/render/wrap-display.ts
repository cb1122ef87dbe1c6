import { characterWidth } from '../diagnostics/display-width.ts'
import { breakLines } from './break-lines.ts'

/** Terminals are wide enough to end a line early behind a mark. */
const FILLED = 1 / 3

/** Breaks a text into lines for a terminal (按列折行); nothing of it is lost, not even blanks. Unit: columns. */
export function wrapDisplay(text: string, width: number): readonly string[] {
  return breakLines(text, { width, measure: characterWidth, filled: FILLED })
}
