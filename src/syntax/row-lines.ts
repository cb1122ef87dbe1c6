import { keywordBefore } from './keyword-line.ts'
import { quotedCell } from './quoted-cell.ts'
import { COMMENT_LINE, type Line, SEPARATOR_LINE, scanLine, TABLE_LINE } from './scan-lines.ts'

const TAB = 0x09
const QUOTE = 0x22

/** Most further lines that a row is looked for in: a quotation mark that is never closed costs no more than that. */
const MOST_LINES = 20

/** Lines that no cell goes on in. */
const OTHERS: ReadonlySet<number> = new Set([COMMENT_LINE, SEPARATOR_LINE, TABLE_LINE])

/** The last line of a row whose cells go over several lines; the line itself where none does. */
export function lastLineOfRow(text: string, line: Line): Line {
  let last = line
  for (let start = line.content; ; ) {
    const closing = last.number - line.number < MOST_LINES ? closingLine(text, start, last) : undefined
    let at = closing === undefined ? start : (quotedCell(text, start, closing.end)?.end ?? start)
    if (closing !== undefined) last = closing
    while (at < last.end && text.charCodeAt(at) !== TAB) at++
    if (at >= last.end) return last
    start = at + 1
  }
}

/** The line in which a cell in quotation marks that begins in this one ends; undefined where it ends here, or nowhere. */
function closingLine(text: string, start: number, line: Line): Line | undefined {
  if (text.charCodeAt(start) !== QUOTE || isClosedBefore(text, start + 1, line.end)) return undefined
  let last = line
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const next = { ...last }
    // A keyword in front of a colon begins a line of its own.
    if (!scanLine(text, next) || OTHERS.has(next.kind) || keywordBefore(text, next) !== undefined) return undefined
    last = next
    if (quotedCell(text, start, last.end) !== undefined) return last
    if (text.slice(last.start, last.end).includes('\t')) return undefined
  }
  return undefined
}

/** True where a cell ends on the line that it begins in: at its mark, or at a TAB. */
function isClosedBefore(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === TAB) return true
    if (code !== QUOTE) continue
    if (text.charCodeAt(at + 1) !== QUOTE) return true
    at++
  }
  return false
}
