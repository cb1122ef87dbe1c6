import { foldKey } from '../../../syntax/fold.ts'
import { nearestWord } from '../../../syntax/suggest.ts'
import { type CellFinding, cellFinding } from '../cell-finding.ts'
import { columnName, type Row, type Sheet } from '../file/workbook.ts'
import type { Column } from '../layout/columns.ts'
import {
  DECISION_SHEET,
  headsOf,
  KIND,
  MATTER_SHEET,
  OWNER,
  ROW_CODE,
  type SheetLayout,
  TABLE_ROW,
} from '../layout/sheets.ts'

/** What a column of a sheet holds (表头的意思). */
type HeadMeaning =
  | { readonly kind: 'code' | 'owner' | 'kind' | 'title' | 'tableRow' | 'tableCell' }
  | { readonly kind: 'attribute'; readonly column: Column }
  /** No one knows it: what stands below is kept as 说明. */
  | { readonly kind: 'unknown' }

/** The heads of a sheet, by column. */
export interface Heads {
  readonly row: number
  readonly columns: ReadonlyMap<number, { readonly text: string; readonly meaning: HeadMeaning }>
}

/** How far down the heads may stand: titles and remarks of the office stand above. */
const LAST_HEAD_ROW = 10

/** Finds the row of the heads, which is the one with the most words of the sheet (找表头), and says what each means. */
export function findHeads(
  sheet: Sheet,
  layout: SheetLayout,
): { readonly heads?: Heads; readonly findings: readonly CellFinding[] } {
  const words = wordsOf(layout)
  let best: Row | undefined
  let most = 0
  for (const row of sheet.rows) {
    if (row.number > LAST_HEAD_ROW) break
    const known = [...row.cells.values()].filter(({ text }) => words.has(headKey(text))).length
    if (known > most) [best, most] = [row, known]
  }
  if (best === undefined) return { findings: [] }
  const findings: CellFinding[] = []
  const columns = new Map<number, { readonly text: string; readonly meaning: HeadMeaning }>()
  const taken = new Set<HeadMeaning>()
  for (const [column, { text }] of best.cells) {
    if (text.trim() === '') continue
    const place = { sheet: sheet.name, row: best.number, column }
    const { meaning, guess } = understand(text, layout, words, taken)
    if (guess !== undefined)
      findings.push(cellFinding(place, 'warning', `列名“${text.trim()}”当作“${guess}”`, { help: '不是的话请改列名' }))
    if (meaning.kind === 'unknown') {
      findings.push(cellFinding(place, 'warning', `没有“${text.trim()}”这一列，下面的内容记为说明`, { kept: 'note' }))
    } else if (meaning.kind !== 'tableCell') taken.add(meaning)
    columns.set(column, { text: text.replace(/\s/g, ''), meaning })
  }
  for (const column of unnamedColumns(sheet, best)) {
    const place = { sheet: sheet.name, row: best.number, column }
    const before = columns.get(column - 1)
    if (before?.meaning.kind === 'tableCell') {
      columns.set(column, { text: '', meaning: before.meaning })
      continue
    }
    const guess = byPlace(layout, before?.text, best.cells.get(column + 1)?.text)
    const meaning = guess === undefined ? undefined : words.get(foldKey(guess))
    if (guess === undefined || meaning === undefined || taken.has(meaning)) {
      const text = `第${columnName(column)}列`
      columns.set(column, { text, meaning: { kind: 'unknown' } })
      findings.push(cellFinding(place, 'warning', `这一列没有列名，下面的内容记为“说明：${text}”`, { kept: 'note' }))
      continue
    }
    taken.add(meaning)
    columns.set(column, { text: guess, meaning })
    findings.push(cellFinding(place, 'warning', `这一列没有列名，看位置当作“${guess}”`, { help: '不是的话请写上列名' }))
  }
  return { heads: { row: best.number, columns }, findings }
}

/** Columns that have something below the heads and no head, from the left. */
function unnamedColumns({ rows }: Sheet, { number, cells: heads }: Row): readonly number[] {
  const filled = new Set(rows.flatMap((row) => (row.number > number ? [...row.cells.keys()] : [])))
  return [...filled].filter((column) => (heads.get(column)?.text.trim() ?? '') === '').toSorted((a, b) => a - b)
}

/** The head that stands between two others in a sheet as it is written; undefined where they do not stand so. */
function byPlace(layout: SheetLayout, before: string | undefined, after: string | undefined): string | undefined {
  const heads = headsOf(layout)
  const at = heads.findIndex((head) => before !== undefined && foldKey(head) === headKey(before)) + 1
  const next = heads[at + 1]
  const isBetween = after === undefined ? next === undefined : next !== undefined && foldKey(next) === headKey(after)
  return at > 0 && isBetween ? heads[at] : undefined
}

/** A head without width, blanks, line ends and what the office adds: *必填, （必填）. */
function headKey(text: string): string {
  return foldKey(text.replace(/[*＊※]|[（(](?:必填|选填|可选|必选)[）)]/g, ''))
}

function wordsOf(layout: SheetLayout): ReadonlyMap<string, HeadMeaning> {
  const words = new Map<string, HeadMeaning>()
  const add = (word: string, meaning: HeadMeaning) => {
    if (!words.has(foldKey(word))) words.set(foldKey(word), meaning)
  }
  add(ROW_CODE, { kind: 'code' })
  const owner: HeadMeaning = { kind: layout === MATTER_SHEET ? 'title' : 'owner' }
  add(OWNER, owner)
  if (layout.entries.length > 1) add(KIND, { kind: 'kind' })
  if (layout === DECISION_SHEET) add(TABLE_ROW, { kind: 'tableRow' })
  const title: HeadMeaning = { kind: 'title' }
  const attributes = layout.columns.map((column) => ({ column, meaning: { kind: 'attribute', column } as const }))
  if (layout !== MATTER_SHEET) add(layout.title, title)
  for (const { column, meaning } of attributes) add(column.head, meaning)
  for (const { column, meaning } of attributes) for (const alias of column.aliases) add(alias, meaning)
  for (const alias of ['事项名称', '所属事项', '办理事项']) add(alias, owner)
  for (const alias of layout.titleAliases) add(alias, layout === MATTER_SHEET ? owner : title)
  return words
}

function understand(
  text: string,
  layout: SheetLayout,
  words: ReadonlyMap<string, HeadMeaning>,
  taken: ReadonlySet<HeadMeaning>,
): { readonly meaning: HeadMeaning; readonly guess?: string } {
  const key = headKey(text)
  const meaning = words.get(key)
  if (meaning !== undefined) return { meaning: taken.has(meaning) ? { kind: 'unknown' } : meaning }
  if (layout === DECISION_SHEET && /^列\d+$/.test(key)) return { meaning: { kind: 'tableCell' } }
  const near = nearestWord(key, [...words.keys()])
  const guessed = near === undefined ? undefined : words.get(near)
  if (near === undefined || guessed === undefined || taken.has(guessed)) return { meaning: { kind: 'unknown' } }
  return { meaning: guessed, guess: near }
}
