import { cutBound } from '../analysis/cut-bound.ts'
import type { LimitFigure } from '../analysis/longest-limit.ts'
import type { MatterReport } from '../analysis/matter-report.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { subtract } from '../base/rational.ts'
import { printDuration } from '../calendar/duration.ts'
import type { Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import type { Basis, Compression, Figure } from '../graph/compression.ts'
import type { TargetVerdict } from '../graph/target-verdict.ts'
import { MATTER_TYPES, QUANTITIES, type Quantity } from '../model/terms.ts'
import { renderBar } from './bar.ts'
import type { Cell, Column } from './table.ts'
import { decisiveTarget, printAsked, printLack } from './target-words.ts'

/** The columns of the report: what it is, before → after → path, the cut, the target. */
export function reportColumns({ before, after }: Basis): readonly Column[] {
  return [
    { head: '事项', align: 'left', shrinks: true },
    { head: '类型', align: 'left' },
    { head: QUANTITIES[before], align: 'right' },
    { head: '', align: 'left', tight: true },
    { head: QUANTITIES[after], align: 'right', tight: true },
    ...(after === 'criticalPath' ? [] : PATH_COLUMNS),
    { head: '压减', align: 'right' },
    { head: '', align: 'left', tight: true },
    { head: '目标', align: 'left' },
  ]
}

const PATH_COLUMNS: readonly Column[] = [
  { head: '', align: 'left', tight: true },
  { head: '关键路径', align: 'right', tight: true },
]

/** One matter as the cells of {@link reportColumns}. */
export function reportRow(report: MatterReport, digits: number, paint: Paint): readonly Cell[] {
  const compression = report.measured.kind === 'measured' ? report.measured.compression : undefined
  const arrow: Cell = { text: '→', paint: (text) => paint(text, 'dim') }
  return [
    { text: printable(report.matter.name) },
    { text: report.matter.type === undefined ? '' : MATTER_TYPES[report.matter.type] },
    { text: side(report, report.basis.before, compression?.before) },
    arrow,
    { text: side(report, report.basis.after, compression?.after) },
    ...(report.basis.after === 'criticalPath' ? [] : [arrow, pathCell(report, paint)]),
    cutCell(compression, report, digits, paint),
    { text: compression === undefined ? '' : renderBar(compression.ratio), paint: (text) => paint(text, 'cyan') },
    targetCell(report.targets, paint),
  ]
}

/** The figure that the cut was computed from; of a matter without a cut, its limit, if it has one. */
function side(report: MatterReport, quantity: Quantity, figure: Figure | undefined): string {
  if (figure !== undefined) return figure.limit === null ? printNumber(figure.workdays) : printDuration(figure.limit)
  if (quantity === 'criticalPath') return pathText(report)
  const limits: Partial<Record<Quantity, LimitFigure | null>> = {
    statutory: report.statutory,
    promised: report.promised,
    formerPromise: report.formerPromise,
  }
  const limit = limits[quantity]
  return limit === undefined || limit === null ? '—' : printDuration(limit.rule.limit)
}

/** The path in working days; ≥ where a step without 时限 makes it a lower bound, ≤ where conditions leave only an upper one. */
function pathText({ criticalPath, untimed }: MatterReport): string {
  if (criticalPath === null) return '—'
  const mark = untimed.length > 0 ? (criticalPath.exact ? '≥' : '约') : criticalPath.exact ? '' : '≤'
  return `${mark}${printNumber(criticalPath.workdays)}`
}

/** Red where the steps take longer than is promised. */
function pathCell(report: MatterReport, paint: Paint): Cell {
  const text = pathText(report)
  const { criticalPath, promised } = report
  const late =
    criticalPath !== null && promised?.workdays != null && subtract(criticalPath.workdays, promised.workdays).num > 0n
  return late ? { text, paint: (shown) => paint(shown, 'red') } : { text }
}

function cutCell(compression: Compression | undefined, report: MatterReport, digits: number, paint: Paint): Cell {
  if (compression === undefined) return { text: '—' }
  const text = `${printPercent(compression.ratio, digits, cutBound(report.targets, compression))}%`
  return compression.ratio.num < 0n ? { text, paint: (shown) => paint(shown, 'red') } : { text }
}

/** The time target that is furthest from being met; the others are told by `zw verify`. */
function targetCell(targets: readonly TargetVerdict[], paint: Paint): Cell {
  const verdict = decisiveTarget({ targets: targets.filter(({ target }) => target.subject === 'time') })
  if (verdict === undefined) return { text: '' }
  const colour = verdict.kind === 'undecided' ? 'dim' : verdict.met ? 'green' : 'red'
  return { text: `${printAsked(verdict)} ${printLack(verdict)}`, paint: (text) => paint(text, colour) }
}
