import { alignRows } from './align-rows.ts'
import { isRule, splitBars } from './table-row.ts'

/** A line of a table before its rows are aligned (表行). */
export interface TableLine {
  readonly part: 'heads' | 'row' | 'rule'
  readonly style: 'bars' | 'tabs'
  readonly cells: readonly string[]
  /** The line as it stands in the text, with the blanks around it. */
  readonly written: string
}

/** A row as it will be written. */
interface WrittenRow {
  /** None for a bar without any cell, which stays. */
  readonly text: string | undefined
  /** True for a line that is written as it was, with its own indentation. */
  readonly isWhole: boolean
  /** True where it has fewer cells than there are heads. */
  readonly lacksCells: boolean
}

/** One table: its lines by their places among all lines. */
interface Table {
  readonly lines: { readonly place: number; readonly line: TableLine }[]
  readonly heads: readonly string[]
}

/**
 * Writes the rows of each table anew (表格排版): with bars, though they had TABs. A table whose cells hold bars themselves
 * keeps its TABs. Blank lines may stand between rows that are aligned with each other.
 */
export function layOutTables(lines: readonly (TableLine | 'blank' | 'other')[]): ReadonlyMap<number, WrittenRow> {
  const written = new Map<number, WrittenRow>()
  for (const table of tablesIn(lines)) {
    const columns = table.heads.findLastIndex((head) => head !== '') + 1
    const rows = table.lines.filter(({ line }) => line.part !== 'rule')
    if (rows.some(({ line }) => line.style === 'tabs' && !isDrawable(padded(line, columns)))) {
      for (const { place, line } of table.lines) {
        written.set(place, { text: line.written, isWhole: true, lacksCells: false })
      }
      continue
    }
    for (const run of runsOf(rows, lines)) {
      const texts = alignRows(run.map(({ line }) => padded(line, columns)))
      for (const [index, { place, line }] of run.entries()) {
        const lacksCells = padded(line, columns).length < columns
        const text = line.cells.length === 0 ? undefined : texts[index]
        written.set(place, { text, isWhole: false, lacksCells })
      }
    }
  }
  return written
}

/** A table goes on until other heads stand in a line. */
function tablesIn(lines: readonly (TableLine | 'blank' | 'other')[]): readonly Table[] {
  const tables: Table[] = []
  for (const [place, line] of lines.entries()) {
    if (typeof line === 'string') continue
    const last = tables.at(-1)
    if (last !== undefined && (line.part !== 'heads' || line.cells.join('\t') === last.heads.join('\t'))) {
      last.lines.push({ place, line })
    } else {
      tables.push({ lines: [{ place, line }], heads: line.part === 'heads' ? line.cells : [] })
    }
  }
  return tables
}

/** Rows with nothing between them but blank lines and lines that draw the grid. */
function runsOf(rows: Table['lines'], lines: readonly (TableLine | 'blank' | 'other')[]): readonly Table['lines'][] {
  const runs: Table['lines'][] = []
  let end = -1
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && lines.slice(end + 1, row.place).every(isNothing)) last.push(row)
    else runs.push([row])
    end = row.place
  }
  return runs
}

function isNothing(line: TableLine | 'blank' | 'other'): boolean {
  return line === 'blank' || (line !== 'other' && line.part === 'rule')
}

/** Blank cells at the end of a row with TABs get lost on the way; between bars they must stand. */
function padded({ style, cells }: TableLine, columns: number): readonly string[] {
  const missing = style === 'tabs' ? columns - cells.length : 0
  return missing > 0 ? [...cells, ...Array.from({ length: missing }, () => '')] : cells
}

/** True when a row is read as the same cells when it is written with bars. */
function isDrawable(cells: readonly string[]): boolean {
  const [text = ''] = alignRows([cells])
  const row = splitBars(text, [{ start: 0, end: text.length }])
  return !isRule(text, row) && row.cells.length === cells.length
}
