import { foldKey } from '../../../syntax/fold.ts'
import { type CellFinding, cellFinding } from '../cell-finding.ts'
import type { Row, Sheet } from '../file/workbook.ts'
import { type Column, constructOf } from '../layout/columns.ts'
import { DECISION_SHEET, type SheetLayout, TABLE_HEADS } from '../layout/sheets.ts'
import { type CellText, cellText } from './cell-text.ts'
import type { Heads } from './find-heads.ts'

/** A row of a sheet, read as an entry (读到的一行). */
export interface Entry {
  readonly sheet: SheetLayout
  readonly construct: string
  /** The name of the sheet as it is in the workbook, and the row. */
  readonly at: { readonly sheet: string; readonly row: number }
  /** The name under which the row was written; absent for rows that people added. */
  readonly code?: string
  readonly owner?: CellText
  readonly title?: CellText
  readonly cells: ReadonlyMap<Column, CellText>
  /** What stands under heads that nobody knows. */
  readonly unknown: readonly { readonly head: string; readonly cell: CellText }[]
  /** The rows of a 判定表, heads first. */
  readonly table: readonly (readonly CellText[])[]
}

/** Reads the rows below the heads (读各行). Blank rows are passed over; a row without 事项 belongs to that of the row above. */
export function readEntries(
  sheet: Sheet,
  layout: SheetLayout,
  heads: Heads,
  longTexts: ReadonlyMap<string, string>,
): { readonly entries: readonly Entry[]; readonly findings: readonly CellFinding[] } {
  const findings: CellFinding[] = []
  const entries: Entry[] = []
  let owner: CellText | undefined
  let formulas = 0
  for (const row of sheet.rows) {
    if (row.number <= heads.row) continue
    const read = readRow(sheet, layout, heads, row, longTexts, findings)
    if (read === undefined) continue
    formulas += read.formulas
    owner = read.entry.owner ?? owner
    const entry = owner === undefined ? read.entry : { ...read.entry, owner }
    const last = entries.at(-1)
    if (layout === DECISION_SHEET && last !== undefined && goesOn(entry, read.tableRow, last)) {
      entries[entries.length - 1] = { ...last, table: [...last.table, ...entry.table] }
    } else entries.push(entry)
  }
  if (formulas > 0) {
    const message = `有${formulas}个格子是公式，按文件保存时的结果导入`
    findings.push(cellFinding({ sheet: sheet.name }, 'hint', message))
  }
  return { entries, findings }
}

/** True for a further row of a 判定表: those below its heads, by number or without a name. */
function goesOn(entry: Entry, tableRow: string | undefined, last: Entry): boolean {
  if (tableRow !== undefined && foldKey(tableRow) === foldKey(TABLE_HEADS)) return false
  const sameOwner = foldKey(entry.owner?.text ?? '') === foldKey(last.owner?.text ?? '')
  return entry.title === undefined || (sameOwner && foldKey(entry.title.text) === foldKey(last.title?.text ?? ''))
}

interface ReadRow {
  readonly entry: Entry
  readonly tableRow?: string
  readonly formulas: number
}

function readRow(
  { name, merged }: Sheet,
  layout: SheetLayout,
  heads: Heads,
  { number, cells }: Row,
  longTexts: ReadonlyMap<string, string>,
  findings: CellFinding[],
): ReadRow | undefined {
  const attributes = new Map<Column, CellText>()
  const shared = new Map<Column, CellText>()
  const unknown: { readonly head: string; readonly cell: CellText }[] = []
  const table: CellText[] = []
  const parts: { code?: CellText; owner?: CellText; kind?: CellText; title?: CellText; tableRow?: CellText } = {}
  let formulas = 0
  for (const [column, { text: head, meaning }] of heads.columns) {
    const place = { sheet: name, row: number, column }
    const own = cellText(cells.get(column), place, longTexts)
    if (own?.kind === 'fault') {
      findings.push(
        cellFinding(place, 'error', `这一格是“${own.text}”，没有导入`, { help: '请改好公式，或者直接填内容' }),
      )
      continue
    }
    if (own?.formula) formulas++
    if (meaning.kind === 'tableCell') {
      table.push(own ?? { ...place, text: '', kind: 'text', formula: false })
      continue
    }
    // Of merged cells only the first has the value, which the rows below share; a name is of one row.
    const above = own === undefined ? cellText(merged.get(number)?.get(column), place, longTexts) : undefined
    if (meaning.kind === 'attribute' && above !== undefined && above.text !== head) shared.set(meaning.column, above)
    const cell = own ?? (meaning.kind === 'owner' ? above : undefined)
    if (cell === undefined) continue
    if (meaning.kind === 'attribute') attributes.set(meaning.column, cell)
    else if (meaning.kind === 'unknown') unknown.push({ head, cell })
    else parts[meaning.kind] = cell
  }
  const { code, owner, kind, title, tableRow } = parts
  while (table.at(-1)?.text === '') table.pop()
  if (title === undefined && attributes.size === 0 && unknown.length === 0 && table.length === 0) return undefined
  const entry: Entry = {
    sheet: layout,
    construct: constructFor(layout, kind, findings),
    at: { sheet: name, row: number },
    ...(code !== undefined && { code: code.text }),
    ...(owner !== undefined && { owner }),
    ...(title !== undefined && { title }),
    cells: title === undefined ? attributes : new Map([...attributes, ...shared]),
    unknown,
    table: table.length === 0 ? [] : [table],
  }
  return { entry, formulas, ...(tableRow !== undefined && { tableRow: tableRow.text }) }
}

/** What people call kinds of entries beside their keywords. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  parallel: ['并行', '并联审批', '同时办理'],
  choice: ['分支', '选择', '分情形'],
}

/** Which kind of entry a row is: by its 种类, else the first. */
function constructFor({ entries }: SheetLayout, kind: CellText | undefined, findings: CellFinding[]): string {
  const [first = ''] = entries
  if (kind === undefined) return first
  const key = foldKey(kind.text)
  const found = entries.find((entry) => {
    const { keyword, aliases = [] } = constructOf(entry)
    return [keyword, ...aliases, ...(KINDS[entry] ?? [])].some((word) => foldKey(word) === key)
  })
  if (found === undefined) {
    const words = entries.map((entry) => constructOf(entry).keyword)
    findings.push(
      cellFinding(kind, 'warning', `“${kind.text}”不是可选的种类，按“${words[0]}”导入`, {
        help: `可以写：${words.join('、')}`,
      }),
    )
  }
  return found ?? first
}
