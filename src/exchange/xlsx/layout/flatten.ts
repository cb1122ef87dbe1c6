import type { PrintedLine } from '../../../compile/print/lines.ts'
import { printParts } from '../../../compile/print/matter.ts'
import type { Matter } from '../../../model/matter.ts'
import { constructOf } from './columns.ts'
import { DECISION_SHEET, MATTER_SHEET, PART_SHEETS, type SheetLayout } from './sheets.ts'

/** One entry of a matter as the cells of a row (一行). */
export interface EntryRow {
  readonly sheet: SheetLayout
  /** The construct of the entry. */
  readonly construct: string
  /** What follows its keyword. */
  readonly title: string
  /** By construct; a line each where a cell holds several values. */
  readonly cells: ReadonlyMap<string, string>
  /** The rows of a table that the entry holds, heads first. */
  readonly table?: readonly (readonly string[])[]
}

const SHEET_OF: ReadonlyMap<string, SheetLayout> = new Map(
  PART_SHEETS.flatMap((sheet) => sheet.entries.map((entry) => [entry, sheet])),
)

/** What stands between a value and a 当 of its own in one cell. */
const WHEN_MARK = '，当 '

/** A matter as rows of the sheets (拆成各表的行), the matter itself first. What the cells say is the language's own text. */
export function flattenMatter(matter: Matter): readonly EntryRow[] {
  const rows: EntryRow[] = []
  const own: PrintedLine[] = []
  let title = ''
  for (const line of printParts(matter).flat()) {
    if (line.construct === 'matter') title = line.value
    else if (constructOf(line.construct).role === 'section') rows.push(...line.under.map(rowOf))
    else if (SHEET_OF.has(line.construct)) rows.push(rowOf(line))
    else own.push(line)
  }
  return [{ sheet: MATTER_SHEET, construct: 'matter', title, cells: cellsOf(own) }, ...rows]
}

function rowOf({ construct, value, under }: PrintedLine): EntryRow {
  const sheet = SHEET_OF.get(construct)
  if (sheet === undefined) throw new TypeError(`no sheet holds ${construct}`)
  if (sheet !== DECISION_SHEET) return { sheet, construct, title: value, cells: cellsOf(under) }
  const attributes = under.filter(({ keyword }) => keyword !== '')
  const table = under.filter(({ keyword }) => keyword === '').map((row) => splitCells(row.value))
  return { sheet, construct, title: value, cells: cellsOf(attributes), table }
}

function cellsOf(lines: readonly PrintedLine[]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    // 并且 goes on with what stands above it.
    const construct = line.construct === 'scenario.and' ? last : line.construct
    const text = textOf(line)
    const before = cells.get(construct)
    cells.set(construct, before === undefined ? text : `${before}\n${text}`)
    last = construct
  }
  return cells
}

function textOf({ value, under }: PrintedLine): string {
  const rows = under.filter(({ keyword }) => keyword === '')
  if (rows.length > 0) return rows.map((row) => splitCells(row.value).join(' ｜ ')).join('\n')
  const when = under.find(({ construct }) => construct === 'when')
  return when === undefined ? value : `${value}${WHEN_MARK}${when.value}`
}

/** The cells of a printed row of a table, which stand between bars. */
function splitCells(row: string): readonly string[] {
  return row
    .split('｜')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
