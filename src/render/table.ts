import { displayWidth, truncateDisplay } from '../diagnostics/display-width.ts'

/** One column of a table for terminals (列). */
export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
  /** The column that gives way when the table is too wide; at most one. */
  readonly shrinks?: true
  /** Stands close to the column before it. */
  readonly tight?: true
}

/** A cell: what it shows, and how it is coloured. */
export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

/** Narrowest that the shrinking column gets. Unit: columns. */
const NARROWEST = 12

/** The lines of a table: head, rule, rows, aligned by display width and no wider than `width` where that can be. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly string[] {
  const gaps = columns.map(({ tight }, i) => (i === 0 ? 0 : tight ? 1 : 2))
  const natural = columns.map(({ head }, i) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[i]?.text ?? '')), displayWidth(head)),
  )
  const excess = Math.max(0, sum(natural) + sum(gaps) - width)
  const widths = natural.map((own, i) => (columns[i]?.shrinks ? Math.max(Math.min(own, NARROWEST), own - excess) : own))
  const renderRow = (cells: readonly Cell[]) =>
    columns
      .map(({ align }, i) => ' '.repeat(gaps[i] ?? 0) + renderCell(cells[i], widths[i] ?? 0, align))
      .join('')
      .trimEnd()
  const head = columns.map((column) => ({ text: column.head }))
  return [renderRow(head), '─'.repeat(sum(widths) + sum(gaps)), ...rows.map(renderRow)]
}

/** Colours the text alone: coloured blanks at the end of a line could not be trimmed. */
function renderCell(cell: Cell | undefined, width: number, align: Column['align']): string {
  const text = truncateDisplay(cell?.text ?? '', width)
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  const painted = cell?.paint === undefined ? text : cell.paint(text)
  return align === 'left' ? painted + blanks : blanks + painted
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
