import type { Span } from '../../base/span.ts'
import { BLANK, CONFUSABLE, confusableFor, foldCode, foldKey, INVISIBLE, kindOf } from '../fold.ts'
import { isDeclared } from '../scope.ts'
import type { Name, Value } from '../tree.ts'
import { GOTO } from './condition-words.ts'
import { nameIn } from './name-tokens.ts'
import { fix, found, type Reading } from './reading.ts'
import { offsetIn, type Slice, spanIn } from './slice.ts'
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

/** Reports characters in a name that nobody sees or that look like others (ZW0103, ZW0104). */
export function lookAtCharacters(reading: Reading, slice: Slice, from: number, to: number, name: Name): void {
  const { text } = slice
  let invisible: Set<string> | undefined
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === INVISIBLE) {
      invisible ??= new Set()
      invisible.add(codePoint(code))
    } else if (kind === CONFUSABLE) reportConfusable(reading, name, code, spanIn(slice, at, at + 1))
  }
  if (invisible === undefined || !isInside(name)) return
  found(reading, 'ZW0103', { name: name.key, codePoints: [...invisible] }, name.span, () => [
    fix(reading, '删去看不见的字符', 'auto', invisibleIn(slice, from, to)),
  ])
}

/** True when the name itself, blanks and marks around it aside, has an invisible character. */
function isInside({ text }: Name): boolean {
  for (let at = 0; at < text.length; at++) if (kindOf(text.charCodeAt(at)) === INVISIBLE) return true
  return false
}

function invisibleIn(slice: Slice, from: number, to: number): { start: number; end: number; text: string }[] {
  const edits: { start: number; end: number; text: string }[] = []
  for (let at = from; at < to; at++) {
    if (kindOf(slice.text.charCodeAt(at)) !== INVISIBLE) continue
    const start = offsetIn(slice, at)
    edits.push({ start, end: start + 1, text: '' })
  }
  return edits
}

function reportConfusable(reading: Reading, name: Name, code: number, span: Span): void {
  const usual = confusableFor(code)
  const character = String.fromCharCode(code)
  found(reading, 'ZW0104', { name: name.text, character, codePoint: codePoint(code), usual }, span, () => [
    fix(reading, `改为“${usual}”`, 'ask', [{ ...span, text: usual }]),
  ])
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
