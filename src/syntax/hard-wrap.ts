import { kindOf, LINE_END } from './fold.ts'

/** Shortest line that may have been broken by an editor. Unit: characters. */
export const SHORTEST_WRAPPED = 30

/** How wide the lines of a file are (行宽): a file that was wrapped has several lines of nearly the greatest width. */
export interface WrapWidth {
  readonly longest: number
  readonly widest: number
  /** How many lines come within one character of the longest, and within two columns of the widest. */
  readonly long: number
  readonly wide: number
}

/** Display columns of a stretch of text: 1 for Latin, 2 for Chinese. */
function columns(text: string, start: number, end: number): number {
  let width = 0
  for (let i = start; i < end; i++) width += text.charCodeAt(i) < 0x1100 ? 1 : 2
  return width
}

/** Measures all lines of a file, twice: for the greatest width, and for how many come near it. */
export function measureLines(text: string): WrapWidth {
  let longest = 0
  let widest = 0
  eachLine(text, (start, end) => {
    longest = Math.max(longest, end - start)
    if (2 * (end - start) > widest) widest = Math.max(widest, columns(text, start, end))
  })
  let long = 0
  let wide = 0
  eachLine(text, (start, end) => {
    if (end - start >= longest - 1) long++
    if (2 * (end - start) >= widest - 2 && columns(text, start, end) >= widest - 2) wide++
  })
  return { longest, widest, long, wide }
}

function eachLine(text: string, visit: (start: number, end: number) => void): void {
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && kindOf(text.charCodeAt(i)) !== LINE_END) continue
    if (i > start) visit(start, i)
    start = i + 1
  }
}

/** How likely a line was broken at its end by an editor: its width says so, and other lines of the file agree. */
export function wrapLikelihood(text: string, start: number, end: number, width: WrapWidth): 'no' | 'maybe' | 'surely' {
  const length = end - start
  if (length < SHORTEST_WRAPPED || endsSentence(text, end)) return 'no'
  if (length >= width.longest - 1) return width.long > 1 ? 'surely' : 'maybe'
  if (columns(text, start, end) >= width.widest - 2) return width.wide > 1 ? 'surely' : 'maybe'
  return 'no'
}

/** True when the text before `end` is complete: 。；！？ */
function endsSentence(text: string, end: number): boolean {
  return '。；;！？!?'.includes(text.charAt(end - 1))
}
