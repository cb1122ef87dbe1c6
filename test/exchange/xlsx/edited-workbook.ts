import { type CellObject, read, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'

/** A workbook in the hands of somebody with another program (改过的工作簿). */
export interface EditedWorkbook {
  readonly book: WorkBook
  /** The rows of a sheet; changing them changes the sheet. */
  readonly sheet: (name: string) => WorkSheet
  /** Sets a cell, by the name of its column in the first row. */
  readonly set: (sheet: string, row: number, head: string, value: CellObject | string | undefined) => void
  /** Adds a row below the others. */
  readonly add: (sheet: string, row: Readonly<Record<string, string>>) => void
  readonly save: () => Uint8Array
}

/** Opens a workbook with SheetJS, which knows nothing of matters. */
export function editWorkbook(bytes: Uint8Array): EditedWorkbook {
  const book = read(bytes, { cellStyles: true })
  const sheet = (name: string): WorkSheet => {
    const found = book.Sheets[name]
    if (found === undefined) throw new Error(`no sheet ${name}`)
    return found
  }
  const headsOf = (name: string) => utils.sheet_to_json<string[]>(sheet(name), { header: 1 })[0] ?? []
  const set: EditedWorkbook['set'] = (name, row, head, value) => {
    const c = headsOf(name).indexOf(head)
    if (c < 0) throw new Error(`no column ${head} in ${name}`)
    const address = utils.encode_cell({ r: row - 1, c })
    const cell: CellObject | undefined = typeof value === 'string' ? { t: 's', v: value } : value
    if (cell === undefined) delete sheet(name)[address]
    else sheet(name)[address] = cell
    const range = utils.decode_range(sheet(name)['!ref'] ?? 'A1')
    const end = { r: Math.max(range.e.r, row - 1), c: Math.max(range.e.c, c) }
    sheet(name)['!ref'] = utils.encode_range({ s: range.s, e: end })
  }
  return {
    book,
    sheet,
    set,
    add: (name, row) => {
      const next = utils.decode_range(sheet(name)['!ref'] ?? 'A1').e.r + 2
      for (const [head, value] of Object.entries(row)) set(name, next, head, value)
    },
    save: () => new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true })),
  }
}
