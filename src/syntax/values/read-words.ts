import type { Span } from '../../base/span.ts'
import { quote } from '../../diagnostics/wording.ts'
import { foldCode, foldWord } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import { SPOKEN_WORDS } from '../spoken-words.ts'
import { nearestWord } from '../suggest.ts'
import type { Value } from '../tree.ts'
import type { Words } from '../words.ts'
import { withoutEndMarks } from './read-plain.ts'
import { fix, found, type Reading } from './reading.ts'
import { type Slice, spanIn } from './slice.ts'

/** Word lists by spelling, made at first use. */
const indexes = new WeakMap<Words, ReadonlyMap<string, string>>()

function indexOf(words: Words): ReadonlyMap<string, string> {
  let index = indexes.get(words)
  if (index === undefined) {
    index = new Map(Object.entries(words).flatMap(([id, spellings]) => spellings.map((word) => [word, id])))
    indexes.set(words, index)
  }
  return index
}

/** The id of a word of a list, in any width and in traditional characters too. */
function wordId(slice: Slice, start: number, end: number, words: Words): string | undefined {
  const index = indexOf(words)
  return index.get(slice.text.slice(start, end)) ?? index.get(foldWord(slice.text, start, end))
}

export function readEnum(reading: Reading, slice: Slice, { words }: { readonly words: Words }): Value {
  const end = withoutEndMarks(slice)
  const id = wordId(slice, slice.start, end, words)
  if (id !== undefined) return { kind: 'enum', id }
  return unknownWords(reading, slice, [{ start: slice.start, end }], words)
}

export function readEnums(reading: Reading, slice: Slice, { words }: { readonly words: Words }): Value {
  const { text } = slice
  const end = withoutEndMarks(slice)
  const ids: string[] = []
  const unknown: Span[] = []
  for (let at = slice.start; at < end; ) {
    let stop = at
    while (stop < end && !isSeparator(text.charCodeAt(stop))) stop++
    const start = skipBlanks(text, at, stop)
    const id = wordId(slice, start, stop, words)
    if (id !== undefined) ids.push(id)
    else if (start < stop) unknown.push({ start, end: stop })
    at = stop + 1
  }
  const missing = unknown.length === 0 ? undefined : unknownWords(reading, slice, unknown, words)
  return ids.length === 0 && missing !== undefined ? missing : { kind: 'enums', ids }
}

const BLANK_CODE = 0x20

/** 、 ， ； ／ or a blank between the words of a list. */
function isSeparator(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return false
  const folded = foldCode(code)
  return folded === 0x3001 || folded === 0x2c || folded === 0x3b || folded === 0x2f || folded === BLANK_CODE
}

const YES_WORDS: Words = { yes: ['是'], no: ['否'] }

export function readYesNo(reading: Reading, slice: Slice): Value {
  const end = withoutEndMarks(slice)
  const id = wordId(slice, slice.start, end, YES_WORDS)
  if (id !== undefined) return { kind: 'yesNo', value: id === 'yes' }
  return unknownWords(reading, slice, [{ start: slice.start, end }], YES_WORDS)
}

/** Reports the words of one line that are not in its list (ZW1103), all in one finding; there is at least one. */
function unknownWords(reading: Reading, slice: Slice, places: readonly Span[], words: Words): Value {
  const allowed = Object.values(words).map(([official]) => official)
  const unknown = places.map(({ start, end }) => {
    const value = slice.text.slice(start, end).trimEnd()
    return { value, span: spanIn(slice, start, start + value.length), suggestion: suggestWord(value, allowed) }
  })
  const suggested = unknown.flatMap(({ suggestion, span }) =>
    suggestion === undefined ? [] : [{ ...span, text: suggestion }],
  )
  const suggestions = suggested.map(({ text }) => text)
  const [first, last] = [unknown[0], unknown.at(-1)]
  if (first === undefined || last === undefined) return { kind: 'missing' }
  const span = { start: first.span.start, end: last.span.end }
  const values = unknown.map(({ value }) => value)
  found(reading, 'ZW1103', { keyword: reading.keyword, values, allowed, suggestions }, span, () =>
    suggested.length === 0 ? [] : [fix(reading, `改为${suggestions.map(quote).join('、')}`, 'ask', suggested)],
  )
  return { kind: 'missing' }
}

/** The word of a list that people say otherwise (口头的说法), else the nearest by its letters. */
function suggestWord(written: string, allowed: readonly string[]): string | undefined {
  const word = foldWord(written)
  const meant = SPOKEN_WORDS.get(word)
  return meant !== undefined && allowed.includes(meant) ? meant : nearestWord(word, allowed)
}
