import type { MatterCase, MatterCases } from '../analysis/cases/matter-cases.ts'
import { cutBound } from '../analysis/cut-bound.ts'
import { printAmount } from '../analysis/describe-target.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { printDuration } from '../calendar/duration.ts'
import { displayWidth } from '../diagnostics/display-width.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { printSituationWords } from '../graph/situation-words.ts'
import { countMaterials, describeMaterial } from './cases-csv.ts'
import { type Cell, type Column, renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How check lists are set for a terminal. */
export interface CasesRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
  /** Least number of decimals of a percentage. */
  readonly digits?: number
}

const WIDTH = 118

/**
 * The check lists that lawyers go through (核对表): for each matter a table of its situations by their outcomes, what they
 * have in common told once above it. Ends without a line end.
 */
export function renderCases(lists: readonly MatterCases[], rendering: CasesRendering = {}): string {
  const { color = false, width = WIDTH, digits = 1 } = rendering
  const paint = createPaint(color)
  if (lists.length === 0) return '没有事项可以核对。'
  const several = lists.filter(({ cases, complete }) => cases.length > 1 || !complete)
  const single = lists.filter((list) => !several.includes(list)).map(({ matter }) => printable(matter.name))
  const blocks = several.map((list) => renderList(list, width, digits, paint).join('\n'))
  const rest = single.length === 0 ? [] : [`只有一类情形的事项（${single.length}个）：${single.join('、')}`]
  return [...blocks, ...rest.map((line) => wrapDisplay(line, width).join('\n'))].join('\n\n')
}

function renderList({ matter, count, cases }: MatterCases, width: number, digits: number, paint: Paint) {
  const left = count.count - BigInt(cases.length)
  const least = count.exact ? '' : '至少'
  const steps = shared(cases.map((each) => each.steps))
  const materials = shared(cases.map(materialNames))
  return [
    paint(`核对表：${printable(matter.name)}，${least}${grouped(count.count)}类情形`, 'bold'),
    ...common('每一类都有的环节', steps, `${steps.length}个`, width),
    ...common('每一类都要的材料', materials, `${materials.length}项`, width),
    '',
    ...renderRows(cases, steps, materials, { width, digits, paint }),
    ...(left > 0n ? ['', `其余${least}${grouped(left)}类未列；--most 可以多列一些`] : []),
  ]
}

/** 1,073,741,824 */
function grouped(count: bigint): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

function common(head: string, names: readonly string[], count: string, width: number): readonly string[] {
  if (names.length === 0) return []
  return wrapDisplay(`${head}（${count}）：${names.map(printable).join('、')}`, width)
}

/** The names that stand in every list, in the order of the first. */
function shared(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists
  return first.filter((name) => others.every((list) => list.includes(name)))
}

function materialNames({ materials }: MatterCase): readonly string[] {
  return materials.map(describeMaterial)
}

const COLUMNS: readonly Column[] = [
  { head: '序号', align: 'right' },
  { head: '情形', align: 'left' },
  { head: '环节', align: 'right' },
  { head: '另有环节', align: 'left' },
  { head: '材料', align: 'right' },
  { head: '另交材料', align: 'left' },
  { head: '关键路径', align: 'right' },
  { head: '承诺', align: 'right' },
  { head: '压减', align: 'right' },
  { head: '达标', align: 'left' },
]

/** The columns that are broken into lines, with the share of the room that each may take. */
const FLEXIBLE: readonly (readonly [column: number, share: number])[] = [
  [1, 0.5],
  [3, 0.25],
  [5, 0.25],
]
const NARROWEST = 14

interface Setting {
  readonly width: number
  readonly digits: number
  readonly paint: Paint
}

function renderRows(
  cases: readonly MatterCase[],
  steps: readonly string[],
  materials: readonly string[],
  { width, digits, paint }: Setting,
): readonly string[] {
  const rows = cases.map((each, index): readonly Cell[] => [
    { text: String(index + 1) },
    { text: printable(printSituationWords(each.situations)) },
    { text: String(each.steps.length) },
    {
      text: each.steps
        .filter((name) => !steps.includes(name))
        .map(printable)
        .join('、'),
    },
    { text: String(countMaterials(each.materials)) },
    {
      text: materialNames(each)
        .filter((name) => !materials.includes(name))
        .map(printable)
        .join('、'),
    },
    { text: each.criticalPath === null ? '—' : printNumber(each.criticalPath.workdays) },
    { text: each.promised === null ? '—' : printDuration(each.promised.rule.limit) },
    { text: cutOf(each, digits) },
    metCell(each, paint),
  ])
  const natural = COLUMNS.map(({ head }, i) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[i]?.text ?? '')), displayWidth(head)),
  )
  const fixed = natural
    .filter((_, i) => FLEXIBLE.every(([column]) => column !== i))
    .reduce((sum, each) => sum + each, 0)
  const room = width - fixed - 2 * (COLUMNS.length - 1)
  const widths = new Map(
    FLEXIBLE.map(([column, share]) => [
      column,
      Math.min(natural[column] ?? 0, Math.max(NARROWEST, Math.floor(room * share))),
    ]),
  )
  return renderTable(
    COLUMNS,
    rows.flatMap((row) => breakRow(row, widths)),
    width,
  )
}

/** A row as many lines as its longest cell needs. */
function breakRow(row: readonly Cell[], widths: ReadonlyMap<number, number>): readonly (readonly Cell[])[] {
  const broken = row.map((cell, column) => {
    const width = widths.get(column)
    return width === undefined ? [cell] : wrapDisplay(cell.text, width).map((text) => ({ text }))
  })
  const height = broken.reduce((most, lines) => Math.max(most, lines.length), 1)
  return Array.from({ length: height }, (_, line) => broken.map((lines) => lines[line] ?? { text: '' }))
}

function cutOf({ measured, targets }: MatterCase, digits: number): string {
  if (measured.kind === 'excluded') return '—'
  const { compression } = measured
  return `${printPercent(compression.ratio, digits, cutBound(targets, compression))}%`
}

function metCell({ targets }: MatterCase, paint: Paint): Cell {
  const missed = targets.flatMap((verdict) => (verdict.kind === 'decided' && !verdict.met ? [verdict] : []))
  const [worst] = missed.toSorted((a, b) =>
    Number(b.shortfall.num * a.shortfall.den - a.shortfall.num * b.shortfall.den),
  )
  if (worst !== undefined) {
    const lacking = worst.shortfall.num === 0n ? '否' : `差${printAmount(worst.shortfall, worst.subject)}`
    return { text: lacking, paint: (text) => paint(text, 'red') }
  }
  if (targets.every(({ kind }) => kind === 'undecided')) return { text: '' }
  return { text: '是', paint: (text) => paint(text, 'green') }
}
