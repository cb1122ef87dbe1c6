import type { CellFinding } from '../cell-finding.ts'
import { readNumber } from '../file/number-format.ts'
import { type Column, constructOf } from '../layout/columns.ts'
import { DECISION_SHEET, PART_SHEETS } from '../layout/sheets.ts'
import { type CellText, joinLines, linesOf } from './cell-text.ts'
import { FREE_OF_CHARGE } from './free-of-charge.ts'
import type { MatterRows } from './group-matters.ts'
import type { Entry } from './read-entries.ts'

/** One line of the text that a matter's rows make (写出的一行), and the cell that it comes from. */
export interface SourceLine {
  readonly text: string
  readonly place?: Required<Pick<CellFinding, 'sheet' | 'row' | 'column'>>
  /** The value in it, by which it can be kept as prose; absent where the whole entry would have to be. */
  readonly slot?: string
  readonly entry?: Entry
}

/** What could not be read as what it stands for, and is written as prose instead (记为说明的). */
export interface Prose {
  readonly slots: ReadonlySet<string>
  /** What speaks of other files and is put into the model as it stands: 来自. */
  readonly references: ReadonlySet<string>
  readonly entries: ReadonlySet<Entry>
  /** Of entries, the words of lists that were not understood: the others of the list are read. */
  readonly missing: ReadonlyMap<Entry, ReadonlySet<string>>
}

/** Writes a matter's rows as `.zw` (写成文本), so that they are read by the one reader that the language has. */
export function writeSource({ name, own, parts }: MatterRows, prose: Prose): readonly SourceLine[] {
  const notes: SourceLine[] = []
  let opened: string | undefined
  const sections = PART_SHEETS.flatMap((sheet) => {
    const lines = parts.filter((entry) => entry.sheet === sheet).flatMap((entry) => writeEntry(entry, prose, notes))
    const { section } = sheet
    if (lines.length === 0) return []
    // 材料 and 任选材料 stand in one section.
    const isOpen = section === undefined || section === opened
    opened = section
    return isOpen ? lines : [{ text: `${constructOf(section).keyword}：` }, ...lines]
  })
  const head: SourceLine = {
    text: `事项：${own?.title === undefined ? name : valueText(own.title, 'name')}`,
    ...(own?.title !== undefined && { place: own.title }),
    ...(own !== undefined && { entry: own }),
  }
  const attributes = own === undefined ? [] : writeAttributes(own, prose, notes)
  return [{ text: '语言版本：1' }, head, ...attributes, ...notes, ...sections]
}

/** The lines of one entry; what has no place in it goes to the 说明 of the matter. */
function writeEntry(entry: Entry, prose: Prose, notes: SourceLine[]): readonly SourceLine[] {
  const { title, at, construct } = entry
  if (title === undefined || prose.entries.has(entry)) {
    const text = describeEntry(entry)
    if (text !== '') notes.push({ text: `说明：${text}`, place: title ?? { ...at, column: 1 } })
    return []
  }
  const value = constructOf(construct).value
  const said = valueText(title, value.kind === 'text' ? 'text' : 'name')
  // A charge that the workbook itself has under this name stays.
  const isFree = construct === 'fee' && entry.code !== title.text && FREE_OF_CHARGE.test(said)
  const written = isFree ? '不收费' : said
  const keyword =
    construct === 'materialChoice' && /^[\d零一二两三四五六七八九十]+\s*[项种]\s*[：:]/.test(written)
      ? '任选'
      : constructOf(construct).keyword
  return [
    { text: `  ${keyword}：${written}`, place: title, entry },
    ...writeAttributes(entry, prose, notes),
    ...tableLines(entry),
  ]
}

/** A row in words: what each of its cells says. */
function describeEntry({ construct, sheet, title, cells, unknown, table }: Entry): string {
  const { keyword } = constructOf(construct)
  const parts = [
    ...(title === undefined ? [] : [`${keyword}：${joinLines(title.text)}`]),
    ...[...cells].map(([{ head }, { text }]) => `${head}：${joinLines(text)}`),
    ...unknown.map(({ head, cell }) => `${head}：${joinLines(cell.text)}`),
    ...table.map((cells) => cells.map(({ text }) => text).join('、')),
  ]
  return title === undefined && parts.length > 0 ? `${sheet.name}（没有写名称）：${parts.join('；')}` : parts.join('；')
}

function writeAttributes(entry: Entry, prose: Prose, notes: SourceLine[]): readonly SourceLine[] {
  const lines: SourceLine[] = []
  const own: SourceLine[] = []
  for (const column of entry.sheet.columns) {
    const cell = entry.cells.get(column)
    if (cell === undefined) continue
    if (column.table) {
      lines.push({ text: `    ${column.head}：`, place: cell, entry })
      lines.push(...linesOf(cell.text).map((row) => ({ text: `      ${asRow(row)}`, place: cell, entry })))
      continue
    }
    const values = column.many || column.conditional ? linesOf(cell.text) : [valueText(cell, column.value.kind)]
    for (const [index, value] of values.entries()) {
      const slot = slotOf(cell, index)
      if (prose.references.has(slot)) continue
      if (prose.slots.has(slot)) own.push(keptLine(entry, column, value, cell))
      else lines.push(...attributeLines(column, value, { place: cell, slot, entry }))
    }
  }
  for (const text of prose.missing.get(entry) ?? []) own.push({ text: `    说明：${text}` })
  for (const { head, cell } of entry.unknown)
    own.push({ text: `    说明：${head === '' ? '' : `${head}：`}${joinLines(cell.text)}`, place: cell })
  const takesNotes = constructOf(entry.construct).takes?.includes('note') === true
  if (takesNotes) return [...lines, ...own]
  const name = `${constructOf(entry.construct).keyword}“${joinLines(entry.title?.text ?? '')}”的`
  notes.push(...own.map((line) => ({ ...line, text: line.text.replace('说明：', `说明：${name}`) })))
  return lines
}

/** The slot of one value of a cell. */
export function slotOf({ sheet, row, column, part = '' }: CellText, index: number): string {
  return `${sheet}!${row}:${column}${part}#${index}`
}

/** What could not be read: a rule becomes something that a person judges, anything else a 说明. */
function keptLine(entry: Entry, column: Column, value: string, place: CellText): SourceLine {
  const hasCheck = [...entry.cells.keys()].some(({ construct }) => construct === 'requirement.manualCheck')
  return column.construct === 'requirement.rule' && !hasCheck
    ? { text: `    人工判断：${value}`, place }
    : { text: `    说明：${column.head}：${value}`, place }
}

/** Where a value has a 当 of its own behind it: 5个工作日，当 【大型餐馆】. */
const OWN_CONDITION = /^(.*?)\s*[，,；;]\s*当\s*[：:]?\s*(.+)$/

function attributeLines(column: Column, value: string, from: Omit<SourceLine, 'text'>): readonly SourceLine[] {
  const [, limit, when] = (column.conditional && OWN_CONDITION.exec(value)) || []
  if (limit === undefined || when === undefined) return [{ text: `    ${column.head}：${value}`, ...from }]
  return [
    { text: `    ${column.head}：${limit}`, ...from },
    { text: `      当：${when}`, ...from },
  ]
}

/** A cell as one value: what people break into lines for their eyes is one name, list or sentence. */
function valueText(cell: CellText, kind: Column['value']['kind']): string {
  if (cell.kind === 'number' && kind === 'money') return `${cell.text}元`
  // A day without the format of one shows as the number of days since 1900.
  if (cell.kind === 'number' && kind === 'date') return readNumber(cell.text, { kind: 'date' }, 'from1900').text
  const lines = linesOf(cell.text)
  if (lines.length === 1) return lines[0] ?? ''
  if (kind === 'names' || kind === 'enums' || kind === 'choice') return lines.join('、')
  return kind === 'text' || kind === 'datedText' ? joinLines(cell.text) : lines.join('')
}

function tableLines(entry: Entry): readonly SourceLine[] {
  if (entry.sheet !== DECISION_SHEET) return []
  const width = entry.table[0]?.length ?? 0
  return entry.table.map((cells) => {
    const texts = Array.from({ length: Math.max(width, cells.length) }, (_, index) =>
      joinLines(cells[index]?.text ?? ''),
    )
    const place = cells[0]
    return { text: `    ${asRow(texts.join(' ｜ '))}`, entry, ...(place !== undefined && { place }) }
  })
}

function asRow(cells: string): string {
  return `｜ ${cells.replace(/^\s*[|｜]|[|｜]\s*$/g, '')} ｜`
}
