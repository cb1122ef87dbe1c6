import type { Cell, Sheet } from 'write-excel-file/universal'
import { displayWidth } from '../../../diagnostics/display-width.ts'
import type { Matter } from '../../../model/matter.ts'
import { flattenMatter } from '../layout/flatten.ts'
import { collectLongTexts, LONG_TEXT_SHEET, type LongTexts } from '../layout/long-text.ts'
import { ROW_CODE, SHEETS, type SheetLayout } from '../layout/sheets.ts'
import { guideSheet } from './guide-sheet.ts'
import { labelMatters } from './label-matters.ts'
import { type SheetExtras, sheetFeature } from './sheet-features.ts'
import { type Grid, layOutSheet, type OwnedRow } from './sheet-grid.ts'

/**
 * Writes matters as one workbook (导出Excel): a sheet each for 事项, 材料, 环节 …, whose heads are the keywords and whose cells
 * are the values of the language. {@link readXlsx} reads the same matters again. Needs the package `write-excel-file`.
 */
export async function writeXlsx(matters: readonly Matter[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const long = collectLongTexts()
  const grids = [guideSheet(), ...layOutMatters(matters)].map((grid) => shortened(grid, long))
  if (long.rows.length > 0) {
    grids.push({ name: LONG_TEXT_SHEET, fixed: 0, choices: new Map(), rows: [['编号', '内容'], ...long.rows] })
  }
  const features = [sheetFeature(grids.map(extrasOf))]
  const blob = await writeExcelFile(grids.map(sheetOf), {
    features,
    fontFamily: 'Microsoft YaHei',
    fontSize: 10,
  }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function layOutMatters(matters: readonly Matter[]): readonly Grid[] {
  const labels = labelMatters(matters)
  const rows = new Map<SheetLayout, OwnedRow[]>(SHEETS.map((sheet) => [sheet, []]))
  for (const [index, matter] of matters.entries()) {
    for (const row of flattenMatter(matter)) rows.get(row.sheet)?.push({ owner: labels[index] ?? matter.name, row })
  }
  return SHEETS.map((sheet) => layOutSheet(sheet, rows.get(sheet) ?? []))
}

function shortened(grid: Grid, long: LongTexts): Grid {
  return { ...grid, rows: grid.rows.map((cells) => cells.map((text) => long.shorten(text))) }
}

/** Rows below the last one that offer words to choose from too. */
const SPARE_ROWS = 500

function extrasOf({ rows, choices }: Grid): SheetExtras {
  const [heads = []] = rows
  const isData = heads[0] === ROW_CODE
  return {
    hidden: isData ? [1] : [],
    choices,
    columns: Math.max(...rows.map((cells) => cells.length)),
    lastRow: rows.length + SPARE_ROWS,
    filtered: isData,
  }
}

const HEAD_STYLE = { fontWeight: 'bold', backgroundColor: '#dfe8f3', wrap: true, alignVertical: 'center' } as const
const STYLE = { wrap: true, alignVertical: 'top' } as const

function sheetOf({ name, rows, fixed }: Grid): Sheet<Blob> {
  const data = rows.map((cells, row): Cell[] =>
    cells.map((text) =>
      text === '' ? null : { value: escapeText(text), type: String, ...(row === 0 ? HEAD_STYLE : STYLE) },
    ),
  )
  const columns = widthsOf(rows).map((width) => ({ width }))
  return { sheet: name, data, columns, stickyRowsCount: 1, ...(fixed > 0 && { stickyColumnsCount: fixed }) }
}

/** Characters that XML cannot hold, and text that looks like one of them written out, which would be taken for it. */
function escapeText(text: string): string {
  return text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
}

const NARROWEST = 8
const WIDEST = 46
/** Most rows that a width is found by: those further down will not differ. */
const MEASURED_ROWS = 500

/** Unit: characters of a column's width, of which a Chinese one takes two. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = []
  for (const cells of rows.slice(0, MEASURED_ROWS)) {
    for (const [column, text] of cells.entries()) {
      const longest = Math.max(...text.split('\n').map((line) => displayWidth(line.slice(0, WIDEST))))
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, longest + 2))
    }
  }
  return widths
}
