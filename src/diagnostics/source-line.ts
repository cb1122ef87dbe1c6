import type { Span } from '../base/span.ts'
import { characterWidth, displayWidth } from './display-width.ts'
import { showUnsafe } from './printable.ts'

/** One line of source made fit for a terminal, with the columns that a stretch of it takes there. */
export interface SourceLine {
  readonly text: string
  /** Columns of a span of the source. Unit: terminal columns from 0; `width` is at least 1. */
  readonly columns: (span: Span) => { readonly start: number; readonly width: number }
}

const TAB_WIDTH = 4

/** Longest line shown whole, and how much is shown before the place that matters when it is cut. Unit: columns. */
const LINE_WIDTH = 100
const LEAD_WIDTH = 24

/** How far from the place that matters a very long line is looked at. Unit: UTF-16 code units. */
const REACH = 400

/**
 * Prepares the line `bounds` of `text` around `focus`: tabs become blanks, characters that show nothing become visible
 * (`<U+200B>`), control characters become pictures so that no file can steer the terminal, and long lines are cut.
 */
export function showSourceLine(text: string, bounds: Span, focus: Span): SourceLine {
  const from = Math.max(bounds.start, focus.start - REACH)
  const to = Math.min(bounds.end, focus.start + REACH)
  const cells = toCells(text.slice(from, to), from)
  const total = cells.reduce((sum, cell) => sum + cell.width, 0)
  const cutLeft = from > bounds.start
  if (!cutLeft && to === bounds.end && total <= LINE_WIDTH) return assemble(cells, '', '')
  const focusCell = Math.max(
    0,
    cells.findIndex((cell) => cell.offset + cell.length > focus.start),
  )
  const first = cutLeft || columnOf(cells, focusCell) > LINE_WIDTH - LEAD_WIDTH ? stepBack(cells, focusCell) : 0
  let last = first
  for (let width = 0; last < cells.length && width + (cells[last]?.width ?? 0) <= LINE_WIDTH; last++) {
    width += cells[last]?.width ?? 0
  }
  const shown = cells.slice(first, last)
  return assemble(shown, first > 0 || cutLeft ? '…' : '', last < cells.length || to < bounds.end ? '…' : '')
}

interface Cell {
  readonly offset: number
  readonly length: number
  readonly text: string
  readonly width: number
}

function toCells(text: string, base: number): readonly Cell[] {
  const cells: Cell[] = []
  let offset = base
  let column = 0
  for (const character of text) {
    const shown = showCharacter(character, column)
    const width = displayWidth(shown)
    cells.push({ offset, length: character.length, text: shown, width })
    offset += character.length
    column += width
  }
  return cells
}

function showCharacter(character: string, column: number): string {
  if (character === '\t') return ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH))
  if (/^\p{Cs}$/u.test(character)) return '\ufffd'
  if (/^[\p{Cf}\p{Cc}]$/u.test(character)) return showUnsafe(character)
  return characterWidth(character) === 0 ? `◌${character}` : character
}

function columnOf(cells: readonly Cell[], index: number): number {
  return cells.slice(0, index).reduce((sum, cell) => sum + cell.width, 0)
}

function stepBack(cells: readonly Cell[], index: number): number {
  let first = index
  for (let lead = 0; first > 0 && lead < LEAD_WIDTH; first--) lead += cells[first - 1]?.width ?? 0
  return first
}

function assemble(cells: readonly Cell[], before: string, after: string): SourceLine {
  return {
    text: before + cells.map((cell) => cell.text).join('') + after,
    columns: (span) => {
      let start = before.length
      let width = 0
      for (const cell of cells) {
        if (cell.offset + cell.length <= span.start) start += cell.width
        else if (cell.offset < span.end) width += cell.width
      }
      return { start, width: Math.max(1, width) }
    },
  }
}
