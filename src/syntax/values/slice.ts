import type { Span } from '../../base/span.ts'
import {
  COMPATIBLE,
  foldCode,
  foldUnit,
  INVISIBLE,
  isWordUnit,
  kindOf,
  LINE_END,
  simplifyCode,
  TRADITIONAL,
} from '../fold.ts'

/** A value as its grammar reads it: a stretch of text, and where each of its units stands in the file. */
export interface Slice {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Offsets in the file by unit of `text`, one more than units; absent where `text` is the file itself. */
  readonly offsets: readonly number[] | undefined
  /** For a rewritten slice: the one it was made from, and the place there of each of its units, one more than units. */
  readonly written?: { readonly slice: Slice; readonly places: readonly number[] }
}

/** The offset in the file of a unit of a slice. */
export function offsetIn(slice: Slice, at: number): number {
  return slice.offsets === undefined ? at : (slice.offsets[at] ?? slice.offsets.at(-1) ?? 0)
}

/** The stretch of the file that a stretch of a slice comes from. */
export function spanIn(slice: Slice, start: number, end: number): Span {
  if (slice.offsets === undefined) return { start, end }
  const from = offsetIn(slice, start)
  return { start: from, end: end > start ? offsetIn(slice, end - 1) + 1 : from }
}

/** The value of a line as the author wrote it: one stretch, or the joined stretches of several lines. */
export function sliceOf(text: string, span: Span, pieces: readonly Span[] | undefined): Slice {
  if (pieces === undefined) return { text, start: span.start, end: span.end, offsets: undefined }
  const parts: string[] = []
  const offsets: number[] = []
  let last = 0
  for (const piece of pieces) {
    if (piece.end === piece.start) continue
    const next = text.charCodeAt(piece.start)
    // Words stand apart; digits on both sides are one number that was cut.
    if (isWordUnit(last) && isWordUnit(next) && !(isDigit(last) && isDigit(next))) {
      parts.push(' ')
      offsets.push(piece.start)
    }
    parts.push(text.slice(piece.start, piece.end))
    for (let at = piece.start; at < piece.end; at++) offsets.push(at)
    last = text.charCodeAt(piece.end - 1)
  }
  offsets.push(span.end)
  const joined = parts.join('')
  return { text: joined, start: 0, end: joined.length, offsets }
}

function isDigit(code: number): boolean {
  const folded = foldCode(code)
  return folded >= 0x30 && folded <= 0x39
}

/**
 * The slice as the token scanners expect it: without invisible characters and line ends, with ordinary characters in
 * place of radicals and signs, and with simplified ones. Most slices need nothing of this and come back as they are.
 */
export function prepared(slice: Slice): Slice {
  for (let at = slice.start; at < slice.end; at++) {
    const kind = kindOf(slice.text.charCodeAt(at))
    if (kind === INVISIBLE || kind === COMPATIBLE || kind === TRADITIONAL || kind === LINE_END) return rewritten(slice)
  }
  return slice
}

function rewritten(slice: Slice): Slice {
  const parts: string[] = []
  const places: number[] = []
  for (let at = slice.start; at < slice.end; at++) {
    const code = slice.text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === INVISIBLE || kind === LINE_END) continue
    const unit = kind === COMPATIBLE ? simplified(foldUnit(code)) : String.fromCharCode(simplifyCode(code))
    for (let i = 0; i < unit.length; i++) places.push(at)
    parts.push(unit)
  }
  places.push(slice.end)
  const offsets = places.map((place) => offsetIn(slice, place))
  const text = parts.join('')
  return { text, start: 0, end: text.length, offsets, written: { slice, places } }
}

function simplified(unit: string): string {
  return unit.length === 1 ? String.fromCharCode(simplifyCode(unit.charCodeAt(0))) : unit
}

/** The author's own words for a stretch of a slice. */
export function writtenIn(slice: Slice, start: number, end: number): string {
  if (slice.written === undefined) return slice.text.slice(start, end)
  const { places } = slice.written
  return slice.written.slice.text.slice(places[start], end > start ? (places[end - 1] ?? 0) + 1 : places[start])
}

/** Whether a word of the language stands at a place of a prepared text; width does not matter. */
export function wordAt(text: string, at: number, end: number, word: string): boolean {
  if (at + word.length > end) return false
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(at + i)
    if (code !== word.charCodeAt(i) && foldCode(code) !== word.charCodeAt(i)) return false
  }
  return true
}
