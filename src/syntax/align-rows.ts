/** Cells wider than this push no others aside: a sentence in one row would leave the rest of the table empty. */
const WIDEST_PADDED = 40

/** Writes the rows of a table so that their bars stand below each other (对齐), counting 2 columns for a Chinese character. */
export function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      const width = columns(cell)
      if (width <= WIDEST_PADDED) widths[column] = Math.max(widths[column] ?? 0, width)
    }
  }
  return rows.map((cells) => {
    const padded = cells.map((cell, column) => {
      const missing = (widths[column] ?? 0) - columns(cell)
      return missing > 0 ? cell + ' '.repeat(missing) : cell
    })
    return `｜ ${padded.join(' ｜ ')} ｜`
  })
}

/** Columns of a text as terminals and most editors draw it: 2 for Chinese and full-width characters; “”, — and → count 1. */
function columns(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u2e80' || (character > '\uff60' && character < '\uffe0') ? 1 : 2
  return width
}
