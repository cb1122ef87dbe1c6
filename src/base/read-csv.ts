/** What parts the cells of a table that is kept as text. */
type Separator = ',' | ';' | '\t'

/** Cells, quoted or not, and what ends each. */
const CELLS: Readonly<Record<Separator, RegExp>> = {
  ',': /(?:"((?:[^"]|"")*)"|([^",\r\n]*))[^,\r\n]*(,|\r\n|\n|\r|$)/g,
  ';': /(?:"((?:[^"]|"")*)"|([^";\r\n]*))[^;\r\n]*(;|\r\n|\n|\r|$)/g,
  '\t': /(?:"((?:[^"]|"")*)"|([^"\t\r\n]*))[^\t\r\n]*(\t|\r\n|\n|\r|$)/g,
}

/** Reads CSV as spreadsheets write it (表格文件): quoted cells may hold commas, quotes and line ends; blank rows are left out. */
export function readCsv(text: string): readonly (readonly string[])[] {
  return readCsvRows(text, ',').filter((cells) => cells.some((cell) => cell !== ''))
}

/** Every row of a table that is kept as text, blank ones too, so that rows keep their numbers. */
export function readCsvRows(text: string, separator: Separator): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.replace(/^\ufeff/, '').matchAll(CELLS[separator])) {
    row.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim())
    if (end === separator) continue
    rows.push(row)
    row = []
  }
  return rows
}
