import type { CellPlace } from '../cell-finding.ts'
import type { Cell } from '../file/workbook.ts'
import { completeText } from '../layout/long-text.ts'

/** What a cell says, and where it stands (格子的内容). */
export interface CellText extends Required<CellPlace> {
  readonly text: string
  readonly kind: Cell['kind']
  readonly formula: boolean
  /** Which part of the cell it is, where several values are taken out of one. */
  readonly part?: string
}

/** Blanks and characters that nobody sees, at the ends of a line. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Variation_Selector}]+|[\s\p{Cc}\p{Cf}\p{Variation_Selector}]+$/gu

/** The cell with its lines trimmed, blank ones left out; undefined where nothing is left. */
export function cellText(
  cell: Cell | undefined,
  place: Required<CellPlace>,
  longTexts: ReadonlyMap<string, string>,
): CellText | undefined {
  if (cell === undefined) return undefined
  const text = linesOf(completeText(cell.text, longTexts)).join('\n')
  return text === '' ? undefined : { ...place, text, kind: cell.kind, formula: cell.formula === true }
}

/** The lines of a cell, without the blanks around them. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(UNSEEN, ''))
    .filter((line) => line !== '')
}

/** Several lines as one sentence: what ends with a mark needs no other. */
export function joinLines(text: string): string {
  return linesOf(text).reduce((joined, line) => {
    if (joined === '') return line
    return /[。；;，,、：:！!？?]$/.test(joined) ? joined + line : `${joined}；${line}`
  }, '')
}
