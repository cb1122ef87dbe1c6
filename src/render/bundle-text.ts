import { type BundleAccount, type BundleStep, lengthOf } from '../analysis/bundle/account-for-bundle.ts'
import { BASELINES, printPath, providerIn } from '../analysis/bundle/bundle-json.ts'
import { describeProblem } from '../analysis/bundle/describe-problem.ts'
import { describeProposal } from '../analysis/bundle/describe-proposal.ts'
import { describeOrder, describeQueue } from '../analysis/bundle/describe-queueing.ts'
import type { BundleCut } from '../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { multiply, type Rational, rational } from '../base/rational.ts'
import { displayWidth } from '../diagnostics/display-width.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { printSituation } from '../graph/situation.ts'
import { BUNDLE_SUBJECTS, isTold } from './bundle-subjects.ts'
import { afterWords, beforeWord, beforeWords, isProvisional, promiseStanding, stepsNote } from './bundle-words.ts'
import { renderDate } from './chinese-date.ts'
import { type Column, renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How an account is set for a terminal. */
export interface BundleRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
  /** The day of the application that the dates of the account count from, `YYYY-MM-DD`. */
  readonly start?: string | undefined
}

const WIDTH = 110
/** The drawing of a step, and what stands behind it. Unit: columns. */
const DRAWING = { widest: 40, narrowest: 10, behind: 28, provisional: 5 }

/**
 * A bundle for people (一件事): which matters, the one set of materials, the steps in their order over time, what is saved and
 * by which baseline, every combination. Ends without a line end.
 */
export function renderBundle(account: BundleAccount, rendering: BundleRendering = {}): string {
  const { color = false, width = WIDTH, start } = rendering
  const paint = createPaint(color)
  const blocks = [
    headline(account, paint),
    materials(account, paint),
    order(account, paint, width, start),
    queues(account, paint),
    savings(account, paint, width),
    combinations(account, paint, width),
    list('问题', account.bundled.problems.map(describeProblem), paint),
    list('建议（没有算进去）', account.bundled.proposals.map(describeProposal), paint),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.flatMap((line) => wrapDisplay(printable(line), width)).join('\n'))
    .join('\n\n')
}

function headline({ bundle, bundled, chosen }: BundleAccount, paint: Paint): readonly string[] {
  const components = bundled.order.map((name) => {
    const declared = bundle.components.find((each) => each.name === name)
    const after = declared?.after.length ? `，在${declared.after.join('、')}之后` : ''
    const isOut = chosen !== undefined && !chosen.components.includes(name)
    return `  ${isOut ? '（不办）' : ''}${name}${after}`
  })
  return [paint(`一件事：${bundle.name}`, 'bold'), `包含${bundle.components.length}个事项：`, ...components]
}

function materials({ bundled, chosen }: BundleAccount, paint: Paint): readonly string[] {
  const needed = bundled.materials.filter(({ from }) =>
    from.some(({ component }) => chosen?.components.includes(component) ?? true),
  )
  const lines = needed.map(({ name, from, providedBy }) => {
    const provider = providerIn(providedBy, chosen)
    if (provider !== undefined) return `  ${name}：不用交，办${provider.component}时产出`
    const asking = from.filter(({ component }) => chosen?.components.includes(component) ?? true)
    return `  ${name}（${asking.map((path) => (path.name === name ? path.component : printPath(path))).join('、')}）`
  })
  return [paint(`材料：${lines.length}种`, 'bold'), ...lines]
}

/** The steps as bars on one scale, so that what runs side by side is seen. */
function order(
  { steps }: BundleAccount,
  paint: Paint,
  width: number,
  application: string | undefined,
): readonly string[] {
  if (steps.length === 0) return []
  const whole = lengthOf(steps)
  const nameWidth = Math.max(...steps.map(({ name }) => displayWidth(name)))
  const behind = DRAWING.behind + (isProvisional(steps) ? DRAWING.provisional : 0)
  const room = Math.max(DRAWING.narrowest, Math.min(DRAWING.widest, width - nameWidth - behind))
  return [
    paint(`先后：共${printNumber(whole)}个工作日（█ 关键路径）`, 'bold'),
    ...(application === undefined
      ? []
      : [`假定${renderDate(application)}提交申请，从次日起算；日期是最晚哪一天办完。`]),
    ...steps.map((step) => {
      const date = step.endsOn === undefined ? '' : `  ${step.endsOn}${step.provisional ? ' 暂定' : ''}`
      const name = step.name + ' '.repeat(nameWidth - displayWidth(step.name))
      return `  ${name}  ${bar(step, whole, room)}  ${printNumber(step.start)}–${printNumber(step.end)}${date}`
    }),
    ...(isProvisional(steps) ? ['暂定：那一年的放假通知还没有公布，按法定节日推算，公布以后请重新算。'] : []),
  ]
}

function queues({ bundled: { queueing } }: BundleAccount, paint: Paint): readonly string[] {
  if (queueing === undefined) return []
  const about = describeOrder(queueing)
  return list('排队', [...queueing.queues.map(describeQueue), ...(about === undefined ? [] : [about])], paint)
}

function bar({ start, end, critical }: BundleStep, whole: Rational, room: number): string {
  if (whole.num === 0n) return '·'.repeat(room)
  const from = column(start, whole, room)
  const to = Math.max(from + 1, column(end, whole, room))
  return `${'·'.repeat(from)}${(critical ? '█' : '▒').repeat(to - from)}`.padEnd(room, '·').slice(0, room)
}

function column(at: Rational, { num, den }: Rational, room: number): number {
  const place = multiply(multiply(at, rational(den, num)), rational(room))
  return Number(place.num / place.den)
}

const SAVINGS: readonly Column[] = [
  { head: '', align: 'left' },
  { head: '以前', align: 'right' },
  { head: '以后', align: 'right' },
  { head: '压减', align: 'right' },
]

const BASELINE_ORDER = ['statutorySum', 'promisedSum', 'serial', 'stated'] as const

function savings({ bundle, chosen }: BundleAccount, paint: Paint, width: number): readonly string[] {
  if (chosen === undefined) return []
  const rows = BUNDLE_SUBJECTS.flatMap(([subject, word, unit]) => {
    const cut = isTold(subject, chosen) ? chosen.cuts[subject] : null
    const row = cut === null ? [] : [[{ text: word }, ...cells(cut, unit)]]
    const { reachable } = chosen
    return subject === 'time' && reachable !== null
      ? [...row, [{ text: '  测算可达' }, ...cells(reachable, unit)]]
      : row
  })
  const known = BASELINE_ORDER.flatMap((baseline) => {
    const sum = chosen.baselines[baseline]
    return sum === null ? [] : `${BASELINES[baseline]}${printNumber(sum)}个工作日`
  })
  const before = beforeWords(chosen)
  const standing = promiseStanding(chosen)
  const note = stepsNote(chosen)
  const missing = BUNDLE_SUBJECTS.filter(([subject]) => isTold(subject, chosen) && chosen.cuts[subject] === null).map(
    ([, word]) => word,
  )
  return [
    paint('四减', 'bold'),
    ...renderTable(SAVINGS, rows, width),
    `${before === undefined ? '' : `以前的时限是${before}，`}以后是${afterWords(bundle, chosen)}。${known.join('，')}。`,
    ...(standing === undefined ? [] : [standing.tooShort ? paint(`${standing.text}。`, 'red') : `${standing.text}。`]),
    ...(note === undefined ? [] : [`${note}。`]),
    ...(missing.length === 0 ? [] : [`算不出来的：${missing.join('、')}（有一边没有写）。`]),
  ]
}

function cells({ before, after, ratio }: BundleCut, unit: string) {
  return [
    { text: `${printNumber(before)}${unit}` },
    { text: `${printNumber(after)}${unit}` },
    { text: ratio === null ? '' : `${printPercent(ratio, 2)}%` },
  ]
}

const COMBINATIONS: readonly Column[] = [
  { head: '情形', align: 'left', shrinks: true },
  { head: '事项', align: 'right' },
  { head: '以前', align: 'right' },
  { head: '以后', align: 'right' },
  { head: '压减', align: 'right' },
]
/** All columns but that of the situation. Unit: columns. */
const FIGURES = 42
/** The critical path, where the time after is longer. */
const REACHABLE: Column = { head: '可达', align: 'right' }
/** What the time before is, where it is not the same for every combination. */
const COMPARED: Column = { head: '按', align: 'left' }

function combinations({ selections }: BundleAccount, paint: Paint, width: number): readonly string[] {
  if (selections.length < 2) return []
  const differs = new Set(selections.map(({ comparedWith }) => comparedWith)).size > 1
  const hasRoom = selections.some(({ reachable }) => reachable !== null)
  const situations = selections.map(({ situation }) => (situation === null ? '各种情形' : printSituation(situation)))
  // What would be cut short stands below the table, by number.
  const isTooWide = Math.max(...situations.map(displayWidth)) > width - FIGURES
  const rows = selections.map((each, index) => {
    const { components, cuts, reachable } = each
    return [
      { text: isTooWide ? `${index + 1}` : (situations[index] ?? '') },
      { text: `${components.length}个` },
      { text: cuts.time === null ? '—' : printNumber(cuts.time.before) },
      { text: cuts.time === null ? '—' : printNumber(cuts.time.after) },
      { text: cuts.time?.ratio ? `${printPercent(cuts.time.ratio, 2)}%` : '—' },
      ...(hasRoom ? [{ text: reachable === null ? '' : printNumber(reachable.after) }] : []),
      ...(differs ? [{ text: beforeWord(each) }] : []),
    ]
  })
  const columns = [...COMBINATIONS, ...(hasRoom ? [REACHABLE] : []), ...(differs ? [COMPARED] : [])]
  return [
    paint('各种组合（工作日）', 'bold'),
    ...renderTable(columns, rows, width),
    ...(hasRoom ? ['可达：照关键路径算，这么多个工作日就能办完。'] : []),
    ...(isTooWide ? situations.map((situation, index) => `情形${index + 1}：${situation}`) : []),
  ]
}

function list(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : [paint(title, 'bold'), ...lines.map((line) => `  ${line}`)]
}
