import { BLANK, foldCode, foldKey, INVISIBLE, kindOf } from '../fold.ts'
import { isDeclared } from '../scope.ts'
import type { Value } from '../tree.ts'
import { GOTO } from './condition-words.ts'
import { lookAtCharacters } from './look-at-characters.ts'
import { nameIn } from './name-tokens.ts'
import type { Reading } from './reading.ts'
import type { Slice } from './slice.ts'
import { unreadable } from './unreadable.ts'
import { findWord } from './word-table.ts'

/** Free text stands as the author wrote it, several lines joined. */
export function readText(_reading: Reading, slice: Slice, kind: { readonly phrase?: true }): Value {
  return {
    kind: 'text',
    text: slice.text.slice(slice.start, kind.phrase === true ? withoutEndMarks(slice) : slice.end),
  }
}

/** A name: without 【】 around it and the mark that ends a sentence. */
export function readName(reading: Reading, slice: Slice, kind: { readonly goto?: true }): Value {
  const end = withoutEndMarks(slice)
  const start = kind.goto === true ? skipGoto(reading, slice, end) : slice.start
  const name = nameIn(slice, start, end)
  if (name.text === '') return unreadable(reading, slice, 'name')
  lookAtCharacters(reading, slice, start, end, name)
  return { kind: 'name', name }
}

/** Where a value ends without 。 ； 、 ， behind it, and without the blanks before them. */
export function withoutEndMarks(slice: Slice): number {
  let { end } = slice
  while (end > slice.start + 1 && isDropped(slice.text.charCodeAt(end - 1))) end--
  return end
}

/** True for 。 ； 、 ，, a blank and what nobody sees. */
function isDropped(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return false
  const kind = kindOf(code)
  if (kind === BLANK || kind === INVISIBLE) return true
  const folded = foldCode(code)
  return folded === 0x3002 || folded === 0x3b || folded === 0x3001 || folded === 0x2c
}

/** 转 不予许可: the word 转 is no part of the name, unless a step is called 转…. */
function skipGoto(reading: Reading, slice: Slice, end: number): number {
  const { text, start } = slice
  const word = findWord(GOTO, text, start, end)
  if (word === undefined || isDeclared(reading.scope, ['steps'], foldKey(text, start, end))) return start
  return start + word.word.length
}
