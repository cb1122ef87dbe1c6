import type { Span } from '../../base/span.ts'
import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { foldCode } from '../fold.ts'
import { found, type Reading } from './reading.ts'
import { type Slice, spanIn, writtenIn } from './slice.ts'

const OPENING = 0x28
const CLOSING = 0x29
const WORDS = TO_FILL_IN.slice(1, -1)

/** Reports a blank that the author has not filled in (ZW1105): the value then says nothing. False when there is none. */
export function reportUnfilled(reading: Reading, slice: Slice): boolean {
  const blank = blankIn(slice)
  if (blank === undefined) return false
  const value = writtenIn(slice, slice.start, slice.end)
  found(reading, 'ZW1105', { keyword: reading.keyword, value }, spanIn(slice, blank.start, blank.end))
  return true
}

/** （请填写）, in any width, with or without a word on what to fill in. */
function blankIn({ text, start, end }: Slice): Span | undefined {
  // Of the whole text a search would read all that follows, for each value anew.
  const value = text.slice(start, end)
  for (let at = value.indexOf(WORDS); at >= 0; at = value.indexOf(WORDS, at + 1)) {
    if (at === 0 || foldCode(value.charCodeAt(at - 1)) !== OPENING) continue
    let close = at
    while (close < value.length && foldCode(value.charCodeAt(close)) !== CLOSING) close++
    return { start: start + at - 1, end: Math.min(start + close + 1, end) }
  }
  return undefined
}
