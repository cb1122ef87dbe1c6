import { foldCode, foldWord } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
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
  return unknownWord(reading, slice, slice.start, end, officialWords(words))
}

export function readEnums(reading: Reading, slice: Slice, { words }: { readonly words: Words }): Value {
  const { text } = slice
  const end = withoutEndMarks(slice)
  const ids: string[] = []
  let unknown: Value | undefined
  for (let at = slice.start; at < end; ) {
    let stop = at
    while (stop < end && !isSeparator(text.charCodeAt(stop))) stop++
    const start = skipBlanks(text, at, stop)
    const id = wordId(slice, start, stop, words)
    if (id !== undefined) ids.push(id)
    else if (start < stop) unknown ??= unknownWord(reading, slice, start, stop, officialWords(words))
    at = stop + 1
  }
  return ids.length === 0 && unknown !== undefined ? unknown : { kind: 'enums', ids }
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
  return unknownWord(reading, slice, slice.start, end, officialWords(YES_WORDS))
}

function officialWords(words: Words): readonly string[] {
  return Object.values(words).map(([official]) => official)
}

/** Reports a word that is not in its list (ZW1103). */
function unknownWord(reading: Reading, slice: Slice, start: number, end: number, allowed: readonly string[]): Value {
  const value = slice.text.slice(start, end).trimEnd()
  const span = spanIn(slice, start, start + value.length)
  const suggestion = nearestWord(foldWord(value), allowed)
  found(reading, 'ZW1103', { keyword: reading.keyword, value, allowed, suggestion }, span, () =>
    suggestion === undefined ? [] : [fix(reading, `改为“${suggestion}”`, 'ask', [{ ...span, text: suggestion }])],
  )
  return { kind: 'missing' }
}
