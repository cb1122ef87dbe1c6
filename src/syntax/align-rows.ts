import { displayWidth } from '../diagnostics/display-width.ts'

/** Cells wider than this push no others aside: a sentence in one row would leave the rest of the table empty. */
const WIDEST_PADDED = 40

/** Writes the rows of a table so that their bars stand below each other (对齐), counting columns as terminals draw them. */
export function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      const width = displayWidth(cell)
      if (width <= WIDEST_PADDED) widths[column] = Math.max(widths[column] ?? 0, width)
    }
  }
  return rows.map((cells) => {
    const padded = cells.map((cell, column) => {
      const missing = (widths[column] ?? 0) - displayWidth(cell)
      return missing > 0 ? cell + ' '.repeat(missing) : cell
    })
    return `｜ ${padded.join(' ｜ ')} ｜`
  })
}
