import type { IToken, TokenType } from 'chevrotain'
import { BLANK, foldCode, kindOf } from '../fold.ts'
import { scanDate, scanShortDate } from './date.ts'
import {
  CASE_UNITS,
  COMPARISONS,
  ESTIMATE_WORDS,
  FIXED_LIMITS,
  GOAL_WORDS,
  MONEY_UNITS,
  RANGE_WORDS,
  TIME_UNITS,
  WITHIN_WORDS,
} from './lexicon.ts'
import { isDigitAt, scanNumber } from './number.ts'
import { type Slice, wordAt } from './slice.ts'
import {
  CaseUnit,
  Colon,
  Comma,
  Compare,
  DateToken,
  Each,
  Estimate,
  FixedLimit,
  From,
  GoalWord,
  LeftParen,
  MoneyUnit,
  makeToken,
  NameToken,
  NumberToken,
  Percent,
  Range,
  Rest,
  RightParen,
  Since,
  Slash,
  TimeUnit,
  To,
  Unit,
  Unknown,
} from './tokens.ts'
import { buildWordTable, findWord, type WordTable, wordsAs } from './word-table.ts'

/** How the scanner reads one kind of value: with which words, and what it makes of other text. */
export interface QuantityMode {
  readonly words: WordTable
  readonly dates: boolean
  /** A run of other characters becomes this token. */
  readonly other: TokenType
  /** After a date, what is left becomes one token. */
  readonly rest: boolean
  /** Behind a date, 2月4日 and 4日 are dates of the same year and month; a day of the week in brackets says nothing new. */
  readonly shortDates?: true
}

const DATE_WORDS = [
  { word: '自', type: From, image: '' },
  { word: '从', type: From, image: '' },
  { word: '起', type: Since, image: '' },
  { word: '起施行', type: Since, image: '' },
  { word: '施行', type: Since, image: '' },
  { word: '至', type: To, image: '' },
  { word: '到', type: To, image: '' },
  { word: '止', type: Since, image: '' },
]

const dates = buildWordTable(DATE_WORDS)

/** 20个工作日（自2024年1月1日起） */
export const LIMIT_MODE: QuantityMode = {
  words: buildWordTable(
    DATE_WORDS,
    wordsAs(TimeUnit, TIME_UNITS),
    wordsAs(FixedLimit, FIXED_LIMITS),
    wordsAs(Range, WITHIN_WORDS),
  ),
  dates: true,
  other: Unknown,
  rest: false,
}

/** 最短1个工作日，最可能2个工作日，最长5个工作日; 1个工作日12件、2个工作日30件 */
export const TIME_TAKEN_MODE: QuantityMode = {
  words: buildWordTable(
    wordsAs(TimeUnit, TIME_UNITS),
    wordsAs(Estimate, ESTIMATE_WORDS),
    wordsAs(CaseUnit, CASE_UNITS),
  ),
  dates: false,
  other: Unknown,
  rest: false,
}

/** 自2024年1月1日起 */
export const DATE_MODE: QuantityMode = { words: dates, dates: true, other: Unknown, rest: false }

/** 2025年1月28日至2月4日、2025年2月8日（星期六） */
export const DATE_RANGES_MODE: QuantityMode = {
  words: dates,
  dates: true,
  other: Unknown,
  rest: false,
  shortDates: true,
}

/** 2025年1月1日，承诺时限由12个工作日压减至8个工作日 */
export const DATED_TEXT_MODE: QuantityMode = { words: dates, dates: true, other: Unknown, rest: true }

/** 1份, 一式两份, 各1份 */
export const COUNT_MODE: QuantityMode = {
  words: buildWordTable([
    { word: '一式', type: Each, image: '' },
    { word: '各', type: Each, image: '' },
  ]),
  dates: false,
  other: Unit,
  rest: false,
}

/** 50元／件 */
export const MONEY_MODE: QuantityMode = {
  words: buildWordTable(wordsAs(MoneyUnit, MONEY_UNITS), [{ word: '每', type: Each, image: '' }]),
  dates: false,
  other: Unit,
  rest: false,
}

/** 不低于60% */
export const GOAL_MODE: QuantityMode = {
  words: buildWordTable(wordsAs(GoalWord, GOAL_WORDS), wordsAs(Compare, COMPARISONS), wordsAs(Range, RANGE_WORDS), [
    { word: '至少', type: Compare, image: 'ge' },
    { word: '最多', type: Compare, image: 'le' },
  ]),
  dates: false,
  other: Unknown,
  rest: false,
}

const MARKS: ReadonlyMap<number, TokenType> = new Map([
  [0x28, LeftParen],
  [0x29, RightParen],
  [0x2c, Comma],
  [0x3001, Comma],
  [0x3a, Colon],
  [0x2f, Slash],
])

/** Splits a prepared slice into the tokens of limits, dates, amounts and goals. */
export function scanQuantity({ text, start, end }: Slice, mode: QuantityMode): IToken[] {
  const tokens: IToken[] = []
  let date: IToken | undefined
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (kindOf(code) === BLANK) {
      at++
      continue
    }
    const short = mode.shortDates && date && scanShortDate(text, at, end, date.image)
    const token = short ? makeToken(DateToken, short.date, at, short.end) : scanOne(text, at, end, mode, tokens.at(-1))
    if (mode.shortDates && token.tokenType === LeftParen) {
      const close = weekdayEnd(text, at, end)
      if (close > at) {
        at = close
        continue
      }
    }
    if (token.tokenType === DateToken) date = token
    tokens.push(token)
    at = (token.endOffset ?? at) + 1
    if (mode.rest && token.tokenType === DateToken) {
      scanRest(text, at, end, tokens)
      return tokens
    }
  }
  return tokens
}

/** Where a bracket with a day of the week ends: （星期六）. */
function weekdayEnd(text: string, at: number, end: number): number {
  if (!wordAt(text, at + 1, end, '星期') && !wordAt(text, at + 1, end, '周')) return at
  for (let close = at + 1; close < end; close++) if (foldCode(text.charCodeAt(close)) === 0x29) return close + 1
  return at
}

function scanOne(text: string, at: number, end: number, mode: QuantityMode, last: IToken | undefined): IToken {
  // Behind ／ stands what is paid for, whatever it is called: 0.3元／分钟.
  if (last?.tokenType === Slash) return makeToken(Unit, '', at, end)
  const folded = foldCode(text.charCodeAt(at))
  const mark = MARKS.get(folded)
  if (mark !== undefined) return makeToken(mark, '', at, at + 1)
  if (folded === 0x5b) return scanBracketName(text, at, end)
  const date = mode.dates ? scanDate(text, at, end) : undefined
  if (date !== undefined) return makeToken(DateToken, date.date, at, date.end)
  const percent = scanPercent(text, at, end)
  if (percent !== undefined) return percent
  const word = findWord(mode.words, text, at, end)
  if (word !== undefined && !(word.type === TimeUnit && !isAfterNumber(last))) {
    return makeToken(word.type, word.image, at, at + word.word.length)
  }
  if (wordAt(text, at, end, '半') && findWord(mode.words, text, at + 1, end)?.type === TimeUnit) {
    return makeToken(NumberToken, '0.5', at, at + 1)
  }
  const number = scanNumber(text, at, end)
  if (number !== undefined) return makeToken(NumberToken, number.amount, at, number.end)
  return makeToken(mode.other, '', at, runEnd(text, at, end, mode))
}

function isAfterNumber(last: IToken | undefined): boolean {
  return last?.tokenType === NumberToken || last?.tokenType === LeftParen
}

/** 【核查时限】 */
function scanBracketName(text: string, at: number, end: number): IToken {
  for (let close = at + 1; close < end; close++) {
    if (foldCode(text.charCodeAt(close)) === 0x5d) return makeToken(NameToken, '', at, close + 1)
  }
  return makeToken(Unknown, '', at, end)
}

/** 60%, 百分之六十 */
function scanPercent(text: string, at: number, end: number): IToken | undefined {
  const inWords = wordAt(text, at, end, '百分之')
  const number = scanNumber(text, inWords ? at + 3 : at, end)
  if (number === undefined) return undefined
  if (inWords) return makeToken(Percent, number.amount, at, number.end)
  let mark = number.end
  while (mark < end && kindOf(text.charCodeAt(mark)) === BLANK) mark++
  const isPercent = mark < end && foldCode(text.charCodeAt(mark)) === 0x25
  return isPercent ? makeToken(Percent, number.amount, at, mark + 1) : undefined
}

/** A run of characters that are nothing else: the word 份 behind 1, or what cannot be read. */
function runEnd(text: string, start: number, end: number, mode: QuantityMode): number {
  let at = start + 1
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    if (kindOf(code) === BLANK || MARKS.has(folded) || folded === 0x5b || isDigitAt(text, at, end)) break
    if (findWord(mode.words, text, at, end) !== undefined) break
    // 一份两页 is no count of 份两页.
    if (mode.other === Unit && scanNumber(text, at, end) !== undefined) break
  }
  return at
}

/** What stands behind the date of a revision, without the comma. */
function scanRest(text: string, start: number, end: number, tokens: IToken[]): void {
  let at = start
  while (at < end && kindOf(text.charCodeAt(at)) === BLANK) at++
  const type = at < end ? MARKS.get(foldCode(text.charCodeAt(at))) : undefined
  if (type === Comma || type === Colon) {
    tokens.push(makeToken(Comma, '', at, at + 1))
    at++
  }
  while (at < end && kindOf(text.charCodeAt(at)) === BLANK) at++
  if (at < end) tokens.push(makeToken(Rest, '', at, end))
}
