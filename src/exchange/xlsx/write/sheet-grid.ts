import { choicesOf } from '../layout/choices.ts'
import { constructOf } from '../layout/columns.ts'
import type { EntryRow } from '../layout/flatten.ts'
import {
  DECISION_SHEET,
  frontOf,
  headsOf,
  KIND,
  MATTER_SHEET,
  type SheetLayout,
  TABLE_HEADS,
  TABLE_ROW,
} from '../layout/sheets.ts'

/** A sheet as texts (表的内容), heads first, with what its columns offer. */
export interface Grid {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** How many columns from the left stay in view. */
  readonly fixed: number
  /** By column, from 1. */
  readonly choices: ReadonlyMap<number, readonly string[]>
}

/** A row with the label of its matter. */
export interface OwnedRow {
  readonly owner: string
  readonly row: EntryRow
}

/** Lays out the rows of one sheet (排成表). The hidden first column keeps the name under which a row was written. */
export function layOutSheet(layout: SheetLayout, rows: readonly OwnedRow[]): Grid {
  const isMatter = layout === MATTER_SHEET
  const kinds = layout.entries.length > 1
  const front = frontOf(layout)
  const heads = headsOf(layout)
  const choices = new Map<number, readonly string[]>()
  if (kinds)
    choices.set(
      front.indexOf(KIND) + 1,
      layout.entries.map((entry) => constructOf(entry).keyword),
    )
  for (const [index, column] of layout.columns.entries()) {
    const words = choicesOf(column)
    if (words !== undefined) choices.set(front.length + index + 1, words)
  }
  const lines = rows.map(({ owner, row }) => [
    isMatter ? owner : row.title,
    isMatter ? row.title : owner,
    ...(kinds ? [constructOf(row.construct).keyword] : []),
    ...(isMatter ? [] : [row.title]),
    ...layout.columns.map(({ construct }) => cellOf(row, construct)),
  ])
  const grid = { name: layout.name, fixed: front.length, choices }
  return layout === DECISION_SHEET
    ? { ...grid, rows: addTables(heads, lines, rows) }
    : { ...grid, rows: [heads, ...lines] }
}

/** An attribute of the row; those of several kinds of entries share a column, as 口径 does. */
function cellOf({ cells }: EntryRow, construct: string): string {
  const direct = cells.get(construct)
  if (direct !== undefined) return direct
  const keyword = constructOf(construct).keyword
  for (const [id, text] of cells) if (constructOf(id).keyword === keyword) return text
  return ''
}

/** Each 判定表 goes over several rows: the heads of its columns, then its rules. */
function addTables(
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  rows: readonly OwnedRow[],
): readonly (readonly string[])[] {
  const widest = Math.max(4, ...rows.map(({ row }) => row.table?.[0]?.length ?? 0))
  const columns = Array.from({ length: widest }, (_, index) => `列${index + 1}`)
  const written = rows.flatMap(({ row: { table = [] } }, index) => {
    const line = lines[index] ?? []
    const front = line.slice(0, 3)
    const blank = heads.slice(front.length).map(() => '')
    return table.map((cells, number) => [
      ...(number === 0 ? line : [...front, ...blank]),
      number === 0 ? TABLE_HEADS : String(number),
      ...cells,
    ])
  })
  return [[...heads, TABLE_ROW, ...columns], ...written]
}
