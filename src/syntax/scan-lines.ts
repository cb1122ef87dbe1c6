import { BLANK, foldCode, INVISIBLE, kindOf, LINE_END } from './fold.ts'
import { skipDecoration } from './line-head.ts'
import { isBar, isGridCode } from './table-row.ts'

/** What a line is before its keyword is looked at (行的种类). */
export const EMPTY_LINE = 0
/** 注： # // ※ */
export const COMMENT_LINE = 1
/** Three or more of — - = */
export const SEPARATOR_LINE = 2
/** Begins with ｜ */
export const TABLE_LINE = 3
/** Anything else: a keyword line where a keyword stands before the first colon. */
const CONTENT_LINE = 4

/** One line as scanned. A single record is filled again for every line, so that scanning allocates nothing. */
export interface Line {
  kind: number
  /** Number of the line, from 1. */
  number: number
  /** Where the line begins, and where its content begins after blanks. */
  start: number
  content: number
  /** Where its content begins after numbering and bullets. */
  head: number
  /** The first colon after the head; −1 when there is none. */
  colon: number
  /** Where its content ends, and where the next line begins. */
  end: number
  next: number
  /** Columns of leading blanks: a space 1, U+3000 2, a TAB up to the next multiple of 4. */
  indent: number
  /** True when the leading blanks contain a TAB. */
  tabbed: boolean
}

/** A blank record for {@link scanLine}. */
export function emptyLine(): Line {
  return {
    kind: EMPTY_LINE,
    number: 0,
    start: 0,
    content: 0,
    head: 0,
    colon: -1,
    end: 0,
    next: 0,
    indent: 0,
    tabbed: false,
  }
}

const COLON = 0x3a
const FULL_WIDTH_COLON = 0xff1a

/** Reads the line that begins at `line.next` into `line`; false at the end of the text. Linear in the length of the line. */
export function scanLine(text: string, line: Line): boolean {
  const start = line.next
  const length = text.length
  if (start >= length) return false
  line.number++
  line.start = start
  line.tabbed = false
  let indent = 0
  let i = start
  for (; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x20) indent++
    else {
      const kind = kindOf(code)
      if (kind === BLANK) {
        if (code === 0x09) {
          line.tabbed = true
          indent = (indent | 3) + 1
        } else indent += code === 0x3000 ? 2 : 1
      } else if (kind !== INVISIBLE) break
    }
  }
  line.indent = indent
  line.content = i
  findEnd(text, line)
  if (line.end === i) {
    line.kind = EMPTY_LINE
    line.head = i
    line.colon = -1
  } else {
    line.kind = classify(text, line)
  }
  return true
}

/** Finds the end of the line and its first colon. */
function findEnd(text: string, line: Line): void {
  const length = text.length
  let i = line.content
  let code = 0
  line.colon = -1
  for (; i < length; i++) {
    code = text.charCodeAt(i)
    if (code === FULL_WIDTH_COLON || code === COLON || (code > 0x2200 && code < 0xff00 && isRareColon(code))) {
      line.colon = i++
      break
    }
    if (isLineEnd(code)) break
  }
  if (line.colon >= 0) {
    for (; i < length; i++) {
      code = text.charCodeAt(i)
      if (isLineEnd(code)) break
    }
  }
  if (i >= length) line.next = length
  else line.next = code === 0x0d && text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1
  let end = i
  for (; end > line.content; end--) {
    const kind = kindOf(text.charCodeAt(end - 1))
    if (kind !== BLANK && kind !== INVISIBLE) break
  }
  line.end = end
  if (line.colon >= end) line.colon = -1
}

/** How many lines a text has before an offset at which a line begins. */
export function linesBefore(text: string, offset: number): number {
  let lines = 0
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i)
    if (isLineEnd(code) && !(code === 0x0d && text.charCodeAt(i + 1) === 0x0a)) lines++
  }
  return lines
}

/** Where the line begins in which an offset lies. */
export function lineStartBefore(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--
  return start
}

/** Where the next line begins after an offset. */
export function lineEndAfter(text: string, offset: number): number {
  let end = offset
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
  return Math.min(text.length, text.startsWith('\r\n', end) ? end + 2 : end + 1)
}

/** True for the code unit of anything that ends a line. */
function isLineEnd(code: number): boolean {
  return code < 0x0e ? code > 0x09 : code < 0x2030 && code > 0x84 && kindOf(code) === LINE_END
}

/** Ratio sign and small or vertical forms of the colon. */
function isRareColon(code: number): boolean {
  return code === 0x2236 || code === 0xfe55 || code === 0xfe30
}

/** True when the unit is a colon of any width. */
function isColon(code: number): boolean {
  return foldCode(code) === COLON
}

function classify(text: string, line: Line): number {
  const code = text.charCodeAt(line.content)
  line.head = line.content
  if (isBar(code) || isGrid(text, line)) return TABLE_LINE
  if (isRule(code) && isSeparator(text, line.content, line.end)) return SEPARATOR_LINE
  line.head = skipDecoration(text, line.content, line.end)
  if (isBar(text.charCodeAt(line.head))) return TABLE_LINE
  if (line.colon >= 0 && line.colon < line.head) line.colon = findColon(text, line.head, line.end)
  return isComment(text, line.head, line.end) ? COMMENT_LINE : CONTENT_LINE
}

/** ├──┼──┤ and +---+---+ */
function isGrid(text: string, { content, end }: Line): boolean {
  const code = text.charCodeAt(content)
  if (code === 0x2b || code === 0xff0b) return content + 1 < end && isRule(text.charCodeAt(content + 1))
  return code > 0x250b && code < 0x2550 && isGridCode(code)
}

function findColon(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (isColon(text.charCodeAt(i))) return i
  return -1
}

function isRule(code: number): boolean {
  const folded = foldCode(code)
  return folded === 0x2d || folded === 0x3d || folded === 0x5f || code === 0x2501 || code === 0x2550
}

function isSeparator(text: string, start: number, end: number): boolean {
  let marks = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (isRule(code)) marks++
    else if (kindOf(code) !== BLANK && kindOf(code) !== INVISIBLE) return false
  }
  return marks >= 3
}

function isComment(text: string, head: number, end: number): boolean {
  const code = text.charCodeAt(head)
  if (code === 0x23 || code === 0xff03 || code === 0x203b) return true
  if (code === 0x2f || code === 0xff0f) return head + 1 < end && foldCode(text.charCodeAt(head + 1)) === 0x2f
  return (code === 0x6ce8 || code === 0x8a3b) && isNoteHead(text, head + 1, end)
}

/** After 注: blanks or a number, then a colon. */
function isNoteHead(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    const folded = foldCode(code)
    if (folded === COLON) return true
    const kind = kindOf(code)
    if (kind !== BLANK && kind !== INVISIBLE && !(folded >= 0x30 && folded <= 0x39)) return false
  }
  return false
}
