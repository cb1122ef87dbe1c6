import { firstIndex } from '../base/first-index.ts'
import type { Span } from '../base/span.ts'
import type { Respelling } from './bracket-names.ts'
import { offsetIn, type Slice, sliceOf } from './values/slice.ts'

/** Stretches of a text as one line (合并成一行), with the names in them respelt; `respellings` in order of the text. */
export function joinedText(text: string, pieces: readonly Span[], respellings: readonly Respelling[]): string {
  const [first = { start: 0, end: 0 }] = pieces
  const { end } = pieces.at(-1) ?? first
  const slice = sliceOf(text, first, pieces.length === 1 ? undefined : pieces)
  let written = ''
  let at = slice.start
  for (let i = firstIndex(respellings, ({ start }) => start >= first.start); i < respellings.length; i++) {
    const respelling = respellings[i]
    if (respelling === undefined || respelling.end > end) break
    written += slice.text.slice(at, unitAt(slice, respelling.start)) + respelling.text
    at = unitAt(slice, respelling.end)
  }
  return written + slice.text.slice(at, slice.end)
}

/** The unit of a slice that stands at an offset of the file, or is the first behind it. */
function unitAt(slice: Slice, offset: number): number {
  if (slice.offsets === undefined) return offset
  let at = slice.start
  while (at < slice.end && offsetIn(slice, at) < offset) at++
  return at
}
