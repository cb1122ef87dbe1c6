import { type BundleAccount, type BundleStep, lengthOf } from '../analysis/bundle/account-for-bundle.ts'
import { BASELINES, printPath, providerIn } from '../analysis/bundle/bundle-json.ts'
import { describeProblem } from '../analysis/bundle/describe-problem.ts'
import { describeProposal } from '../analysis/bundle/describe-proposal.ts'
import { describeOrder, describeQueue } from '../analysis/bundle/describe-queueing.ts'
import type { BundleCut } from '../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { compare, multiply, type Rational, rational } from '../base/rational.ts'
import { displayWidth } from '../diagnostics/display-width.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { printSituation } from '../graph/situation.ts'
import { LIMIT_POLICIES } from '../model/terms.ts'
import { BUNDLE_SUBJECTS } from './bundle-subjects.ts'
import { type Column, renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How an account is set for a terminal. */
export interface BundleRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
}

const WIDTH = 100
/** The drawing of a step, and what stands behind it. Unit: columns. */
const DRAWING = { widest: 40, narrowest: 10, behind: 28 }

/**
 * A bundle for people (一件事): which matters, the one set of materials, the steps in their order over time, what is saved and
 * by which baseline, every combination. Ends without a line end.
 */
export function renderBundle(account: BundleAccount, rendering: BundleRendering = {}): string {
  const { color = false, width = WIDTH } = rendering
  const paint = createPaint(color)
  const blocks = [
    headline(account, paint),
    materials(account, paint),
    order(account, paint, width),
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
function order({ steps }: BundleAccount, paint: Paint, width: number): readonly string[] {
  if (steps.length === 0) return []
  const whole = lengthOf(steps)
  const nameWidth = Math.max(...steps.map(({ name }) => displayWidth(name)))
  const room = Math.max(DRAWING.narrowest, Math.min(DRAWING.widest, width - nameWidth - DRAWING.behind))
  return [
    paint(`先后：共${printNumber(whole)}个工作日（█ 关键路径）`, 'bold'),
    ...steps.map((step) => {
      const date = step.endsOn === undefined ? '' : `  ${step.endsOn}`
      const name = step.name + ' '.repeat(nameWidth - displayWidth(step.name))
      return `  ${name}  ${bar(step, whole, room)}  ${printNumber(step.start)}–${printNumber(step.end)}${date}`
    }),
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
    const cut = chosen.cuts[subject]
    return cut === null ? [] : [[{ text: word }, ...cells(cut, unit)]]
  })
  const { baselines, comparedWith, limit, promised } = chosen
  const known = BASELINE_ORDER.flatMap((baseline) => {
    const sum = baselines[baseline]
    return sum === null ? [] : `${BASELINES[baseline]}${printNumber(sum)}个工作日`
  })
  const policy = `以后按“${LIMIT_POLICIES[bundle.limitPolicy ?? 'criticalPath']}”算`
  const before =
    comparedWith === null ? '' : `以前的时限是${comparedWith === 'stated' ? '公布的' : ''}${BASELINES[comparedWith]}，`
  const tooShort = promised !== null && limit !== null && compare(promised, limit) < 0
  const missing = BUNDLE_SUBJECTS.filter(([subject]) => chosen.cuts[subject] === null).map(([, word]) => word)
  return [
    paint('四减', 'bold'),
    ...renderTable(SAVINGS, rows, width),
    `${before}${policy}。${known.join('，')}。`,
    ...(promised === null
      ? []
      : [
          `承诺${printNumber(promised)}个工作日${tooShort ? `，比算出来的${printNumber(limit)}个工作日短，办不到` : ''}。`,
        ]),
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
/** What the time before is, where it is not the same for every combination. */
const COMPARED: Column = { head: '按', align: 'left' }
const SHORT_NAMES = { stated: '基准', statutorySum: '法定', promisedSum: '承诺' } as const

function combinations({ selections }: BundleAccount, paint: Paint, width: number): readonly string[] {
  if (selections.length < 2) return []
  const differs = new Set(selections.map(({ comparedWith }) => comparedWith)).size > 1
  const rows = selections.map(({ components, situation, comparedWith, cuts: { time } }) => [
    { text: situation === null ? '各种情形' : printSituation(situation) },
    { text: `${components.length}个` },
    { text: time === null ? '—' : printNumber(time.before) },
    { text: time === null ? '—' : printNumber(time.after) },
    { text: time?.ratio ? `${printPercent(time.ratio, 2)}%` : '—' },
    ...(differs ? [{ text: comparedWith === null ? '—' : SHORT_NAMES[comparedWith] }] : []),
  ])
  const columns = differs ? [...COMBINATIONS, COMPARED] : COMBINATIONS
  return [paint('各种组合（工作日）', 'bold'), ...renderTable(columns, rows, width)]
}

function list(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : [paint(title, 'bold'), ...lines.map((line) => `  ${line}`)]
}
