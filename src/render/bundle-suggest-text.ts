import { describeProblem } from '../analysis/bundle/describe-problem.ts'
import type { BundleCut } from '../analysis/bundle/measure-bundle.ts'
import type { BundleSuggestion } from '../analysis/bundle/suggest-bundles.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { createPaint, type Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import type { BundleRendering } from './bundle-text.ts'
import { wrapDisplay } from './wrap-display.ts'

const WIDTH = 100
/** So many shared documents and questions are named. */
const MOST_NAMED = 8

/** Groups of matters that would make one thing, for people (可以合成的一件事). Ends without a line end. */
export function renderSuggestions(
  suggestions: readonly BundleSuggestion[],
  among: number,
  { color = false, width = WIDTH }: BundleRendering = {},
): string {
  const paint = createPaint(color)
  if (suggestions.length === 0) {
    return `看了${among}个事项，没有哪几项有足够多相同的材料、信息，或者一项产出另一项要的材料`
  }
  const head = [
    `看了${among}个事项，按相同的材料、信息和能接着用的结果多少，列出${suggestions.length}组：`,
    '压减按统一受理、统一出件、其余同时办理试算；以前是法定时限之和、各项材料和跑动之和，以后的跑动是其中最多的一项。',
  ]
  const blocks = [head, ...suggestions.map((each, index) => renderGroup(each, index, paint))]
  return blocks.map((lines) => lines.flatMap((line) => wrapDisplay(printable(line), width)).join('\n')).join('\n\n')
}

function renderGroup(suggestion: BundleSuggestion, index: number, paint: Paint): readonly string[] {
  const { matters, sharedMaterials, sharedFacts, feeds, cuts, comparedWith, problems, within } = suggestion
  const passedOn = new Map<string, string[]>()
  for (const { from, output, to } of feeds) {
    const key = `${from}·${output}`
    passedOn.set(key, [...(passedOn.get(key) ?? []), to])
  }
  return [
    paint(`${index + 1}. ${quoted(matters)}`, 'bold'),
    ...line(
      '相同的材料',
      sharedMaterials.map(({ name }) => name),
    ),
    ...line(
      '相同的信息',
      sharedFacts.map(({ name }) => name),
    ),
    ...[...passedOn].map(([output, users]) => `  结果接着用：${output} → ${quoted([...new Set(users)])}`),
    ...(cuts === null
      ? []
      : [
          `  压减：${[
            `${printCut('时限', cuts.time, '个工作日')}${comparedWith === 'promisedSum' ? '，比的是承诺时限之和' : ''}`,
            printCut('材料', cuts.materials, '份'),
            printCut('跑动', cuts.trips, '次'),
          ].join('，')}`,
        ]),
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    ...within.map((name) => `  已经在一件事“${name}”里`),
  ]
}

/** Names of matters may have a 、 of their own. */
function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、')
}

function line(title: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const more = names.length > MOST_NAMED ? '等' : ''
  return [`  ${title}${names.length}项：${names.slice(0, MOST_NAMED).join('、')}${more}`]
}

/** For want of which a cut cannot be told. */
const UNKNOWN = { 时限: '有的没有时限或者办理环节', 材料: '没有材料', 跑动: '有的没有写到现场次数' } as const

function printCut(subject: keyof typeof UNKNOWN, cut: BundleCut | null, unit: string): string {
  if (cut === null) return `${subject}算不出来（${UNKNOWN[subject]}）`
  const percent = cut.ratio === null ? '' : `（${printPercent(cut.ratio, 1)}%）`
  return `${subject}${printNumber(cut.before)}→${printNumber(cut.after)}${unit}${percent}`
}
