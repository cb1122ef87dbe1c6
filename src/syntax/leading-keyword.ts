import type { Span } from '../base/span.ts'
import { BLANK, foldCode, kindOf } from './fold.ts'
import { KEYWORDS, keywordNumber, type Row } from './keyword-table.ts'
import { skipBlanks } from './line-head.ts'
import { depthTaking, frameAt, type OpenNodes } from './open-nodes.ts'

/** Longest keyword. Unit: characters. */
const LONGEST = Math.max(...[...KEYWORDS.numbers.keys()].map((word) => word.length))

/** Marks that people type instead of the colon. */
const WRONG_MARKS = new Set([...',;.。、=-→'].map((mark) => mark.charCodeAt(0)))

/** A keyword at the head of a line without a colon behind it. */
export interface LeadingKeyword {
  readonly number: number
  readonly keyword: Span
  readonly valueStart: number
  /** True when another mark stands where the colon should. */
  readonly wrongMark: boolean
  /** True for the title of a section, which stands alone on its line. */
  readonly isTitle: boolean
}

/** Finds the longest keyword that may be written here and with which a stretch of text begins. */
export function findLeadingKeyword(
  text: string,
  start: number,
  end: number,
  open: OpenNodes,
): LeadingKeyword | undefined {
  for (let at = Math.min(end, start + LONGEST); at > start; at--) {
    if (kindOf(text.charCodeAt(at - 1)) === BLANK) continue
    const number = keywordNumber(text, start, at)
    const row = number < 0 ? undefined : rowHere(open, number)
    if (row === undefined) continue
    const mark = skipBlanks(text, at, end)
    const wrongMark = mark < end && WRONG_MARKS.has(foldCode(text.charCodeAt(mark)))
    const valueStart = wrongMark ? skipBlanks(text, mark + 1, end) : mark
    if (isPlausible(text, row, at, valueStart, end)) {
      const isTitle = row.construct.value.kind === 'none'
      return { number, keyword: { start, end: at }, valueStart, wrongMark, isTitle }
    }
  }
  return undefined
}

/** What a keyword would mean at this point: below an open node, or below a section that could be opened. */
function rowHere(open: OpenNodes, number: number): Row | undefined {
  const depth = depthTaking(open, number)
  if (depth >= 0) return frameAt(open, depth).row.children[number]
  for (let at = open.top; at >= 1; at--) {
    for (const member of frameAt(open, at).row.members) {
      if (member.construct.role === 'section' && member.children[number] !== undefined) return member.children[number]
    }
  }
  return undefined
}

/** A section title stands alone; a keyword of one character begins many words, so it needs a bracket or a blank after it. */
function isPlausible(text: string, row: Row, keywordEnd: number, valueStart: number, end: number): boolean {
  if (row.construct.value.kind === 'none') return valueStart >= end
  if (row.construct.keyword.length > 1) return true
  if (valueStart >= end) return false
  const next = foldCode(text.charCodeAt(keywordEnd))
  return next === 0x5b || next === 0x28 || next === 0x20 || next === 0x975e
}
