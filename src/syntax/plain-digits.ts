import type { Respelling } from './bracket-names.ts'
import type { SyntaxNode, SyntaxTree, Value } from './tree.ts'

/**
 * Values that are nothing but numbers and words of measure, with the stretch that is so in every case: behind it an author
 * may have a unit of his own, ２号窗口. In all other values a digit may be part of a name or of prose.
 */
const MEASURES: Readonly<Partial<Record<Value['kind'], RegExp>>> = {
  integer: /^.*$/s,
  count: /^[0-9０-９.．,，\s]*/,
  duration: /^.*$/s,
  date: /^.*$/s,
  dateRanges: /^.*$/s,
  money: /^[^／/每]*/,
  goal: /^.*$/s,
}

/** Full-width digits and % with the plain ones, and the full stop between two of the digits. */
const FULL_WIDTH = /[０-９％]|(?<=[0-9０-９])．(?=[0-9０-９])/g

/** How far a full-width character of ASCII lies behind the plain one. */
const DISTANCE = 0xfee0

/** The full-width digits of numbers, dates and lengths of time as plain ones (半角数字): １次 as 1次. In order of the text. */
export function plainDigits({ source: { text }, blocks }: SyntaxTree): readonly Respelling[] {
  const found: Respelling[] = []
  const visit = ({ value, valueSpan, children }: SyntaxNode) => {
    const measure = MEASURES[value.kind]
    if (measure !== undefined) {
      const [written = ''] = measure.exec(text.slice(valueSpan.start, valueSpan.end)) ?? []
      for (const { 0: digit, index } of written.matchAll(FULL_WIDTH)) {
        const start = valueSpan.start + index
        found.push({ start, end: start + 1, text: String.fromCharCode(digit.charCodeAt(0) - DISTANCE) })
      }
    }
    children.forEach(visit)
  }
  blocks.forEach(visit)
  return found
}
