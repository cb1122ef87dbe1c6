import type { BundleStanding } from '../analysis/bundle/bundle-standing.ts'
import type { BundleCut } from '../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { createPaint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { afterWord, beforeWord } from './bundle-words.ts'
import type { ReportRendering } from './report-table.ts'
import { type Cell, type Column, renderTable } from './table.ts'

const WIDTH = 118
const COLUMNS: readonly Column[] = [
  { head: '一件事', align: 'left', shrinks: true },
  { head: '事项', align: 'right' },
  { head: '工作日', align: 'right' },
  { head: '压减', align: 'right' },
  { head: '以前按', align: 'left' },
  { head: '以后按', align: 'left' },
  { head: '材料', align: 'right' },
  { head: '办事环节', align: 'right' },
  { head: '跑动', align: 'right' },
]

/** The bundles of a report (报告里的一件事), a line each; nothing where there is none. Ends without a line end. */
export function renderStandings(standings: readonly BundleStanding[], rendering: ReportRendering = {}): string {
  const { color = false, width = WIDTH, digits = 1 } = rendering
  if (standings.length === 0) return ''
  const paint = createPaint(color)
  const faults = standings.filter(({ problems, partial }) => partial || problems.length > 0)
  return [
    paint('一件事（所含事项已经在上面，不再计入合计）', 'bold'),
    ...renderTable(
      COLUMNS,
      standings.map((each) => row(each, digits)),
      width,
    ),
    ...faults.map(({ bundle, problems }) =>
      printable(
        problems.length > 0
          ? `“${bundle.name}”有${problems.length}处问题：zw bundle ${bundle.name}`
          : `“${bundle.name}”或者它的子项有错误，没有核算：zw check`,
      ),
    ),
  ].join('\n')
}

function row({ bundle, measure }: BundleStanding, digits: number): readonly Cell[] {
  const cuts = measure?.cuts
  return [
    { text: printable(bundle.name) },
    { text: `${measure?.components.length ?? 0}个` },
    { text: change(cuts?.time) },
    { text: cuts?.time?.ratio ? `${printPercent(cuts.time.ratio, digits)}%` : '—' },
    { text: measure === undefined ? '—' : beforeWord(measure) },
    { text: measure === undefined ? '—' : afterWord(bundle, measure) },
    { text: change(cuts?.materials) },
    { text: change(cuts?.steps) },
    { text: change(cuts?.trips) },
  ]
}

/** 48→10.5 */
function change(cut: BundleCut | null | undefined): string {
  return cut ? `${printNumber(cut.before)}→${printNumber(cut.after)}` : '—'
}
