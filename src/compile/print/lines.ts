import type { Origin } from '../../base/source-file.ts'
import { alignRows } from '../../syntax/align-rows.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'

/** One keyword line to be written (关键字行), with the lines that belong to it; or one row of a table. */
export interface PrintedLine {
  readonly construct: string
  /** Empty for a row of a table. */
  readonly keyword: string
  /** Empty for the title of a section. */
  readonly value: string
  readonly under: readonly PrintedLine[]
  /** Where the part that it prints stands, for the first line of a part. */
  readonly origin?: Origin
}

const KEYWORDS: ReadonlyMap<string, string> = new Map(CONSTRUCTS.map(({ id, keyword }) => [id, keyword]))

/** A line of a construct under its official keyword. */
export function line(construct: string, value: string, under: readonly PrintedLine[] = []): PrintedLine {
  const keyword = KEYWORDS.get(construct)
  if (keyword === undefined) throw new TypeError(`the keyword table has no construct ${construct}`)
  return { construct, keyword, value, under }
}

/** The rows of a table (表行), their bars below each other. One that says nothing has ／ in its cells: dashes alone would draw a line. */
export function tableRows(construct: string, rows: readonly (readonly string[])[]): readonly PrintedLine[] {
  const written = rows.map((cells) => (cells.every((cell) => cell === NOTHING) ? cells.map(() => '／') : cells))
  return alignRows(written).map((value) => ({ construct, keyword: '', value, under: [] }))
}

/** What a cell holds that says nothing. */
export const NOTHING = '—'

/** A line as it is written, without its indentation. */
export function textOfLine({ keyword, value }: PrintedLine): string {
  return keyword === '' ? value : `${keyword}：${value}`
}

/** The lines of a part with the place where it stands. */
export function placed(printed: PrintedLine, { origin }: { readonly origin?: Origin }): PrintedLine {
  return origin === undefined ? printed : { ...printed, origin }
}

/** The line of an attribute; none where the model leaves it out. */
export function lineIfGiven(construct: string, value: string | undefined): readonly PrintedLine[] {
  return value === undefined ? [] : [line(construct, value)]
}

/** The title of a section with its entries; none where it would be empty. */
export function section(construct: string, entries: readonly PrintedLine[]): readonly PrintedLine[] {
  return entries.length === 0 ? [] : [line(construct, '', entries)]
}

/** The words of a list with 、 between them, on one line; none where it is empty. */
export function listIfAny(construct: string, words: readonly string[]): readonly PrintedLine[] {
  return words.length === 0 ? [] : [line(construct, words.join('、'))]
}

/** Writes lines below each other, two blanks further in at each level (统一的排版). */
export function layOut(lines: readonly PrintedLine[], indent = ''): string {
  return lines.map((printed) => `${indent}${textOfLine(printed)}\n${layOut(printed.under, `${indent}  `)}`).join('')
}
