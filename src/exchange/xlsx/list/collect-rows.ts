import { type CellFinding, cellFinding } from '../cell-finding.ts'
import { type CellText, cellText } from '../compose/cell-text.ts'
import type { Sheet } from '../file/workbook.ts'
import type { ListHeads } from './find-list-heads.ts'
import type { ListField } from './list-fields.ts'

/** The cells of a matter, which may go over several rows (一项的格子). */
export interface CollectedRow {
  /** The first of its rows. */
  readonly number: number
  readonly title: CellText
  /** By column; several rows below each other, a line each. */
  readonly texts: ReadonlyMap<number, CellText>
  /** In which rows each column is filled. */
  readonly rows: ReadonlyMap<number, readonly number[]>
}

/** Columns of which a matter may have several rows: a material each, a step each. */
const GOES_ON: ReadonlySet<ListField | undefined> = new Set<ListField>([
  'conditions',
  'flow',
  'materials',
  'special',
  'basis',
  'result',
])

/** What stands in the place of a name where a row adds up others. */
const SUMS = /^\s*(?:总?合\s*计|小\s*计|总\s*计)\s*[:：]?\s*$/u

/**
 * Puts the rows of a table together by matter (按事项归拢): those whose name is merged with the row above, and those that have
 * none but only go on with its materials, steps and the like. A value that is merged over several matters is said of each.
 */
export function collectRows(
  { name: sheet, rows: all, merged }: Sheet,
  heads: ListHeads,
  findings: CellFinding[],
): { readonly rows: readonly CollectedRow[]; readonly filled: number; readonly skipped: number } {
  const nameColumn = [...heads.columns].find(([, { field }]) => field === 'name')?.[0] ?? 0
  const above = all.find(({ number }) => number === heads.row)?.cells
  const collected: { number: number; title: CellText; texts: Map<number, CellText>; rows: Map<number, number[]> }[] = []
  let [filled, skipped] = [0, 0]
  for (const { number, cells } of all) {
    if (number <= heads.row) continue
    const spread = merged.get(number)
    const texts = new Map<number, CellText>()
    const shared = new Map<number, CellText>()
    for (const column of heads.columns.keys()) {
      const place = { sheet, row: number, column }
      const own = cellText(cells.get(column), place, new Map())
      const from = spread?.get(column)
      const other = own ?? (from === above?.get(column) ? undefined : cellText(from, place, new Map()))
      if (own !== undefined) texts.set(column, own)
      else if (other !== undefined) shared.set(column, other)
    }
    if (texts.size === 0) continue
    filled++
    const title = texts.get(nameColumn)
    if (title !== undefined && SUMS.test(title.text)) {
      skipped++
      const what = [...texts.values()].map(({ text }) => text).join('；')
      findings.push(
        cellFinding({ sheet, row: number }, 'warning', `这一行是${title.text.trim()}，不是事项，没有导入：${what}`),
      )
      continue
    }
    const last = collected.at(-1)
    if (title !== undefined) {
      const whole = new Map([...texts, ...shared])
      collected.push({
        number,
        title,
        texts: whole,
        rows: new Map([...whole.keys()].map((column) => [column, [number]])),
      })
      continue
    }
    const isMerged = shared.get(nameColumn) !== undefined
    const goesOn = [...texts.keys()].every((column) => GOES_ON.has(heads.columns.get(column)?.field))
    if (last === undefined || !(isMerged || goesOn)) {
      skipped++
      const what = [...texts.values()].map(({ text }) => text).join('；')
      findings.push(cellFinding({ sheet, row: number }, 'error', `没有写事项名称，这一行没有导入：${what}`))
      continue
    }
    if (!isMerged) {
      const message = `没有写事项名称，接着上一行的“${last.title.text}”`
      findings.push(cellFinding({ sheet, row: number }, 'warning', message, { help: '不是的话请写事项名称' }))
    }
    for (const [column, cell] of texts) {
      const before = last.texts.get(column)
      last.texts.set(column, before === undefined ? cell : { ...before, text: `${before.text}\n${cell.text}` })
      last.rows.set(column, [...(last.rows.get(column) ?? []), number])
    }
  }
  return { rows: collected, filled, skipped }
}
