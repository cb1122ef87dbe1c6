import type { IToken, TokenType } from 'chevrotain'
import { BLANK, foldCode, isWordUnit, kindOf } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import { mayBeOption } from '../scope.ts'
import { type ConditionState, fail } from './condition-state.ts'
import { OPERATORS, PREFIXES, UNIT_ENDS, UNITS, WITHIN, WORD_ENDS } from './condition-words.ts'
import { scanDate } from './date.ts'
import { declaredUnitEnd, matchDeclared, reportAmbiguity } from './match-declared.ts'
import { nameClosing, nameOfToken } from './name-tokens.ts'
import { isDigitAt, scanNumber } from './number.ts'
import { scanTarget } from './scan-target.ts'
import {
  And,
  At,
  Below,
  Between,
  Comma,
  Compare,
  DateToken,
  endOf,
  LeftParen,
  Member,
  MoneyUnit,
  makeToken,
  NameToken,
  No,
  Not,
  NumberToken,
  Or,
  Percent,
  Range,
  RightParen,
  TextToken,
  TimeUnit,
  Unit,
  Unknown,
  Word,
  Yes,
} from './tokens.ts'
import { findWord } from './word-table.ts'

/** Deepest nesting of brackets and negations that is read. */
const DEEPEST = 100

const OPERAND_ENDS = new Set<TokenType>([
  NameToken,
  Word,
  NumberToken,
  Unit,
  TimeUnit,
  MoneyUnit,
  Percent,
  DateToken,
  TextToken,
  Yes,
  No,
  RightParen,
  Range,
])

const OPENING = 0x28
const CLOSING = 0x29
const OPENING_NAME = 0x5b
const CLOSING_NAME = 0x5d
const QUOTE = 0x22
const COMMAS = new Set([0x2c, 0x3001, 0x3b])

/** Words with which more is said of a name than a value. */
export const RELATIONS = new Set<TokenType>([Compare, Member, Between, Below, At])

/** What parts one comparison from the next. */
const JOINTS = new Set<TokenType>([And, Or, Not, LeftParen, RightParen])

/**
 * Splits a prepared condition into tokens. Where an operand is expected the longest declared name wins; operators are
 * looked for only behind an operand, so that names may contain any character. `subject` is the key of the name that the
 * whole is said of, where that stands elsewhere.
 */
export function scanCondition(state: ConditionState, branch: boolean, subject?: string): IToken[] {
  const { text, end } = state.slice
  const tokens: IToken[] = []
  let depth = 0
  let negations = 0
  let left = subject
  let at = skipBlanks(text, state.slice.start, end)
  while (at < end) {
    const operandBefore = OPERAND_ENDS.has(tokens.at(-1)?.tokenType ?? Unknown)
    if (branch && operandBefore && depth === 0 && scanTarget(state, at, tokens)) return tokens
    const before = tokens.length
    if (operandBefore || (tokens.length === 0 && left !== undefined && startsRelation(state, at, left))) {
      scanAfterOperand(state, at, tokens, left)
    } else scanOperand(state, at, tokens, left)
    const last = tokens.at(-1)
    if (last !== undefined && JOINTS.has(last.tokenType)) left = subject
    else if (last?.tokenType === NameToken) left ??= nameOfToken(state.slice, last).key
    negations = last?.tokenType === Not ? negations + 1 : 0
    if (tokens.length > before && last?.tokenType === LeftParen) depth++
    if (tokens.length > before && last?.tokenType === RightParen) depth--
    if (depth > DEEPEST || negations > DEEPEST) {
      fail(state, 'ZW3011', { limit: DEEPEST }, at, end, false)
      return []
    }
    at = skipBlanks(text, last !== undefined && endOf(last) > at ? endOf(last) : at + 1, end)
  }
  return tokens
}

/** True where a word of comparing opens what is said of a name, unless one of the options of that begins so: 不满意. */
function startsRelation(
  { slice: { text, end }, reading: { scope } }: ConditionState,
  at: number,
  left: string,
): boolean {
  const word = findWord(OPERATORS, text, at, end)
  if (word === undefined || !RELATIONS.has(word.type)) return false
  const name = matchDeclared(scope, text, at, end, left)
  return name === undefined || name.end <= at + word.word.length || !mayBeOption(scope, left, name.key)
}

function scanAfterOperand(state: ConditionState, at: number, tokens: IToken[], left: string | undefined): void {
  const { text, end } = state.slice
  const code = foldCode(text.charCodeAt(at))
  if (code === CLOSING) tokens.push(makeToken(RightParen, '', at, at + 1))
  else if (COMMAS.has(code)) scanComma(state, at, tokens)
  else {
    const word = findWord(OPERATORS, text, at, end)
    if (word === undefined) scanOperand(state, at, tokens, left)
    else tokens.push(makeToken(word.type, word.image, at, at + word.word.length))
  }
}

/** A comma before 且 or 或 says nothing; any other separates the values of a list. */
function scanComma(state: ConditionState, at: number, tokens: IToken[]): void {
  const { text, end } = state.slice
  const next = skipBlanks(text, at + 1, end)
  const image = findWord(OPERATORS, text, next, end)?.image
  if (image !== 'and' && image !== 'or') tokens.push(makeToken(Comma, '', at, at + 1))
}

function scanOperand(state: ConditionState, at: number, tokens: IToken[], left: string | undefined): void {
  const { text, end } = state.slice
  const code = foldCode(text.charCodeAt(at))
  if (code === OPENING) tokens.push(makeToken(LeftParen, '', at, at + 1))
  else if (code === CLOSING) tokens.push(makeToken(RightParen, '', at, at + 1))
  else if (code === OPENING_NAME) tokens.push(scanBracketName(state, at))
  else if (code === QUOTE) tokens.push(scanText(text, at, end))
  else if (COMMAS.has(code)) tokens.push(makeToken(Comma, '', at, at + 1))
  else scanBareOperand(state, at, tokens, left)
}

function scanBareOperand(state: ConditionState, at: number, tokens: IToken[], left: string | undefined): void {
  const { text, end } = state.slice
  const date = scanDate(text, at, end)
  if (date !== undefined) {
    tokens.push(makeToken(DateToken, date.date, at, date.end))
    return
  }
  const name = matchDeclared(state.reading.scope, text, at, end, left)
  const number = scanAmount(state, at)
  const prefix = findWord(PREFIXES, text, at, end)
  if (prefix?.type === Not && name !== undefined && opensOperand(state, name.end)) {
    tokens.push(makeToken(Not, prefix.image, at, at + prefix.word.length))
  } else if (name !== undefined && name.end > (number === undefined ? at : number.end)) {
    reportAmbiguity(state, at, name)
    tokens.push(makeToken(NameToken, name.key, at, name.end))
  } else if (number !== undefined) {
    tokens.push(makeToken(NumberToken, number.amount, at, number.end))
    scanUnit(state, number.end, tokens)
  } else {
    tokens.push(scanPrefix(text, at, end) ?? scanMisplaced(text, at, end) ?? scanWord(text, at, end))
  }
}

/** True where a condition begins: behind a name that begins with 非 none can, so that 非 there is the word. */
function opensOperand({ slice: { text, end } }: ConditionState, from: number): boolean {
  const at = skipBlanks(text, from, end)
  if (at >= end) return false
  const code = foldCode(text.charCodeAt(at))
  return code === OPENING || code === OPENING_NAME || findWord(PREFIXES, text, at, end)?.type === Not
}

/** Words that stand before an operand or are one; 是 and 否 only where they stand alone. */
function scanPrefix(text: string, at: number, end: number): IToken | undefined {
  const word = findWord(PREFIXES, text, at, end)
  if (word === undefined) return undefined
  const stop = at + word.word.length
  if ((word.type === Yes || word.type === No) && wordEnd(text, at, end) > stop) return undefined
  return makeToken(word.type, word.image, at, stop)
}

/** An operator where an operand should stand. */
function scanMisplaced(text: string, at: number, end: number): IToken | undefined {
  const word = findWord(WORD_ENDS, text, at, end)
  return word === undefined ? undefined : makeToken(word.type, word.image, at, at + word.word.length)
}

function scanWord(text: string, at: number, end: number): IToken {
  return makeToken(Word, '', at, wordEnd(text, at, end))
}

/** 【经营面积】, with pairs of brackets inside where the name has them; without its end it goes as far as a declared name or an operator. */
function scanBracketName(state: ConditionState, at: number): IToken {
  const { text, end } = state.slice
  const close = nameClosing(text, at, end)
  if (close >= 0) return makeToken(NameToken, '', at, close + 1)
  const inside = skipBlanks(text, at + 1, end)
  const stop = matchDeclared(state.reading.scope, text, inside, end)?.end ?? wordEnd(text, inside, end)
  const fixed = { title: '加上“】”', applicability: 'auto', edits: [{ start: stop, end: stop, text: '】' }] } as const
  fail(state, 'ZW3001', { text: text.slice(at, stop) }, at, Math.max(stop, at + 1), false, [fixed])
  return makeToken(NameToken, '', at, Math.max(stop, at + 1))
}

function scanText(text: string, at: number, end: number): IToken {
  for (let close = at + 1; close < end; close++) {
    if (foldCode(text.charCodeAt(close)) === QUOTE) return makeToken(TextToken, '', at, close + 1)
  }
  return makeToken(TextToken, '', at, end)
}

/** A number; one in Chinese numerals only before a unit or a range word, for many words begin with 一. */
function scanAmount(state: ConditionState, at: number): { readonly amount: string; readonly end: number } | undefined {
  const { text, end } = state.slice
  const number = scanNumber(text, at, end)
  if (number === undefined || isDigitAt(text, at, end)) return number
  const next = skipBlanks(text, number.end, end)
  const followed =
    declaredUnitEnd(state.reading.scope, text, next, end) !== undefined ||
    findWord(UNITS, text, next, end) !== undefined ||
    findWord(OPERATORS, text, next, end)?.type === Range
  return followed ? number : undefined
}

/** The unit behind a number, and 内 behind that. */
function scanUnit(state: ConditionState, from: number, tokens: IToken[]): void {
  const { text, end } = state.slice
  const at = skipBlanks(text, from, end)
  if (at >= end) return
  const word = findWord(UNITS, text, at, end)
  const known = word === undefined ? at : at + word.word.length
  const declared = declaredUnitEnd(state.reading.scope, text, at, end) ?? at
  let stop = Math.max(known, declared)
  // A unit of time or money stays one though a fact is counted in it: the type of the left side decides what it means.
  if (word !== undefined && known >= declared) tokens.push(makeToken(word.type, word.image, at, stop))
  else {
    if (foldCode(text.charCodeAt(at)) === 0x25) stop = Math.max(stop, at + 1)
    if (stop === at) stop = runEnd(text, at, end, UNIT_ENDS)
    if (stop > at) tokens.push(makeToken(Unit, '', at, stop))
  }
  const within = findWord(WITHIN, text, stop, end)
  if (within !== undefined) tokens.push(makeToken(Range, within.image, stop, stop + within.word.length))
}

/** Where a run of unknown characters ends: at least one character further on. */
function wordEnd(text: string, start: number, end: number): number {
  return Math.min(end, Math.max(start + 1, runEnd(text, start + 1, end, WORD_ENDS)))
}

/** The next blank, mark, digit behind a Chinese character, or word of a table. */
function runEnd(text: string, start: number, end: number, ends: typeof WORD_ENDS): number {
  let at = start
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    if (kindOf(code) === BLANK || isMark(folded)) break
    if (isDigitAt(text, at, end) && !isWordUnit(foldCode(text.charCodeAt(at - 1)))) break
    if (findWord(ends, text, at, end) !== undefined) break
  }
  return at
}

function isMark(code: number): boolean {
  return (
    code === OPENING ||
    code === CLOSING ||
    code === OPENING_NAME ||
    code === CLOSING_NAME ||
    code === QUOTE ||
    COMMAS.has(code)
  )
}
