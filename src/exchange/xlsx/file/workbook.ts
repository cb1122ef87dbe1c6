/** What one cell says (格子). A number is an exact decimal, a date `YYYY-MM-DD`: what the sheet shows, not how it is stored. */
export interface Cell {
  readonly text: string
  /** `fault`: #N/A, #REF! and the like. */
  readonly kind: 'text' | 'number' | 'date' | 'truth' | 'fault'
  /** The value was worked out by a formula when the file was last saved. */
  readonly formula?: true
}

/** A row that has cells (行), by its number from 1; cells by their column from 1. */
export interface Row {
  readonly number: number
  readonly cells: ReadonlyMap<number, Cell>
}

/** One sheet of a workbook, or a table from a text file (工作表). */
export interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
  /** The value of the first cell of a merged range for the rows below it, by row and column: merged cells have only one. */
  readonly merged: ReadonlyMap<number, ReadonlyMap<number, Cell>>
}

/** The name of a cell as people know it (格子的名称): `材料!C7`. */
export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${columnName(column)}${row}`
}

/** The letters over a column (列名): 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** The row and column of an address like `C7`; undefined where it is none. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]), column }
}
