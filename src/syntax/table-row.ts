import type { Span } from '../base/span.ts'
import { BLANK, foldCode, INVISIBLE, kindOf } from './fold.ts'
import { skipDecoration } from './line-head.ts'
import { quotedCell } from './quoted-cell.ts'

/** One cell of a table line (格): what stands between two bars or TABs, without the blanks around it. */
export interface Cell {
  readonly start: number
  readonly end: number
  /** The stretches of a cell that an editor broke in two. */
  readonly pieces?: readonly Span[]
}

/** A table line in cells (表行). */
export interface TableRow {
  readonly cells: readonly Cell[]
  /** Where the line begins and ends, without blanks. */
  readonly start: number
  readonly end: number
  /** False for a line between bars whose last bar is missing: what stands behind the last one is its last cell. */
  readonly closed: boolean
}

/** ｜ in any width, and the lines that programs draw tables with. */
export function isBar(code: number): boolean {
  return code === 0x7c || code === 0xff5c || code === 0x2502 || code === 0x2503 || code === 0xffe8
}

const TAB = 0x09

/** Splits a line that begins with a bar; `pieces` are several where an editor broke the line. Linear in its length. */
export function splitBars(text: string, pieces: readonly Span[]): TableRow {
  const cells: Cell[] = []
  let inside: Span[] = []
  let started = false
  for (const piece of pieces) {
    let from = piece.start
    for (let at = piece.start; at < piece.end; at++) {
      if (!isBar(text.charCodeAt(at))) continue
      if (at > from) inside.push({ start: from, end: at })
      if (started) cells.push(cellOf(text, inside, at))
      started = true
      inside = []
      from = at + 1
    }
    if (piece.end > from) inside.push({ start: from, end: piece.end })
  }
  const end = pieces.at(-1)?.end ?? 0
  const last = cellOf(text, inside, end)
  const closed = isBlankCell(last) || isEndMark(text, last)
  if (!closed) cells.push(last)
  return { cells, start: pieces[0]?.start ?? 0, end, closed }
}

/**
 * Splits a line at its TABs, as spreadsheets and word processors copy them. `from` is where the line begins: TABs there
 * may be blank cells or mere indentation, which the number of columns tells apart.
 */
export function splitTabs(
  text: string,
  from: number,
  content: number,
  end: number,
  columns: number | undefined,
): TableRow {
  const cells: Cell[] = []
  for (let start = content; start <= end; ) {
    const quoted = quotedCell(text, start, end)
    let at = quoted?.end ?? start
    while (at < end && text.charCodeAt(at) !== TAB) at++
    const cell = cellOf(text, quoted?.pieces ?? [{ start, end: at }], at)
    cells.push(start === content && quoted === undefined ? withoutNumber(text, cell) : cell)
    start = at + 1
  }
  const last = cells.at(-1)
  if (last !== undefined && isEndMark(text, last)) cells.splice(-1, 1, { start: last.end, end: last.end })
  let leading = 0
  for (let at = from; at < content; at++) if (text.charCodeAt(at) === TAB) leading++
  if (columns !== undefined && cells.length < columns && cells.length + leading <= columns) {
    const blank = { start: content, end: content }
    cells.unshift(...Array.from({ length: leading }, () => blank))
  }
  return { cells, start: content, end, closed: true }
}

/** The first cell of a row copied with TABs stands at the head of a line, where editors put numbers. */
function withoutNumber(text: string, { start, end }: Cell): Cell {
  return { start: skipDecoration(text, start, end), end }
}

/** A cell without blanks around it; an empty one stands where it ends. */
function cellOf(text: string, pieces: readonly Span[], at: number): Cell {
  const kept: Span[] = []
  for (const piece of pieces) {
    let { start, end } = piece
    while (start < end && isTrimmed(text.charCodeAt(start))) start++
    while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--
    if (start < end) kept.push({ start, end })
  }
  const first = kept[0]
  const last = kept.at(-1)
  if (first === undefined || last === undefined) return { start: at, end: at }
  return kept.length === 1 ? first : { start: first.start, end: last.end, pieces: kept }
}

function isTrimmed(code: number): boolean {
  const kind = kindOf(code)
  return kind === BLANK || kind === INVISIBLE
}

export function isBlankCell({ start, end }: Cell): boolean {
  return start === end
}

/** True for a cell that holds nothing but dashes or a slash, as people write where there is nothing to say (—). */
export function isDashCell(text: string, { start, end }: Cell): boolean {
  if (start === end) return false
  for (let at = start; at < end; at++) {
    const folded = foldCode(text.charCodeAt(at))
    if (folded !== 0x2d && folded !== 0x2f) return false
  }
  return true
}

/** + : 。 ； beside the dashes of a line that draws the grid. */
const GRID_MARKS = new Set([0x2b, 0x3a, 0x3002, 0x3b])

/** True for a line that only draws the grid: |---|:---:|, ├──┼──┤. */
export function isRule(text: string, { cells, start, end }: TableRow): boolean {
  const drawn = isGridCode(text.charCodeAt(start))
  let dashes = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    if (folded === 0x2d || folded === 0x3d || isGridCode(code)) dashes++
    else if (!GRID_MARKS.has(folded) && !isBar(code) && !isTrimmed(code)) return false
  }
  return drawn || (dashes > 0 && dashes >= cells.length)
}

/** Corners, crossings and lines of drawn tables, other than the upright line. */
export function isGridCode(code: number): boolean {
  return code > 0x2503 && code < 0x2580
}

/** 。 or ； behind the last bar. */
function isEndMark(text: string, { start, end }: Cell): boolean {
  if (end - start !== 1) return false
  const folded = foldCode(text.charCodeAt(start))
  return folded === 0x3002 || folded === 0x3b
}
