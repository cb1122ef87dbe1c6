import { decodeText } from '../../../base/decode-text.ts'
import { readCsvRows } from '../../../base/read-csv.ts'
import type { Matter } from '../../../model/matter.ts'
import { withoutOrigins } from '../../../model/write-model-json.ts'
import { foldKey } from '../../../syntax/fold.ts'
import { type CellFinding, cellFinding, inCellOrder } from '../cell-finding.ts'
import type { CellText } from '../compose/cell-text.ts'
import { compileMatters } from '../compose/compile-matters.ts'
import type { MatterRows } from '../compose/group-matters.ts'
import { openWorkbook } from '../file/open-workbook.ts'
import type { Cell, Sheet } from '../file/workbook.ts'
import { type CollectedRow, collectRows } from './collect-rows.ts'
import { CONVERTERS } from './convert-cell.ts'
import { findListHeads, type ListHeads, withUnnamed } from './find-list-heads.ts'
import { LIST_FIELDS, type ListField } from './list-fields.ts'
import { type ColumnCount, type ListReport, reportColumn, startCount } from './list-report.ts'
import { buildMatter, type ListRow } from './list-row.ts'
import type { CodeSet } from './portal-codes.ts'
import { saysNothing } from './split-text.ts'

/** How a table of matters is read. */
export interface ReadListOptions {
  /** Whose codes it uses; where it is left out, what the table itself tells. */
  readonly codes?: CodeSet
}

/** What a table of matters says (读到的清单). */
export interface ReadList {
  readonly matters: readonly Matter[]
  readonly report: ListReport
}

const NOTHING: ListReport = { sheet: '', rows: 0, skipped: 0, matters: 0, columns: [], findings: [] }

/**
 * Reads a plain table of matters, a row each, as portals and offices keep it (导入实施清单): xlsx, CSV or TSV. What can be
 * structured is; all else is kept as 说明 or 人工判断, and the report says of every column what became of it.
 */
export async function readImplementationList(bytes: Uint8Array, options: ReadListOptions = {}): Promise<ReadList> {
  const opened = await openTable(bytes)
  if (typeof opened === 'string') return failed(opened)
  const found = opened
    .flatMap((sheet) => {
      const heads = findListHeads(sheet)
      return heads === undefined ? [] : [{ sheet, heads }]
    })
    .toSorted((a, b) => known(b.heads) - known(a.heads))[0]
  if (found === undefined) return failed('没有找到列名：前十行里要有“事项名称”和别的列')
  return readRows(found.sheet, found.heads, options)
}

function failed(message: string): ReadList {
  return { matters: [], report: { ...NOTHING, findings: [cellFinding({ sheet: '' }, 'error', message)] } }
}

function known({ columns }: ListHeads): number {
  return [...columns.values()].filter(({ field }) => field !== undefined).length
}

/** The sheets of a workbook, or the one table of a text. */
async function openTable(bytes: Uint8Array): Promise<readonly Sheet[] | string> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf
  const decoded = isArchive || isOld ? undefined : decodeText(bytes)
  if (decoded === undefined) {
    const opened = await openWorkbook(bytes)
    return opened.ok ? opened.value.sheets : opened.error
  }
  const [first = ''] = decoded.text.split('\n', 1)
  const separator = first.includes('\t') ? '\t' : first.includes(',') || !first.includes(';') ? ',' : ';'
  const rows = readCsvRows(decoded.text, separator).map((texts, index) => {
    const cells = texts.flatMap((text, column): readonly (readonly [number, Cell])[] =>
      text === '' ? [] : [[column + 1, { text, kind: 'text' }]],
    )
    return { number: index + 1, cells: new Map(cells) }
  })
  return [{ name: '', rows, merged: new Map() }]
}

function readRows(sheet: Sheet, named: ListHeads, options: ReadListOptions): ReadList {
  const { codes, finding } = options.codes === undefined ? guessCodes(sheet, named) : { codes: options.codes }
  const findings: CellFinding[] = finding === undefined ? [] : [finding]
  const heads = withUnnamed(sheet, named)
  for (const [column, { head }] of heads.columns) {
    if (named.columns.has(column)) continue
    const place = { sheet: sheet.name, row: heads.row, column }
    findings.push(cellFinding(place, 'warning', `这一列没有列名，下面的内容记为“说明：${head}”`, { kept: 'note' }))
  }
  const counts = new Map<number, ColumnCount>([...heads.columns.keys()].map((column) => [column, startCount()]))
  const rows: MatterRows[] = []
  const names = new Map<string, number>()
  const { rows: collected, filled, skipped } = collectRows(sheet, heads, findings)
  for (const row of collected) rows.push(convertRow(sheet.name, heads, row, { codes, counts, names, findings }))
  const compiled = compileMatters(rows)
  for (const one of compiled.findings) recount(one, counts)
  const columns = [...heads.columns].map(([column, { head, field }]) =>
    reportColumn(column, head, field && LIST_FIELDS[field].clause, counts.get(column) ?? startCount()),
  )
  const matters = compiled.matters.map(withoutOrigins)
  const all = inCellOrder([...findings, ...compiled.findings], [sheet.name])
  const report = { sheet: sheet.name, rows: filled, skipped, matters: matters.length, columns, findings: all }
  return { matters, report }
}

/** What the compiler could not read after all is prose. */
function recount({ column, row, kept }: CellFinding, counts: ReadonlyMap<number, ColumnCount>): void {
  const count = column === undefined ? undefined : counts.get(column)
  if (count === undefined) return
  if (row !== undefined) count.doubtful.add(row)
  if (kept === undefined || row === undefined || count.outcomes.get(row) !== 'structured') return
  count.outcomes.set(row, kept === 'manual' ? 'manual' : 'note')
}

interface Collected {
  readonly codes: CodeSet | undefined
  readonly counts: ReadonlyMap<number, ColumnCount>
  readonly names: Map<string, number>
  readonly findings: CellFinding[]
}

function convertRow(
  sheet: string,
  heads: ListHeads,
  { number, title, texts, rows }: CollectedRow,
  { codes, counts, names, findings }: Collected,
): MatterRows {
  const at = { sheet, row: number }
  const cells = new Map<ListField, CellText>()
  for (const [column, text] of texts) {
    const field = heads.columns.get(column)?.field
    if (field !== undefined) cells.set(field, text)
  }
  const build = buildMatter(at, title)
  const row: ListRow = { at, cells, codes }
  for (const [column, cell] of texts) {
    const { head = '', field } = heads.columns.get(column) ?? {}
    const { outcome, doubt } =
      field === undefined ? keepUnknown(head, cell, build) : CONVERTERS[field](cell, row, build)
    const count = counts.get(column)
    for (const one of rows.get(column) ?? []) count?.outcomes.set(one, outcome)
    if (doubt === undefined) continue
    count?.doubtful.add(cell.row)
    findings.push(cellFinding(cell, 'warning', doubt, outcome === 'note' ? { kept: 'note' } : {}))
  }
  return build.finish(ownName(title, cells, names, findings))
}

function keepUnknown(head: string, cell: CellText, build: ReturnType<typeof buildMatter>) {
  if (saysNothing(cell.text)) return { outcome: 'omitted', doubt: undefined } as const
  const isFlag = /^(?:是否|可否|支持)|(?:网上办理|预约办理|网上支付|物流快递)$/.test(head)
  const text = isFlag && /^[01]$/.test(cell.text) ? (cell.text === '1' ? '是' : '否') : cell.text
  build.note(`${head}：${text}`, cell)
  return { outcome: 'note', doubt: undefined } as const
}

/** Two rows of one name are told apart by their 业务办理项, their 实施主体, or their number. */
function ownName(
  title: CellText,
  cells: ReadonlyMap<ListField, CellText>,
  names: Map<string, number>,
  findings: CellFinding[],
): string {
  const before = names.get(foldKey(title.text))
  if (before === undefined) {
    names.set(foldKey(title.text), title.row)
    return title.text
  }
  const marks = [cells.get('businessItem')?.text, cells.get('authority')?.text, `第${title.row}行`]
  const name = marks
    .map((mark) => `${title.text}（${mark}）`)
    .find((one, index) => marks[index] !== undefined && !names.has(foldKey(one)))
  const free = name ?? `${title.text}（第${title.row}行）`
  names.set(foldKey(free), title.row)
  findings.push(
    cellFinding(title, 'warning', `“${title.text}”与第${before}行同名，改叫“${free}”`, { help: '请看是不是重复' }),
  )
  return free
}

/** Whose codes the column 事项类型 has, by those that only one has: 21 is of Guangdong, 10 of the standard. */
function guessCodes(
  { name, rows }: Sheet,
  heads: ListHeads,
): { readonly codes: CodeSet | undefined; readonly finding?: CellFinding } {
  const column = [...heads.columns].find(([, { field }]) => field === 'type')?.[0]
  if (column === undefined) return { codes: undefined }
  const written = new Set(
    rows.flatMap(({ number, cells }) => (number > heads.row ? (cells.get(column)?.text.trim() ?? []) : [])),
  )
  const [hasOld, hasNew] = [written.has('10'), written.has('21')]
  if (!written.has('20') || hasOld === hasNew) return { codes: hasNew ? 'guangdong' : undefined }
  const codes = hasNew ? 'guangdong' : 'national'
  const told = hasNew ? '有代码21，20按其他行政权力、21按公共服务' : '有代码10，20按国家标准算公共服务'
  return { codes, finding: cellFinding({ sheet: name, row: heads.row, column }, 'hint', `事项类型${told}`) }
}
