import type { IToken } from 'chevrotain'
import { BLANK, foldCode, foldKey, kindOf } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import { nameClosing } from './name-tokens.ts'
import { scanNumber } from './number.ts'
import type { Slice } from './slice.ts'
import { ChoiceCount, Comma, makeToken, NameToken } from './tokens.ts'

const SEPARATORS = new Set([0x3001, 0x2c, 0x3b])
const CLOSING_OF: ReadonlyMap<number, number> = new Map([
  [0x28, 0x29],
  [0x5b, 0x5d],
  [0x300a, 0x300b],
])
const QUOTE = 0x22

/** Most separators inside one declared name that the list tries to match. */
const MOST_INNER_SEPARATORS = 16

/** How a list of names is split (名称表的拆分). */
export interface NameSplitting {
  /** True for the key of a declared name; names may contain separators. */
  readonly isDeclared: ((key: string) => boolean) | undefined
  /** Told of a stretch that is one declared name and also a list of declared names. */
  readonly onAmbiguous: (start: number, end: number) => void
}

/**
 * Splits a list at 、 ， ；: outside of brackets and quotation marks, and where the items are declared names, the longest
 * declared name first.
 */
export function scanNames(slice: Slice, splitting: NameSplitting, counted: boolean): IToken[] {
  const { text, end } = slice
  const tokens: IToken[] = []
  let at = skipBlanks(text, slice.start, end)
  if (counted) at = scanCount(text, at, end, tokens)
  while (at < end) {
    if (isSeparator(text, at)) {
      tokens.push(makeToken(Comma, '', at, at + 1))
      at = skipBlanks(text, at + 1, end)
      continue
    }
    const stop = itemEnd(text, at, end, splitting)
    tokens.push(makeToken(NameToken, '', at, trimmedEnd(text, at, stop)))
    at = skipBlanks(text, stop, end)
  }
  return tokens
}

function isSeparator(text: string, at: number): boolean {
  return SEPARATORS.has(foldCode(text.charCodeAt(at)))
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start + 1 && kindOf(text.charCodeAt(at - 1)) === BLANK) at--
  return at
}

/** 2项： at the head of a choice. */
function scanCount(text: string, start: number, end: number, tokens: IToken[]): number {
  const number = scanNumber(text, start, end)
  if (number === undefined || !/^[1-9]\d{0,3}$/.test(number.amount) || text.charAt(number.end) !== '项') return start
  let at = skipBlanks(text, number.end + 1, end)
  if (at < end && foldCode(text.charCodeAt(at)) === 0x3a) at = skipBlanks(text, at + 1, end)
  tokens.push(makeToken(ChoiceCount, number.amount, start, at))
  return at
}

/** Where an item ends: behind its 】, behind the longest declared name, else before the next separator. */
function itemEnd(text: string, start: number, end: number, splitting: NameSplitting): number {
  if (foldCode(text.charCodeAt(start)) === 0x5b) {
    const close = nameClosing(text, start, Math.min(end, start + LONGEST_BRACKETED))
    if (close >= 0) return close + 1
  }
  const first = nextSeparator(text, start, end)
  const { isDeclared } = splitting
  if (isDeclared === undefined || first >= end) return first
  let longest = first
  let inner = 0
  for (let stop = first; stop < end && inner < MOST_INNER_SEPARATORS; inner++) {
    stop = nextSeparator(text, stop + 1, end)
    if (isDeclared(foldKey(text, start, trimmedEnd(text, start, stop)))) longest = stop
  }
  if (longest > first && isListOfDeclared(text, start, longest, isDeclared)) splitting.onAmbiguous(start, longest)
  return longest
}

function isListOfDeclared(text: string, start: number, end: number, isDeclared: (key: string) => boolean): boolean {
  for (let at = start; at < end; ) {
    const stop = nextSeparator(text, at, end)
    if (!isDeclared(foldKey(text, at, stop))) return false
    at = stop + 1
  }
  return true
}

/** True for a name that a list would split where it is not declared: 户口簿、居住证. */
export function holdsSeparator(name: string): boolean {
  return nextSeparator(name, 0, name.length) < name.length
}

/** The next separator that stands outside of brackets and quotation marks. */
function nextSeparator(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = foldCode(text.charCodeAt(at))
    if (SEPARATORS.has(code)) return at
    if (CLOSING_OF.has(code) || code === QUOTE) {
      const close = closingOf(text, at, end)
      if (close > at) at = close
    }
  }
  return end
}

/** Longest stretch in brackets that is kept together; an unpaired bracket further off is none. Unit: UTF-16 units. */
const LONGEST_BRACKETED = 200

function closingOf(text: string, open: number, end: number): number {
  const opening = foldCode(text.charCodeAt(open))
  const closing = CLOSING_OF.get(opening) ?? opening
  const stop = Math.min(end, open + LONGEST_BRACKETED)
  for (let at = open + 1; at < stop; at++) if (foldCode(text.charCodeAt(at)) === closing) return at
  return -1
}
