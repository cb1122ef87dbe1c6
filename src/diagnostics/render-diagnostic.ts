import { groupBy } from '../base/group-by.ts'
import type { Applicability, Diagnostic, Label } from './diagnostic.ts'
import { padDisplay } from './display-width.ts'
import { createPaint, type Paint, type Style } from './paint.ts'
import { printable } from './printable.ts'
import { SEVERITY_WORDS, type Severity } from './severity.ts'
import type { SourceIndex } from './source-index.ts'
import { showSourceLine } from './source-line.ts'

/** How a finding is drawn (呈现方式). */
export interface RenderOptions {
  /** ANSI colours, for terminals. */
  readonly color?: boolean
}

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', hint: 'cyan' }
const APPLICABILITY_WORDS: Readonly<Record<Applicability, string>> = {
  auto: '自动',
  ask: '需确认',
  placeholder: '含占位',
}

/** Most places shown for one finding; a name declared a thousand times would fill the screen. */
const LABELS_SHOWN = 6

/** Sets one finding for a terminal: what is wrong, where in the text, what to do. Ends without a line end. */
export function renderDiagnostic(diagnostic: Diagnostic, sources: SourceIndex, options: RenderOptions = {}): string {
  const paint = createPaint(options.color ?? false)
  const style = SEVERITY_STYLES[diagnostic.severity]
  const placed = diagnostic.labels
    .slice(0, LABELS_SHOWN)
    .map((label, index) => ({ label, primary: index === 0, line: sources.locate(label.origin).start.line }))
  const gutter = Math.max(2, ...placed.map(({ line }) => String(line).length)) + 1
  const margin = ' '.repeat(gutter)
  const note = (text: string) => `${margin}${paint('=', 'blue')} ${printable(text)}`
  const hidden = diagnostic.labels.length - placed.length
  return [
    `${paint(`${SEVERITY_WORDS[diagnostic.severity]}[${diagnostic.code}]`, style, 'bold')}：${paint(printable(diagnostic.message), 'bold')}`,
    ...renderExcerpts(placed, { sources, paint, style, gutter }),
    ...(hidden > 0 ? [note(`另有${hidden}处没有列出`)] : []),
    ...(diagnostic.context === undefined ? [] : [note(`所在位置：${diagnostic.context}`)]),
    ...(diagnostic.help === undefined ? [] : [note(`建议：${diagnostic.help}`)]),
    ...diagnostic.fixes.map((fix) => note(`改法（${APPLICABILITY_WORDS[fix.applicability]}）：${fix.title}`)),
  ].join('\n')
}

interface PlacedLabel {
  readonly label: Label
  readonly primary: boolean
  readonly line: number
}

interface Sheet {
  readonly sources: SourceIndex
  readonly paint: Paint
  readonly style: Style
  readonly gutter: number
}

/** File by file, the primary one first; within a file line by line. */
function renderExcerpts(labels: readonly PlacedLabel[], sheet: Sheet): readonly string[] {
  const byFile = groupBy(labels, ({ label }) => label.origin.file)
  return [...byFile].flatMap(([file, inFile]) => {
    const lead = inFile.find(({ primary }) => primary) ?? inFile[0]
    if (lead === undefined) return []
    const { start } = sheet.sources.locate(lead.label.origin)
    const place = sheet.sources.text(file) === undefined ? file : `${file}:${start.line}:${start.column}`
    const byLine = [...groupBy(inFile, ({ line }) => line)].sort(([a], [b]) => a - b)
    return [
      `${' '.repeat(sheet.gutter)}${sheet.paint('┌─', 'blue')} ${printable(place)}`,
      ...byLine.flatMap(([line, inLine]) => renderLine(file, line, inLine, sheet)),
    ]
  })
}

function renderLine(file: string, line: number, labels: readonly PlacedLabel[], sheet: Sheet): readonly string[] {
  const text = sheet.sources.text(file)
  const bounds = sheet.sources.lineBounds(file, line)
  const focus = (labels.find(({ primary }) => primary) ?? labels[0])?.label.origin.span
  if (text === undefined || bounds === undefined || focus === undefined) return []
  const shown = showSourceLine(text, bounds, focus)
  const bar = sheet.paint('│', 'blue')
  const underlines = labels
    .map(({ label, primary }) => ({ label, primary, ...shown.columns(label.origin.span) }))
    .sort((a, b) => a.start - b.start)
    .map(({ label, primary, start, width }) => {
      const mark = sheet.paint((primary ? '^' : '─').repeat(width), primary ? sheet.style : 'blue')
      const remark = sheet.paint(printable(label.text), primary ? sheet.style : 'blue')
      return `${' '.repeat(sheet.gutter)}${bar} ${' '.repeat(start)}${mark} ${remark}`.trimEnd()
    })
  const number = sheet.paint(padDisplay(String(line), sheet.gutter, 'left'), 'blue')
  return [`${number}${bar} ${shown.text}`.trimEnd(), ...underlines]
}

/** How many findings of each severity there are, as one line: 2个错误，1个警告. */
export function summarizeSeverities(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'hint'] as const)
    .map((severity) => ({ severity, count: diagnostics.filter((each) => each.severity === severity).length }))
    .filter(({ count }) => count > 0)
  return counts.map(({ severity, count }) => `${count}个${SEVERITY_WORDS[severity]}`).join('，')
}
