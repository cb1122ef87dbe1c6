import type { Span } from '../base/span.ts'

/** A heading of a Markdown file: `## 第三十五条`. */
export interface Heading {
  /** From 1, the highest, to 6. */
  readonly level: number
  readonly text: string
  readonly span: Span
}

/** A Markdown file whose fenced blocks hold `.zw` lines (文规合一的文件). */
export interface LiterateText {
  /** The lines of each fenced block, without the fences. */
  readonly fences: readonly Span[]
  readonly headings: readonly Heading[]
}

/** Whether a file holds its lines in the fenced blocks of Markdown: 食品安全法.zw.md. */
export function isLiterate(uri: string): boolean {
  return /\.zw\.md$/i.test(uri)
}

/** Up to three blanks, then three or more ` or ~, then what the block holds. */
const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/
const HEADING = /^ {0,3}(#{1,6})(?:[ \t\u3000]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const LANGUAGES: ReadonlySet<string> = new Set(['政务', 'zw'])

/** Finds the blocks and headings of a Markdown file; a block that is not closed goes on to the end, as Markdown has it. */
export function readLiterate(text: string): LiterateText {
  const fences: Span[] = []
  const headings: Heading[] = []
  let open: { readonly mark: string; readonly isOurs: boolean; readonly start: number } | undefined
  for (const { line, start, next } of linesOf(text)) {
    if (open !== undefined) {
      if (!closes(line, open.mark)) continue
      if (open.isOurs) fences.push({ start: open.start, end: start })
      open = undefined
      continue
    }
    const [, mark, language = ''] = FENCE.exec(line) ?? []
    const [, marks, words = ''] = HEADING.exec(line) ?? []
    if (mark !== undefined) open = { mark, isOurs: LANGUAGES.has(language.toLowerCase()), start: next }
    else if (marks !== undefined) {
      headings.push({ level: marks.length, text: words.trim(), span: { start, end: start + line.length } })
    }
  }
  if (open?.isOurs === true) fences.push({ start: open.start, end: text.length })
  return { fences, headings }
}

/** The text with blanks in place of all that stands outside the blocks, so that places stay what they are. */
export function blankProse(text: string, { fences }: LiterateText): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of fences) {
    pieces.push(blank(text.slice(at, start)), text.slice(start, end))
    at = end
  }
  return pieces.join('') + blank(text.slice(at))
}

function blank(prose: string): string {
  return prose.replace(/[^\r\n]/g, ' ')
}

/** A fence of the same mark, at least as long, with nothing behind it. */
function closes(line: string, mark: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
  return closing?.startsWith(mark) === true
}

function* linesOf(text: string) {
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
    yield { line: text.slice(start, end), start, next: Math.min(next, text.length) }
    start = next
  }
}
