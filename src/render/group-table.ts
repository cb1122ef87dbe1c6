import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import type { ReportGroup } from '../analysis/group-reports.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { printRounded, type Rational } from '../base/rational.ts'
import { printable } from '../diagnostics/printable.ts'
import { renderBar } from './bar.ts'
import { type Cell, type Column, renderTable } from './table.ts'
import type { TableSetting } from './table-setting.ts'

const COLUMNS: readonly Column[] = [
  { head: '', align: 'left', shrinks: true },
  { head: '事项', align: 'right' },
  { head: '计入', align: 'right' },
  { head: '工作日', align: 'right' },
  { head: '合计压减', align: 'right' },
  { head: '', align: 'left', tight: true },
  { head: '平均压减', align: 'right' },
  { head: '即办率', align: 'right' },
  { head: '零跑动', align: 'right' },
  { head: '平均跑动', align: 'right' },
]

/** The totals by group (分组合计), a line each; none where no grouping was asked for. */
export function renderGroups({ grouped }: CatalogueReport, { digits, paint, width }: TableSetting): readonly string[] {
  if (grouped === null) return []
  const columns = COLUMNS.map((column, index) => (index === 0 ? { ...column, head: grouped.by } : column))
  const rows = grouped.groups.map((group) => groupRow(group, { digits, paint, width }))
  return ['', paint(`按${grouped.by}分`, 'bold'), ...renderTable(columns, rows, width)]
}

function groupRow({ name, total }: ReportGroup, { digits, paint }: TableSetting): readonly Cell[] {
  const { count, included, ratioOfSums, meanOfRatios, instant, zeroTrips, meanTrips } = total
  const percent = (ratio: Rational | null) => ({ text: ratio === null ? '—' : `${printPercent(ratio, digits)}%` })
  return [
    { text: printable(name) },
    { text: `${count}个` },
    { text: `${included}个` },
    { text: ratioOfSums === null ? '—' : `${printNumber(ratioOfSums.before)}→${printNumber(ratioOfSums.after)}` },
    percent(ratioOfSums?.ratio ?? null),
    { text: ratioOfSums === null ? '' : renderBar(ratioOfSums.ratio), paint: (text) => paint(text, 'cyan') },
    percent(meanOfRatios),
    percent(instant.ratio),
    percent(zeroTrips.ratio),
    { text: meanTrips === null ? '—' : `${printRounded(meanTrips, 1)}次` },
  ]
}
