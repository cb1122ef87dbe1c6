import type { Severity } from '../../diagnostics/severity.ts'
import { cellName, columnName } from './file/workbook.ts'

/** Where something stands in a workbook (位置). A row or column that is left out means the whole sheet. */
export interface CellPlace {
  readonly sheet: string
  /** From 1, as the program that shows it counts. */
  readonly row?: number
  /** From 1. */
  readonly column?: number
}

/** What is wrong with a cell, a row or a sheet, and what to do about it (表格里的问题). */
export interface CellFinding extends CellPlace {
  readonly severity: Severity
  /** `材料!C7`, `材料!7`, `材料`. */
  readonly place: string
  readonly message: string
  readonly help?: string
  /** The diagnostic of the language that it rests on, as ZW5006. */
  readonly code?: string
  /** Where the text went that could not be structured: nothing is dropped. */
  readonly kept?: 'note' | 'manual'
}

/** A finding about a place. */
export function cellFinding(
  place: CellPlace,
  severity: Severity,
  message: string,
  more: Pick<CellFinding, 'help' | 'code' | 'kept'> = {},
): CellFinding {
  return { ...place, severity, place: placeName(place), message, ...more }
}

/** Findings in the order in which people go through a workbook (按格子排): sheet by sheet, row by row; what is about all first. */
export function inCellOrder(findings: readonly CellFinding[], sheets: readonly string[]): readonly CellFinding[] {
  const order = new Map(sheets.map((sheet, index) => [sheet, index]))
  const place = ({ sheet }: CellFinding) => (sheet === '' ? -1 : (order.get(sheet) ?? sheets.length))
  return findings.toSorted(
    (a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}

/** How people call a place: `材料!C7`. */
function placeName({ sheet, row, column }: CellPlace): string {
  // A text file has one table without a name.
  if (sheet === '') return row === undefined ? '' : column === undefined ? `第${row}行` : `${columnName(column)}${row}`
  if (row === undefined) return column === undefined ? sheet : `${sheet}!${columnName(column)}`
  return column === undefined ? `${sheet}!${row}` : cellName(sheet, row, column)
}

/** One line about a finding (一句话). */
export function printFinding({ place, message, help }: CellFinding): string {
  return `${place === '' ? '' : `${place}：`}${message}${help === undefined ? '' : `（${help}）`}`
}
