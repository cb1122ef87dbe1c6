import type { Span } from '../base/span.ts'
import { kindOf, LINE_END } from './fold.ts'

const TAB = 0x09
const QUOTE = 0x22

/** A cell that goes over several lines (格内换行): its lines, and where it ends. */
interface QuotedCell {
  readonly pieces: readonly Span[]
  readonly end: number
}

/**
 * The cell in quotation marks that begins at a place and goes over several lines, as spreadsheets copy one; marks that it
 * has itself are doubled there. Undefined for any other: a mark on one line is part of what the cell says.
 */
export function quotedCell(text: string, start: number, end: number): QuotedCell | undefined {
  if (text.charCodeAt(start) !== QUOTE) return undefined
  const pieces: Span[] = []
  let from = start + 1
  let isBroken = false
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === TAB) return undefined
    const isDoubled = code === QUOTE && text.charCodeAt(at + 1) === QUOTE && at + 1 < end
    if (isDoubled) {
      pieces.push({ start: from, end: at + 1 })
      from = at + 2
      at++
    } else if (code === QUOTE) {
      pieces.push({ start: from, end: at })
      return isBroken && endsCell(text, at + 1, end) ? { pieces, end: at + 1 } : undefined
    } else if (kindOf(code) === LINE_END) {
      pieces.push({ start: from, end: at })
      from = at + 1
      isBroken = true
    }
  }
  return undefined
}

function endsCell(text: string, at: number, end: number): boolean {
  return at >= end || text.charCodeAt(at) === TAB
}
