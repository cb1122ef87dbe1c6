import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import type { CatalogueTotal, Share } from '../analysis/catalogue-total.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import { printBasis } from '../analysis/report-json.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { printFraction, printRounded, type Rational } from '../base/rational.ts'
import type { Conversion } from '../calendar/duration.ts'
import { displayWidth, padDisplay } from '../diagnostics/display-width.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { renderBar } from './bar.ts'
import { renderDate } from './chinese-date.ts'
import { faultNote } from './fault-note.ts'
import { renderGroups } from './group-table.ts'
import { reportColumns, reportRow } from './report-rows.ts'
import { renderStreamlining } from './streamlining-table.ts'
import { renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How the report is set for a terminal. */
export interface ReportRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
  /** Least number of decimals of a percentage. */
  readonly digits?: number
}

const WIDTH = 118

/**
 * The report a person reads at a glance (压减报告): one line a matter, then the totals, what was left out and why, and
 * what the figures rest on. Ends without a line end.
 */
export function renderReport(report: CatalogueReport, rendering: ReportRendering = {}): string {
  const { color = false, width = WIDTH, digits = 1 } = rendering
  const paint = createPaint(color)
  const warning = renderFaults(report, paint, width)
  if (report.matters.length === 0) return [...warning, '没有事项可以核算。'].join('\n')
  const rows = report.matters.map((matter) => reportRow(matter, digits, paint))
  return [
    ...warning,
    paint('压减报告', 'bold'),
    `口径：${printBasis(report.basis)}${report.asOf === undefined ? '' : `，按${renderDate(report.asOf)}有效的规定`}`,
    '',
    ...renderTable(reportColumns(report.basis), rows, width),
    '',
    ...renderTotal(report, digits, paint),
    ...renderGroups(report, { digits, paint, width }),
    ...renderStreamlining(report, { digits, paint, width }),
    ...renderExcluded(report.total, paint),
    '',
    ...renderNotes(report).map((note) => paint(note, 'dim')),
  ].join('\n')
}

/** Above all figures what they leave out; nothing where there are no errors. */
function renderFaults({ faults, matters }: CatalogueReport, paint: Paint, width: number): readonly string[] {
  if (faults === undefined) return []
  const note = wrapDisplay(printable(faultNote(faults, matters.length)), width)
  return [...note.map((line) => paint(line, 'red')), '']
}

function renderTotal(report: CatalogueReport, digits: number, paint: Paint): readonly string[] {
  const { count, included, ratioOfSums, meanOfRatios, instant, zeroTrips, meanTrips } = report.total
  const line = (label: string, figure: string, remark: string) =>
    `  ${padDisplay(label, 10)}${padDisplay(figure, 8, 'left')}  ${remark}`
  const percent = (ratio: Rational | null) => (ratio === null ? '—' : `${printPercent(ratio, digits)}%`)
  const sums =
    ratioOfSums === null
      ? '没有可以相加的事项'
      : `${paint(renderBar(ratioOfSums.ratio), 'cyan')}  ${printNumber(ratioOfSums.before)}→${printNumber(ratioOfSums.after)}个工作日（先合计再相比）`
  return [
    paint(`合计：${count}个事项，${included}个计入压减比例`, 'bold'),
    line('合计压减', percent(ratioOfSums?.ratio ?? null), sums),
    line(
      '平均压减',
      percent(meanOfRatios),
      meanOfRatios === null ? '' : `${paint(renderBar(meanOfRatios), 'cyan')}  各事项压减比例的平均数`,
    ),
    line('即办率', percent(instant.ratio), describeShare(instant)),
    line('零跑动', percent(zeroTrips.ratio), zeroTrips.of === 0 ? '没有事项写明到现场次数' : describeShare(zeroTrips)),
    line(
      '平均跑动',
      meanTrips === null ? '—' : `${printRounded(meanTrips, 1)}次`,
      zeroTrips.of === 0 ? '' : `写明到现场次数的${zeroTrips.of}个事项`,
    ),
    ...renderTargets(report),
    ...renderSelections(report),
  ].map((text) => text.trimEnd())
}

function describeShare({ count, of }: Share): string {
  return `${of}个事项中的${count}个`
}

function renderTargets({ matters }: CatalogueReport): readonly string[] {
  const verdicts = matters.flatMap(({ targets }) => targets)
  if (verdicts.length === 0) return []
  const met = verdicts.filter((verdict) => verdict.kind === 'decided' && verdict.met).length
  const missed = verdicts.filter((verdict) => verdict.kind === 'decided' && !verdict.met).length
  const undecided = verdicts.length - met - missed
  const parts = [`${met}个达标`, `${missed}个未达标`, ...(undecided === 0 ? [] : [`${undecided}个无法判断`])]
  return [`  ${padDisplay('目标', 10)}${parts.join('，')}`]
}

/** A report that names only the targets of single matters would be read as all targets met. */
function renderSelections({ selections }: CatalogueReport): readonly string[] {
  if (selections === undefined) return []
  const { met, missed, unchecked } = selections
  const outcome = unchecked > 0 ? `${unchecked}个没有核对（只报告一部分事项）` : `${met}个达标，${missed}个未达标`
  return [`  ${padDisplay('批量目标', 10)}${outcome}${missed > 0 ? '，运行 zw verify 看差在哪里' : ''}`]
}

function renderExcluded({ excluded }: CatalogueTotal, paint: Paint): readonly string[] {
  if (excluded.length === 0) return []
  const rows = excluded.map(
    ({ report, exclusion }) => [printable(report.matter.name), describeExclusion(exclusion)] as const,
  )
  const width = rows.reduce((widest, [name]) => Math.max(widest, displayWidth(name)), 0)
  return [
    '',
    paint(`没有计入压减比例的${excluded.length}个事项`, 'bold'),
    ...rows.map(([name, reason]) => `  ${padDisplay(name, width)}  ${reason}`),
  ]
}

function renderNotes({ conversion, countFrom, matters }: CatalogueReport): readonly string[] {
  const untimed = matters.filter((matter) => matter.untimed.length > 0).length
  const bounds = matters.filter(
    ({ criticalPath, untimed: open }) => criticalPath?.exact === false && open.length === 0,
  ).length
  return [
    `折算：${renderConversion(conversion)}`,
    `关键路径以工作日计，取最长的情形，从${countFrom === 'application' ? '申请' : '受理的次日'}算起；时限按情形不同的，取压减最小的情形。`,
    ...(untimed === 0 ? [] : [`${untimed}个事项有环节没有写时限，关键路径标有“≥”，实际可能更长。`]),
    ...(bounds === 0 ? [] : [`${bounds}个事项的条件太复杂或者有没定下来的，关键路径标有“≤”，是上界，实际不会更长。`]),
  ]
}

/** 1月＝22个工作日，1年＝250个工作日，1自然日＝5/7个工作日 … */
function renderConversion({ month, year, calendarDay, hour, instant }: Conversion): string {
  const each = [
    ['1个月', month],
    ['1年', year],
    ['1个自然日', calendarDay],
    ['1小时', hour],
    ['即办', instant],
  ] as const
  return each.map(([unit, workdays]) => `${unit}＝${printFraction(workdays)}个工作日`).join('，')
}
