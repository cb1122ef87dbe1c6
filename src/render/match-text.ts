import type { Match } from '../analysis/match/prepare-match.ts'
import type { MatchTally } from '../analysis/match/tally-matches.ts'
import { createPaint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { type Column, renderTable } from './table.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How the result of a match is set for a terminal. */
export interface MatchRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
}

const WIDTH = 100

const COLUMNS: readonly Column[] = [
  { head: '事项', align: 'left' },
  { head: '够条件', align: 'right' },
  { head: '另需人工判断', align: 'right' },
  { head: '只差一项', align: 'right' },
  { head: '只缺一项信息', align: 'right' },
  { head: '差得最多的', align: 'left' },
]

/** How many applicants are entitled to what (匹配结果), a row a matter, those that most are entitled to first. Ends without a line end. */
export function renderMatch(match: Match, tally: MatchTally, rendering: MatchRendering = {}): string {
  const { color = false, width = WIDTH } = rendering
  const paint = createPaint(color)
  const rows = tally.byMatter.toSorted(
    (a, b) => b.eligible - a.eligible || b.lacksOne - a.lacksOne || b.lacksAnswer - a.lacksAnswer,
  )
  const errors = tally.errors === 0 ? '' : `，另有${tally.errors}行看不懂`
  return [
    paint(`${tally.applicants - tally.errors}个申请人，${match.matters.length}个事项${errors}`, 'bold'),
    renderTable(
      COLUMNS,
      rows.map(({ matter, eligible, manual, lacksOne, lacksAnswer, missing: [most] }) => [
        { text: printable(matter.name) },
        { text: String(eligible) },
        { text: String(manual) },
        { text: String(lacksOne) },
        { text: String(lacksAnswer) },
        { text: most === undefined ? '' : printable(`${most.fact}${most.wanted}（${most.count}人）`) },
      ]),
      width,
    ).join('\n'),
    ...remarks(match, tally).map((line) => wrapDisplay(printable(line), width).join('\n')),
  ].join('\n\n')
}

function remarks({ skipped, conflicts }: Match, { unused }: MatchTally): readonly string[] {
  return [
    ...(skipped.length === 0
      ? []
      : [
          `没有匹配的事项（没有能自动判断的受理条件，${skipped.length}个）：${skipped.map(({ name }) => name).join('、')}`,
        ]),
    ...conflicts.map(({ name, uses }) => {
      const told = uses.map(({ as, matters }) => `${as}：${matters.join('、')}`).join('；')
      return `“${name}”在各事项里不是一回事，按各自的读：${told}`
    }),
    ...(unused.length === 0 ? [] : [`没有事项用到的信息：${unused.join('、')}`]),
  ]
}
