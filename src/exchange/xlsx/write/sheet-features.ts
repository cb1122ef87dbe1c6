import type { Feature } from 'write-excel-file/universal'
import { columnName } from '../file/workbook.ts'

/** What a sheet has beside its cells (表的功能). Columns are counted from 1. */
export interface SheetExtras {
  readonly hidden: readonly number[]
  /** The words that a column offers; others are let through, for a cell may hold several. */
  readonly choices: ReadonlyMap<number, readonly string[]>
  readonly columns: number
  /** The last row that has words to choose from. */
  readonly lastRow: number
  readonly filtered: boolean
}

const SHEET = 'xl/worksheets/sheet{id}.xml'

/** Longest list that a cell can offer. Unit: UTF-16 units. */
const LONGEST_LIST = 255

/**
 * Hidden columns, lists to choose from and the arrows to filter by, which the library that writes workbooks leaves to its
 * users (隐藏列、下拉选项、筛选). `extras` in the order of the sheets.
 */
export function sheetFeature(extras: readonly SheetExtras[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transformElementAttributes: (tag, attributes, index, _, { sheetIndex }) =>
            tag === 'col' && index !== undefined && extras[sheetIndex]?.hidden.includes(index + 1)
              ? { ...attributes, hidden: 1 }
              : attributes,
          transform: (xml, _, { sheetIndex }) => {
            const extra = extras[sheetIndex]
            // Their place among the parts of a sheet is fixed: behind the cells, the filter first.
            return extra === undefined
              ? xml
              : xml.replace('</sheetData>', () => `</sheetData>${filterOf(extra)}${listsOf(extra)}`)
          },
        },
      },
    },
  }
}

function filterOf({ filtered, columns, lastRow }: SheetExtras): string {
  return filtered ? `<autoFilter ref="A1:${columnName(columns)}${lastRow}"/>` : ''
}

function listsOf({ choices, lastRow }: SheetExtras): string {
  const lists = [...choices].filter(([, words]) => words.join(',').length <= LONGEST_LIST)
  if (lists.length === 0) return ''
  const written = lists.map(([column, words]) => {
    const name = columnName(column)
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${name}2:${name}${lastRow}">` +
      `<formula1>"${words.join(',')}"</formula1></dataValidation>`
    )
  })
  return `<dataValidations count="${lists.length}">${written.join('')}</dataValidations>`
}
