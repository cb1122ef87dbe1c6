import { type CellFinding, printFinding } from '../cell-finding.ts'
import type { ColumnReport, ListReport } from './list-report.ts'

const HEADS = ['列', '列名', '填了', '变成', '对应', '人工判断', '说明', '无内容', '存疑的行'] as const

/** The report of an import as Markdown (导入对应表): the columns, then what is doubtful, by cell. */
export function printListReport(report: ListReport): string {
  const rows = report.columns.map(rowOf)
  const table = [HEADS, HEADS.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`)
  const findings = report.findings.map((finding) => `- ${printFinding(finding)}`)
  return [
    '# 导入对应表',
    '',
    summarize(report),
    '',
    '## 各列的去处',
    '',
    ...table,
    '',
    '## 要看一看的地方',
    '',
    ...(findings.length === 0 ? ['没有。'] : findings),
    '',
  ].join('\n')
}

/** How many rows became how many matters, in a sentence. */
export function summarize({ sheet, rows, skipped, matters, columns, findings }: ListReport): string {
  const others = columns.filter(({ clause }) => clause === undefined)
  const empty = others.filter(({ filled }) => filled === 0).length
  const kept = others.length - empty
  const table = sheet === '' ? '' : `“${sheet}”表`
  const rest = [...(kept > 0 ? [`${kept}列记为说明`] : []), ...(empty > 0 ? [`${empty}列是空的`] : [])]
  return [
    `${table}${rows}行，导入${matters}个事项${skipped === 0 ? '' : `，${skipped}行没有导入`}`,
    `${columns.length}列里认识${columns.length - others.length}列${rest.length === 0 ? '' : `，其余${rest.join('、')}`}`,
    countDoubts(findings),
  ].join('；')
}

function countDoubts(findings: readonly CellFinding[]): string {
  const doubts = findings.filter(({ severity }) => severity !== 'hint').length
  return doubts === 0 ? '没有存疑的地方。' : `${doubts}处要看一看。`
}

/** Most rows that are named one by one. */
const MOST_ROWS = 20

/** The cells of a column's row in the report. */
export function rowOf({ column, head, clause, filled, outcomes, doubtful }: ColumnReport): readonly string[] {
  const { structured, manual, note, omitted } = outcomes
  const more = doubtful.length > MOST_ROWS ? `…共${doubtful.length}行` : ''
  const rows = `${doubtful.slice(0, MOST_ROWS).join('、')}${more}`
  const counts = [structured, manual, note, omitted].map((count) => (count === 0 ? '' : String(count)))
  return [column, head, String(filled), clause ?? (filled === 0 ? '' : '说明'), ...counts, rows]
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, '\\|')
}

/** The heads of the table of columns. */
export { HEADS as REPORT_HEADS }
