import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import type { CountCut, Streamlining } from '../analysis/streamlining.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { printable } from '../diagnostics/printable.ts'
import { hasChanged, STREAMLINED_SUBJECTS } from './streamlined-subjects.ts'
import { type Cell, type Column, renderTable } from './table.ts'
import type { TableSetting } from './table-setting.ts'

const COLUMNS: readonly Column[] = [
  { head: '事项', align: 'left', shrinks: true },
  ...STREAMLINED_SUBJECTS.flatMap(([, head]): readonly Column[] => [
    { head, align: 'right' },
    { head: '精简', align: 'right', tight: true },
  ]),
]

/** What was cut against the versions that the matters are compared with (精简率), with the totals last. */
export function renderStreamlining(
  { matters, total, against }: CatalogueReport,
  { digits, paint, width }: TableSetting,
): readonly string[] {
  const compared = matters.flatMap(({ matter, streamlining }) =>
    streamlining === null ? [] : [{ matter, streamlining }],
  )
  if (against === undefined) return []
  const head = paint(`与${against}相比的精简率`, 'bold')
  if (total.streamlining === null || compared.length === 0) return ['', head, '  没有可以相比的事项']
  const changed = compared.filter(({ streamlining }) =>
    STREAMLINED_SUBJECTS.some(([subject]) => hasChanged(streamlining[subject])),
  )
  const rows = changed.map(({ matter, streamlining }) => row(printable(matter.name), streamlining, digits))
  const counts = STREAMLINED_SUBJECTS.map(
    ([subject, word]) => `${word}${total.streamlining?.[subject].count ?? 0}个`,
  ).join('、')
  const [same, without] = [compared.length - changed.length, matters.length - compared.length]
  const remarks = [
    `合计先相加再相比，只加两边都有数、原来不是0的事项：${counts}。时限以工作日计，材料是要交的，环节是列出的。`,
    ...(same > 0 ? [`${same}个事项没有变化，不逐项列出。`] : []),
    ...(without > 0 ? [`${without}个事项没有可比的一版。`] : []),
  ]
  return [
    '',
    head,
    ...renderTable(COLUMNS, [...rows, row('合计', total.streamlining, digits)], width),
    ...remarks.map((remark) => paint(remark, 'dim')),
  ]
}

function row(name: string, cuts: Streamlining, digits: number): readonly Cell[] {
  return [{ text: name }, ...STREAMLINED_SUBJECTS.flatMap(([subject]) => cells(cuts[subject], digits))]
}

function cells(cut: CountCut | null, digits: number): readonly Cell[] {
  if (cut === null) return [{ text: '—' }, { text: '' }]
  return [
    { text: `${printNumber(cut.before)}→${printNumber(cut.after)}` },
    { text: cut.ratio === null ? '' : `${printPercent(cut.ratio, digits)}%` },
  ]
}
