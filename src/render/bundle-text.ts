import { type BundleAccount, type BundleStep, lengthOf } from '../analysis/bundle/account-for-bundle.ts'
import { printPath } from '../analysis/bundle/bundle-json.ts'
import { describeProblem } from '../analysis/bundle/describe-problem.ts'
import { describeProposal } from '../analysis/bundle/describe-proposal.ts'
import type { BundleCut, SelectionMeasure } from '../analysis/bundle/measure-bundle.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { multiply, type Rational, rational } from '../base/rational.ts'
import { displayWidth } from '../diagnostics/display-width.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { printSituation } from '../graph/situation.ts'
import { LIMIT_POLICIES } from '../model/terms.ts'
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
    const provided = providedBy !== undefined && chosen?.components.includes(providedBy.component) === true
    const origin = from.length === 1 && from[0]?.name === name ? from[0].component : from.map(printPath).join('、')
    return provided ? `  ${name}：不用交，办${providedBy.component}时产出` : `  ${name}（${origin}）`
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

const SUBJECTS: readonly (readonly [keyof SelectionMeasure['cuts'], string, string])[] = [
  ['time', '时限', '个工作日'],
  ['materials', '材料', '份'],
  ['steps', '办事环节', '个'],
  ['trips', '跑动', '次'],
  ['fields', '填写的信息', '项'],
  ['allSteps', '全部环节', '个'],
]
const SAVINGS: readonly Column[] = [
  { head: '', align: 'left' },
  { head: '以前', align: 'right' },
  { head: '以后', align: 'right' },
  { head: '压减', align: 'right' },
]

function savings({ bundle, chosen }: BundleAccount, paint: Paint, width: number): readonly string[] {
  if (chosen === undefined) return []
  const rows = SUBJECTS.flatMap(([subject, word, unit]) => {
    const cut = chosen.cuts[subject]
    return cut === null ? [] : [[{ text: word }, ...cells(cut, unit)]]
  })
  const { statutorySum, promisedSum, serial, stated } = chosen.baselines
  const sums = [
    ['法定时限之和', statutorySum],
    ['承诺时限之和', promisedSum],
    ['环节依次办理', serial],
    ['基准', stated],
  ] as const
  const known = sums.flatMap(([word, sum]) => (sum === null ? [] : `${word}${printNumber(sum)}个工作日`))
  const before = stated === null ? '法定时限之和' : '公布的基准'
  const missing = SUBJECTS.filter(([subject]) => chosen.cuts[subject] === null).map(([, word]) => word)
  return [
    paint('四减', 'bold'),
    ...renderTable(SAVINGS, rows, width),
    `以前的时限是${before}，以后按“${LIMIT_POLICIES[bundle.limitPolicy ?? 'criticalPath']}”算。${known.join('，')}。`,
    ...(chosen.promised === null ? [] : [`承诺${printNumber(chosen.promised)}个工作日。`]),
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

function combinations({ selections }: BundleAccount, paint: Paint, width: number): readonly string[] {
  if (selections.length < 2) return []
  const rows = selections.map(({ components, situation, cuts: { time } }) => [
    { text: situation === null ? '各种情形' : printSituation(situation) },
    { text: `${components.length}个` },
    { text: time === null ? '—' : printNumber(time.before) },
    { text: time === null ? '—' : printNumber(time.after) },
    { text: time?.ratio ? `${printPercent(time.ratio, 2)}%` : '—' },
  ])
  return [paint('各种组合（工作日）', 'bold'), ...renderTable(COMBINATIONS, rows, width)]
}

function list(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : [paint(title, 'bold'), ...lines.map((line) => `  ${line}`)]
}
