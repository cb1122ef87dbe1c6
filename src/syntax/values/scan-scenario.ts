import type { IToken, TokenType } from 'chevrotain'
import type { Namespace } from '../construct.ts'
import { foldCode, foldKey } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import type { ConditionState } from './condition-state.ts'
import { scanDate } from './date.ts'
import {
  AS_OF_WORDS,
  BETWEEN_WORDS,
  COMPARISONS,
  DATED_EVENTS,
  EXPECTED_DATES,
  EXPECTED_FEES,
  EXPECTED_HINTS,
  EXPECTED_RATIOS,
  EXPECTED_SETS,
  EXPECTED_TIMES,
  EXPECTED_VERDICTS,
  FIXED_LIMITS,
  FREE_WORDS,
  HAPPENS_WORDS,
  MONEY_UNITS,
  NOTHING_WORDS,
  OUTCOME_WORDS,
  RANGE_WORDS,
  RULES_WORDS,
  SET_RELATION_WORDS,
  SUBMITTED_WORDS,
  TAKES_WORDS,
  TIME_UNITS,
  TOGETHER_WORDS,
  VERDICTS,
  WITHIN_WORDS,
} from './lexicon.ts'
import { scanCondition } from './scan-condition.ts'
import { scanNames } from './scan-names.ts'
import { COUNT_MODE, LIMIT_MODE, type QuantityMode, scanQuantity } from './scan-quantity.ts'
import type { Slice } from './slice.ts'
import {
  AsOf,
  Comma,
  Compare,
  DatedEvent,
  DateSubject,
  DateToken,
  FeeSubject,
  FixedLimit,
  Free,
  Happens,
  HintSubject,
  MoneyUnit,
  makeToken,
  NameToken,
  Nothing,
  OutcomeIs,
  Range,
  RatioSubject,
  RulesOf,
  SetRelation,
  SetSubject,
  Submitted,
  Takes,
  TextToken,
  TimeSubject,
  TimeUnit,
  Together,
  Total,
  Unknown,
  Verdict,
  VerdictSubject,
  With,
} from './tokens.ts'
import { buildWordTable, findWord, type WordEntry, type WordTable, wordsAs } from './word-table.ts'

/** Tells whether a name space has a name of this key. */
export type IsDeclared = (spaces: readonly Namespace[], key: string) => boolean

const comparing = [
  ...wordsAs(Compare, COMPARISONS),
  ...wordsAs(Range, RANGE_WORDS),
  { word: '至少', type: Compare, image: 'ge' },
  { word: '最多', type: Compare, image: 'le' },
]

const TIME_MODE: QuantityMode = {
  words: buildWordTable(
    comparing,
    wordsAs(TimeUnit, TIME_UNITS),
    wordsAs(FixedLimit, FIXED_LIMITS),
    wordsAs(Range, WITHIN_WORDS),
  ),
  dates: false,
  other: Unknown,
  rest: false,
}
const DAY_MODE: QuantityMode = { words: buildWordTable(comparing), dates: true, other: Unknown, rest: false }
const FEE_MODE: QuantityMode = {
  words: buildWordTable(comparing, wordsAs(MoneyUnit, MONEY_UNITS), wordsAs(Free, FREE_WORDS)),
  dates: false,
  other: Unknown,
  rest: false,
}

/** The words that an expectation begins with. */
export const SUBJECT_WORDS = buildWordTable(
  wordsAs(VerdictSubject, EXPECTED_VERDICTS),
  wordsAs(SetSubject, EXPECTED_SETS),
  wordsAs(HintSubject, EXPECTED_HINTS),
  wordsAs(DateSubject, EXPECTED_DATES),
  wordsAs(TimeSubject, EXPECTED_TIMES),
  wordsAs(RatioSubject, EXPECTED_RATIOS),
  wordsAs(FeeSubject, EXPECTED_FEES),
)

/** The names that each set holds. */
const NAMES_OF: Readonly<Record<string, readonly Namespace[]>> = {
  failedRequirements: ['requirements'],
  neededFacts: ['facts'],
  materials: ['materials'],
  steps: ['steps'],
  outputs: ['outputs'],
}

const RELATIONS = buildWordTable(wordsAs(SetRelation, SET_RELATION_WORDS), [{ word: '共', type: Total, image: '' }])
const VERDICT_WORDS = buildWordTable(wordsAs(Verdict, VERDICTS))
const EMPTY = buildWordTable(wordsAs(Nothing, NOTHING_WORDS))
const PAIRS = buildWordTable(wordsAs(Together, TOGETHER_WORDS))
const LINKS = buildWordTable(wordsAs(With, BETWEEN_WORDS))
const EVENTS = buildWordTable(wordsAs(DatedEvent, DATED_EVENTS))
const TAKES = buildWordTable(wordsAs(Takes, TAKES_WORDS))
const OUTCOMES = buildWordTable(wordsAs(OutcomeIs, OUTCOME_WORDS))
const HAPPENS = buildWordTable(wordsAs(Happens, HAPPENS_WORDS))
const PREMISES = buildWordTable(wordsAs(AsOf, AS_OF_WORDS), wordsAs(Submitted, SUBMITTED_WORDS))
const RULES = buildWordTable(wordsAs(RulesOf, RULES_WORDS))

/** Splits 受理条件 满足, 所需材料 共5份, 甲 与 乙 同时办理 … into tokens. */
export function scanAssertion(slice: Slice, isDeclared: IsDeclared): readonly IToken[] {
  const { text, end } = slice
  const start = skipBlanks(text, slice.start, end)
  const pair = scanTogether(text, start, end, isDeclared)
  if (pair !== undefined) return pair
  const word = findWord(SUBJECT_WORDS, text, start, end)
  if (word === undefined) return [makeToken(Unknown, '', start, end)]
  const subject = wordToken(word, start)
  const rest = { ...slice, start: skipBlanks(text, start + word.word.length, end) }
  return [subject, ...scanExpected(subject, rest, isDeclared)]
}

function scanExpected(subject: IToken, rest: Slice, isDeclared: IsDeclared): readonly IToken[] {
  const { text, start, end } = rest
  switch (subject.tokenType) {
    case VerdictSubject: {
      const word = findWord(VERDICT_WORDS, text, start, end)
      return word === undefined ? [] : [wordToken(word, start), ...left(text, start + word.word.length, end)]
    }
    case SetSubject:
      return scanSet(rest, (key) => isDeclared(NAMES_OF[subject.image] ?? [], key))
    case HintSubject: {
      const word = findWord(RELATIONS, text, start, end)
      if (word === undefined) return []
      return [wordToken(word, start), ...scanTexts(text, start + word.word.length, end)]
    }
    case DateSubject:
      return scanQuantity(rest, DAY_MODE)
    case FeeSubject:
      return scanQuantity(rest, FEE_MODE)
    default:
      return scanQuantity(rest, TIME_MODE)
  }
}

/** 包含 甲、乙; 共5份; 为 无 */
function scanSet(rest: Slice, isDeclared: (key: string) => boolean): readonly IToken[] {
  const { text, start, end } = rest
  const relation = findWord(RELATIONS, text, start, end)
  if (relation === undefined) return left(text, start, end)
  const from = skipBlanks(text, start + relation.word.length, end)
  const token = wordToken(relation, start)
  if (relation.type === Total) return [token, ...scanQuantity({ ...rest, start: from }, COUNT_MODE)]
  const nothing = findWord(EMPTY, text, from, end)
  if (nothing !== undefined && from + nothing.word.length === end && !isDeclared(foldKey(text, from, end))) {
    return [token, wordToken(nothing, from)]
  }
  const splitting = { isDeclared, onAmbiguous: () => undefined }
  return [token, ...scanNames({ ...rest, start: from }, splitting, false)]
}

const QUOTE = 0x22
const COMMAS = new Set([0x2c, 0x3001, 0x3b])

/** “文本”、“文本”; without quotation marks all that is left is one text. */
function scanTexts(text: string, from: number, end: number): readonly IToken[] {
  const tokens: IToken[] = []
  for (let at = skipBlanks(text, from, end); at < end; at = skipBlanks(text, at, end)) {
    const code = foldCode(text.charCodeAt(at))
    if (tokens.length > 0 && COMMAS.has(code)) {
      tokens.push(makeToken(Comma, '', at, at + 1))
      at++
    } else {
      let close = code === QUOTE ? at + 1 : end
      while (close < end && foldCode(text.charCodeAt(close)) !== QUOTE) close++
      const stop = Math.min(end, code === QUOTE ? close + 1 : end)
      tokens.push(makeToken(TextToken, '', at, stop))
      at = stop
    }
  }
  return tokens
}

/** 材料审查 与 现场核查 同时办理: the word that both sides of are declared steps, else the first. */
function scanTogether(text: string, start: number, end: number, isDeclared: IsDeclared): readonly IToken[] | undefined {
  const last = findLast(PAIRS, text, start, end)
  if (last === undefined || last.at + last.word.word.length < end) return undefined
  let link: Found | undefined
  let depth = 0
  for (let at = start; at < last.at; at++) {
    const code = foldCode(text.charCodeAt(at))
    if (code === 0x5b) depth++
    else if (code === 0x5d) depth--
    const word = depth === 0 ? findWord(LINKS, text, at, last.at) : undefined
    if (word === undefined) continue
    const both = isStep(text, start, at, isDeclared) && isStep(text, at + word.word.length, last.at, isDeclared)
    if (both || link === undefined) link = { word, at }
    if (both) break
  }
  if (link === undefined) return undefined
  return [
    makeToken(NameToken, '', start, link.at),
    wordToken(link.word, link.at),
    makeToken(NameToken, '', link.at + link.word.word.length, last.at),
    wordToken(last.word, last.at),
  ]
}

function isStep(text: string, start: number, end: number, isDeclared: IsDeclared): boolean {
  return isDeclared(['steps'], foldKey(text, skipBlanks(text, start, end), end).trim())
}

/** Splits 2025年3月3日 提交申请, 发生 专家评审，用时 12个工作日, 决定 结果为 通过 into tokens. */
export function scanEvent(state: ConditionState): readonly IToken[] {
  const { text, end } = state.slice
  const start = skipBlanks(text, state.slice.start, end)
  const date = scanDate(text, start, end)
  if (date !== undefined) {
    const at = skipBlanks(text, date.end, end)
    const word = findWord(EVENTS, text, at, end)
    const token = makeToken(DateToken, date.date, start, date.end)
    return word === undefined
      ? [token, ...left(text, at, end)]
      : [token, wordToken(word, at), ...left(text, at + word.word.length, end)]
  }
  const happens = findWord(HAPPENS, text, start, end)
  const head = happens === undefined ? [] : [wordToken(happens, start)]
  const from = happens === undefined ? start : skipBlanks(text, start + happens.word.length, end)
  const takes = findLast(TAKES, text, from, end)
  if (takes !== undefined) {
    const rest = { ...state.slice, start: takes.at + takes.word.word.length }
    return [
      ...head,
      ...nameBefore(text, from, takes.at),
      wordToken(takes.word, takes.at),
      ...scanQuantity(rest, LIMIT_MODE),
    ]
  }
  if (happens !== undefined) return [...head, ...nameBefore(text, from, end)]
  const outcome = findLast(OUTCOMES, text, from, end)
  if (outcome === undefined) return left(text, from, end)
  const value = { ...state.slice, start: outcome.at + outcome.word.word.length }
  return [
    ...nameBefore(text, from, outcome.at),
    wordToken(outcome.word, outcome.at),
    ...scanCondition({ ...state, slice: value }, false),
  ]
}

/** Splits 按2024年6月1日的规定 and 已提交 甲、乙 into tokens; undefined for any other premise, which is a condition. */
export function scanPremise(slice: Slice, isDeclared: IsDeclared): readonly IToken[] | undefined {
  const { text, end } = slice
  const start = skipBlanks(text, slice.start, end)
  const word = findWord(PREMISES, text, start, end)
  if (word === undefined) return undefined
  const from = skipBlanks(text, start + word.word.length, end)
  if (word.type === Submitted) {
    const splitting = { isDeclared: (key: string) => isDeclared(['materials'], key), onAmbiguous: () => undefined }
    return [wordToken(word, start), ...scanNames({ ...slice, start: from }, splitting, false)]
  }
  const date = scanDate(text, from, end)
  if (date === undefined) return undefined
  const at = skipBlanks(text, date.end, end)
  const rules = findWord(RULES, text, at, end)
  return [
    wordToken(word, start),
    makeToken(DateToken, date.date, from, date.end),
    ...(rules === undefined ? [] : [wordToken(rules, at)]),
    ...left(text, at + (rules?.word.length ?? 0), end),
  ]
}

interface Found {
  readonly word: WordEntry
  readonly at: number
}

/** The last place where a word of a table stands. */
function findLast(table: WordTable, text: string, start: number, end: number): Found | undefined {
  for (let at = end - 1; at > start; at--) {
    const word = findWord(table, text, at, end)
    if (word !== undefined) return { word, at }
  }
  return undefined
}

function wordToken({ type, image, word }: WordEntry, at: number): IToken {
  return makeToken(type, image, at, at + word.length)
}

/** The name in a stretch, without the comma behind it; nothing where it is empty. */
function nameBefore(text: string, start: number, end: number): readonly IToken[] {
  let stop = end
  while (stop > start && isTrimmed(text, stop - 1)) stop--
  return stop === start ? [] : [makeToken(NameToken, '', start, stop)]
}

function isTrimmed(text: string, at: number): boolean {
  return COMMAS.has(foldCode(text.charCodeAt(at))) || skipBlanks(text, at, at + 1) > at
}

/** What should not be there: no rule takes it. */
function left(text: string, from: number, end: number): readonly IToken[] {
  const at = skipBlanks(text, from, end)
  const unknown: TokenType = Unknown
  return at < end ? [makeToken(unknown, '', at, end)] : []
}
