import type { Span } from '../base/span.ts'
import type { Attaching, OpenTable } from './attaching.ts'
import { addEntryRow, continuesHeads, findEntryHeads, readEntryHeads } from './entry-table.ts'
import { foldCode, foldKey, kindOf, LINE_END } from './fold.ts'
import { measureLines, wrapLikelihood } from './hard-wrap.ts'
import { keywordBefore } from './keyword-line.ts'
import { frameAt } from './open-nodes.ts'
import { edit, report } from './report.ts'
import { lastLineOfRow } from './row-lines.ts'
import { addUnreadTableLine, contextHere, flushRuns } from './runs.ts'
import { COMMENT_LINE, EMPTY_LINE, type Line, SEPARATOR_LINE, scanLine, TABLE_LINE } from './scan-lines.ts'
import { type Cell, isBar, isBlankCell, isRule, splitBars, splitTabs, type TableRow } from './table-row.ts'

/** Tables with more columns, and rows broken into more lines, are not read: no guide has such, only broken text does. */
const MOST_COLUMNS = 200
const MOST_PIECES = 20

/** Reads a line that begins with a bar (表行), with the lines that an editor made of it. */
export function readBarLine(state: Attaching): void {
  const { text, line } = state
  const pieces: Span[] = [{ start: line.head, end: line.end }]
  const { start } = line
  let row = splitBars(text, pieces)
  const columns = openTable(state)?.heads.length
  while ((!row.closed || row.cells.length < (columns ?? Number.POSITIVE_INFINITY)) && !isRule(text, row)) {
    const joined = joinNext(state, pieces, row, columns)
    if (joined === undefined) break
    row = joined
  }
  // The row stands where its first line begins: whoever shows or prints it wants all of it.
  line.start = start
  if (isRule(text, row)) seen(state, 'rule', [], 'bars')
  else takeRow(state, row, 'bars')
}

/** Reads a line with TABs in it where a table goes on or begins; false where it is no line of a table. */
export function readTabLine(state: Attaching): boolean {
  const { text, line } = state
  const last = lastLineOfRow(text, line)
  const end = rawEnd(text, last)
  if (!hasTab(text, line, end)) return false
  const table = openTable(state)
  const row = splitTabs(text, line.start, line.content, end, table?.heads.length)
  const goesOn = table?.style === 'tabs'
  if (!goesOn && findEntryHeads(state, row.cells) === undefined && valuesHost(state) === undefined) return false
  goOnTo(line, last)
  takeRow(state, row, 'tabs')
  return true
}

/** Where a line ends with the blanks at its end. */
function rawEnd(text: string, line: Line): number {
  let end = line.next
  while (end > line.end && kindOf(text.charCodeAt(end - 1)) === LINE_END) end--
  return end
}

function hasTab(text: string, line: Line, end: number): boolean {
  for (let at = line.tabbed ? line.start : line.content; at < end; at++) if (text.charCodeAt(at) === 0x09) return true
  return false
}

/** Lines that are never the tail of another. */
const STANDS_ALONE: ReadonlySet<number> = new Set([EMPTY_LINE, COMMENT_LINE, SEPARATOR_LINE])

/** A line of a table beyond which an editor went on in the next one; undefined where it plainly did not. */
function joinNext(state: Attaching, pieces: Span[], row: TableRow, columns: number | undefined): TableRow | undefined {
  const { text, line } = state
  const next = { ...line }
  if (pieces.length >= MOST_PIECES || !scanLine(text, next) || STANDS_ALONE.has(next.kind)) return undefined
  // However wide the row is, a keyword in front of a colon begins a line of its own.
  if (keywordBefore(text, next) !== undefined) return undefined
  // A line that ends with a bar and begins with none is no row of its own.
  const endsRow = next.kind !== TABLE_LINE && isBar(text.charCodeAt(next.end - 1))
  state.width ??= measureLines(text)
  const likelihood = wrapLikelihood(text, line.start, rawEnd(text, line), state.width)
  if (likelihood === 'no' || (likelihood === 'maybe' && columns === undefined && !endsRow)) return undefined
  const tail = { start: next.content, end: next.end }
  const joined = splitBars(text, [...pieces, tail])
  const added = joined.cells.length - row.cells.length
  // A row of its own has a bar before it and as many cells as the others; the tail of one has fewer, or no bar.
  if (next.kind === TABLE_LINE && (columns === undefined ? added >= row.cells.length : joined.cells.length > columns)) {
    return undefined
  }
  if (next.kind !== TABLE_LINE && row.closed && added === 0) return undefined
  const tailCells = joined.cells.slice(row.cells.length)
  if (columns === undefined && row.closed && next.kind === TABLE_LINE && !continuesHeads(state, row.cells, tailCells)) {
    return undefined
  }
  pieces.push(tail)
  line.start = next.start
  goOnTo(line, next)
  return joined
}

/** Takes the lines down to another into one. */
function goOnTo(line: Line, { end, next, number }: Line): void {
  line.end = end
  line.next = next
  line.number = number
}

function takeRow(state: Attaching, row: TableRow, style: OpenTable['style']): void {
  state.before.kind = 'none'
  const table = openTable(state)
  if (table !== undefined && repeatsHeads(state.text, row.cells, table.heads)) seen(state, 'heads', row.cells, style)
  else if (table === undefined || startsAnother(state, row.cells)) {
    startTable(state, row, style)
  } else if (row.cells.every(isBlankCell)) seen(state, 'row', row.cells, style)
  else addRow(state, table, row)
}

/** The table that a row here goes on with: nothing but attributes of its last entry may have come between. */
function openTable(state: Attaching): OpenTable | undefined {
  const { table, open } = state
  if (table === undefined || table.block !== open.block) return undefined
  const home = table.entry === undefined || table.entry.last < 0 ? table.place : table.entry.last
  let newest = table.block.nodes.length - 1
  if (newest === table.place) return table
  while (newest > home) newest = table.block.parents[newest] ?? -1
  return newest === home ? table : undefined
}

/** Spreadsheets and word processors repeat the heads on every page. */
function repeatsHeads(text: string, cells: readonly Cell[], heads: readonly Cell[]): boolean {
  return (
    cells.length >= heads.length &&
    heads.every((head, column) => {
      const cell = cells[column]
      return cell !== undefined && foldKey(text, cell.start, cell.end) === foldKey(text, head.start, head.end)
    })
  )
}

function startsAnother(state: Attaching, cells: readonly Cell[]): boolean {
  return cells.length > 1 && findEntryHeads(state, cells) !== undefined
}

/** True where some head begins with →: whatever the others are called, such a table is one of values. */
function givesValues(text: string, heads: readonly Cell[]): boolean {
  return heads.some(({ start }) => foldCode(text.charCodeAt(start)) === ARROW)
}

const ARROW = foldCode('→'.charCodeAt(0))

/** The place and depth of the nearest open node that takes a table of values and has none yet. */
function valuesHost({ open }: Attaching): { readonly place: number; readonly depth: number } | undefined {
  for (let depth = open.top; depth > 0; depth--) {
    const { row, place } = frameAt(open, depth)
    if (row.construct.table === undefined) continue
    return open.block?.tables.has(place) ? undefined : { place, depth }
  }
  return undefined
}

function startTable(state: Attaching, row: TableRow, style: OpenTable['style']): void {
  const { open } = state
  flushRuns(state, 'strays')
  const heads = withoutBlankEnd(row.cells)
  const fits =
    heads.length <= MOST_COLUMNS && (givesValues(state.text, heads) || findEntryHeads(state, heads) === undefined)
  const host = fits ? valuesHost(state) : undefined
  const block = open.block
  if (host !== undefined && block !== undefined) {
    open.top = host.depth
    block.tables.set(host.place, { heads, rows: [] })
    state.table = { style, block, place: host.place, depth: host.depth, heads, entry: undefined, rows: 0 }
    reportBlankHeads(state, heads)
  } else {
    const found = heads.length > MOST_COLUMNS ? undefined : readEntryHeads(state, heads)
    if (found === undefined) {
      state.table = undefined
      addUnreadTableLine(state, heads)
      return
    }
    flushRuns(state)
    const { block: home } = open
    if (home === undefined) return
    const { place } = frameAt(open, found.depth)
    state.table = { style, block: home, place, depth: found.depth, heads, entry: found.entry, rows: 0 }
    reportBlankHeads(state, heads)
  }
  flushRuns(state)
  reportOpenEnd(state, row, 0)
  seen(state, 'heads', row.cells, style)
}

function withoutBlankEnd(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex((cell) => !isBlankCell(cell))
  return cells.slice(0, last + 1)
}

function reportBlankHeads(state: Attaching, heads: readonly Cell[]): void {
  for (const [column, head] of heads.entries()) {
    if (!isBlankCell(head)) continue
    const before = heads[column - 1]
    const span = { start: before?.end ?? head.start, end: head.end }
    report(state.report, 'ZW1010', { column: column + 1 }, span, () => ({ context: contextHere(state) }))
  }
}

function addRow(state: Attaching, table: OpenTable, row: TableRow): void {
  const { open } = state
  flushRuns(state)
  table.rows++
  open.top = table.depth
  const excess = row.cells.slice(table.heads.length)
  const missing = table.style === 'bars' ? table.heads.length - row.cells.length : 0
  if (missing > 0 || excess.some((cell) => !isBlankCell(cell))) {
    const cells = excess.length === 0 ? row.cells.length : table.heads.length + withoutBlankEnd(excess).length
    const params = { row: table.rows, cells, heads: table.heads.length }
    const { start, end } = row
    report(state.report, 'ZW1007', params, { start, end }, () => ({ context: contextHere(state) }))
  } else reportOpenEnd(state, row, table.rows)
  const blank = { start: row.end, end: row.end }
  const cells = table.heads.map((_, column) => row.cells[column] ?? blank)
  if (table.entry === undefined) table.block.tables.get(table.place)?.rows.push(cells)
  else addEntryRow(state, table, table.entry, cells)
  seen(state, 'row', row.cells, table.style)
}

/** The last bar is missing (ZW1008). */
function reportOpenEnd(state: Attaching, row: TableRow, number: number): void {
  const last = row.cells.at(-1)
  if (row.closed || last === undefined) return
  const cell = state.text.slice(last.start, last.end)
  const bar = state.text.charAt(row.start)
  report(state.report, 'ZW1008', { row: number, cell }, last, () => ({
    context: contextHere(state),
    fixes: [
      {
        title: `在末尾加上“${bar}”`,
        applicability: 'auto',
        edits: [edit(state.report, last.end, last.end, ` ${bar}`)],
      },
    ],
  }))
}

function seen(
  state: Attaching,
  part: 'heads' | 'row' | 'rule',
  cells: readonly Cell[],
  style: OpenTable['style'],
): void {
  state.before.kind = 'none'
  const depth = state.table?.depth ?? state.open.top
  state.observe?.(state.line, { use: 'table', part, cells, style, depth })
}
