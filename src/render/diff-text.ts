import type { CatalogueDiff } from '../analysis/diff/catalogue-diff.ts'
import type { AffectedByDiff, MatterDiff } from '../analysis/diff/matter-diff.ts'
import { printPercent } from '../base/print-percent.ts'
import type { Origin } from '../base/source-file.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import { describeLine, describeOutcome, describePlace, figureChanges, overrunWords } from './diff-words.ts'
import { wrapDisplay } from './wrap-display.ts'

/** How a comparison is set for a terminal. */
export interface DiffRendering {
  readonly color?: boolean
  /** Unit: columns. */
  readonly width?: number
  /** Least number of decimals of a percentage. */
  readonly digits?: number
  /** The two sides in words. */
  readonly titles?: { readonly before: string; readonly after: string }
  /** Where a part stands in its file, counted from 1; undefined where nobody knows. */
  readonly lineOf?: (origin: Origin) => number | undefined
}

const WIDTH = 100

/**
 * What changed between two versions of a catalogue, for people (改动对照): matter by matter the figures, what it means to whom,
 * what is written differently, and which 实施清单 it reaches. Ends without a line end.
 */
export function renderDiff(diff: CatalogueDiff, rendering: DiffRendering = {}): string {
  const { color = false, width = WIDTH, digits = 1, titles, lineOf } = rendering
  const paint = createPaint(color)
  const changed = diff.matters.filter(({ kind }) => kind !== 'same')
  const head = titles === undefined ? '改动对照' : `改动对照：${titles.before} → ${titles.after}`
  const blocks = [
    [paint(head, 'bold'), ...summarizeDiff(diff, digits)],
    ...changed.map((each) => matterBlock(each, { paint, digits, lineOf })),
  ]
  return blocks.map((lines) => lines.flatMap((line) => wrapDisplay(printable(line), width)).join('\n')).join('\n\n')
}

/** How many matters changed, and what became of the whole (改动的合计). */
export function summarizeDiff({ matters, before, after }: CatalogueDiff, digits: number): readonly string[] {
  const count = (kind: MatterDiff['kind']) => matters.filter((each) => each.kind === kind).length
  const parts = [
    ['changed', '改动'],
    ['added', '新增'],
    ['removed', '取消'],
    ['same', '没有变化'],
  ] as const
  const counts = parts.flatMap(([kind, word]) => (count(kind) === 0 ? [] : [`${word}${count(kind)}个`]))
  const percent = (total: CatalogueDiff['before']) =>
    total.ratioOfSums === null ? '没有可比的' : `${printPercent(total.ratioOfSums.ratio, digits)}%`
  const sums =
    percent(before) === percent(after)
      ? `合计压减没有变，是${percent(after)}`
      : `合计压减${percent(before)}→${percent(after)}`
  const broken = matters.filter(
    ({ after: report, overruns }) => report?.measured.kind === 'measured' && overruns.after.length > 0,
  ).length
  const doubt = broken === 0 ? '' : `，其中${broken}个事项的承诺短于环节，做不到`
  return [`${counts.length === 0 ? '没有事项' : `事项${counts.join('、')}`}；${sums}${doubt}。`]
}

interface Setting {
  readonly paint: Paint
  readonly digits: number
  readonly lineOf: DiffRendering['lineOf']
}

function matterBlock(diff: MatterDiff, setting: Setting): readonly string[] {
  const { paint, digits } = setting
  const title = paint(diff.name, 'bold')
  if (diff.kind === 'added') return [`＋ ${title}（新增）`]
  if (diff.kind === 'removed') return [`－ ${title}（取消）`]
  const figures = figureChanges(diff, digits)
  return [
    title,
    `  ${figures.length === 0 ? '时限、材料、环节、跑动的数没有变' : figures.map(({ text }) => text).join('，')}`,
    ...overrunWords(diff).map((line) => `  ${line}`),
    ...section('对申请人', diff.outcomes.map(describeOutcome)),
    ...section(
      '改了哪些',
      diff.lines.flatMap((change) => {
        const place = describePlace(change.within)
        const under =
          change.kind === 'added' || change.kind === 'removed' ? change.under.map((line) => `  ${line}`) : []
        return [
          `${place === '' ? '' : `${place}：`}${describeLine(change)}${whereOf(change.places, setting)}`,
          ...under,
        ]
      }),
    ),
    ...section('实施清单', diff.implementations.map(describeImplementation)),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)]
}

function whereOf(places: MatterDiff['lines'][number]['places'], { lineOf, paint }: Setting): string {
  const origin = places.after ?? places.before
  const line = origin && lineOf?.(origin)
  return origin === undefined || line === undefined ? '' : `  ${paint(`${origin.file}:${line}`, 'dim')}`
}

/** What a change means to an 实施清单 (对实施清单的影响). */
export function describeImplementation({ name, changed, newErrors }: AffectedByDiff): string {
  const effect = changed ? '跟着变了' : '没有变：变的地方它自己另有规定'
  return `“${name}”${effect}${newErrors === 0 ? '' : `，它的文件新出现${newErrors}个错误，用 zw check 查看`}`
}
