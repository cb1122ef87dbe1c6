import type { IToken } from 'chevrotain'
import { BLANK, foldCode, foldKey, INVISIBLE, kindOf } from '../fold.ts'
import type { Name } from '../tree.ts'
import { type Slice, spanIn, writtenIn } from './slice.ts'
import { endOf } from './tokens.ts'

/** The name that a token stands for: without its 【】 and blanks. */
export function nameOfToken(slice: Slice, token: IToken): Name {
  return nameIn(slice, token.startOffset, endOf(token))
}

/** The name in a stretch of a slice; its span leaves out 【】 and blanks around it. */
export function nameIn(slice: Slice, from: number, to: number): Name {
  const { text } = slice
  let start = from
  let end = to
  while (start < end && isTrimmed(text.charCodeAt(start))) start++
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--
  if (start < end && isBracketed(text, start, end)) {
    start++
    end--
    while (start < end && isTrimmed(text.charCodeAt(start))) start++
    while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--
  }
  const span = spanIn(slice, start, end)
  if (slice.written === undefined) return { text: text.slice(start, end), key: foldKey(text, start, end), span }
  const written = writtenIn(slice, start, end)
  return { text: written, key: foldKey(written), span }
}

function isTrimmed(code: number): boolean {
  if (code > 0x3164 && code < 0xfe00) return false
  const kind = kindOf(code)
  return kind === BLANK || kind === INVISIBLE
}

/** True when one pair of 【】 stands around the whole stretch; the name inside may have pairs of its own. */
export function isBracketed(text: string, start: number, end: number): boolean {
  return end - start > 1 && foldCode(text.charCodeAt(start)) === 0x5b && nameClosing(text, start, end) === end - 1
}

/** How many pairs of brackets stand inside each other at most; so that many unpaired ones are looked at a few times only. */
const DEEPEST_BRACKETS = 4

/** Where the 【 at a place has its 】; −1 when it has none. */
export function nameClosing(text: string, open: number, end: number): number {
  let depth = 0
  for (let at = open; at < end; at++) {
    const code = foldCode(text.charCodeAt(at))
    if (code === 0x5b && ++depth > DEEPEST_BRACKETS) return -1
    if (code === 0x5d && --depth === 0) return at
  }
  return -1
}
