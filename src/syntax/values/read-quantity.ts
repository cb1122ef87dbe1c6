import type { IToken } from 'chevrotain'
import type { ValueKind } from '../construct.ts'
import type { Value } from '../tree.ts'
import type { Words } from '../words.ts'
import { withoutEndMarks } from './read-plain.ts'
import { fix, found, type Reading } from './reading.ts'
import { limitWithin, respell } from './respell.ts'
import { scanCitation } from './scan-citation.ts'
import { scanBasis, scanPlacement } from './scan-pair.ts'
import { type QuantityMode, scanQuantity } from './scan-quantity.ts'
import { prepared, type Slice, spanIn, writtenIn } from './slice.ts'
import { isBareList, isWholeTime, meantTimes } from './time-taken.ts'
import { endOf, NumberToken } from './tokens.ts'
import { type Meant, unreadable } from './unreadable.ts'
import { type ValueParser, valueParser } from './value-parser.ts'

type QuantityRule = 'limit' | 'timeTaken' | 'date' | 'dateRanges' | 'datedText' | 'count' | 'integer' | 'money' | 'goal'

/** Most different texts of one kind that are remembered; further ones are read each time. */
const MOST_REMEMBERED = 5000

/** Makes the reader of one kind of limit, date or amount; the same words are read once a file. */
export function readQuantity(
  rule: QuantityRule,
  mode: QuantityMode,
): (reading: Reading, slice: Slice, kind: ValueKind) => Value {
  return (reading, slice, kind) =>
    remembered(reading, slice, rule, () => {
      const text = mode.rest ? prepared(slice) : prepared(trimmed(slice))
      const parser = parserOn(text)
      parser.input = scanQuantity(text, mode)
      const value = parser[rule]()
      if (parser.errors.length === 0 && isAllowed(value, kind)) return value
      const bare = reportBareNumber(reading, parser.input, text, rule)
      return bare ?? unreadable(reading, slice, kind.kind, undefined, meantBy(text, rule, mode, kind))
    })
}

/** What the author of a value that cannot be read probably meant; undefined when nothing is near. */
function meantBy(slice: Slice, rule: QuantityRule, mode: QuantityMode, kind: ValueKind): Meant | undefined {
  const respelt = respell(slice, mode, (text) => {
    const parser = parserOn({ text, start: 0, end: text.length, offsets: undefined })
    parser.input = scanQuantity(parser.slice, mode)
    const value = parser[rule]()
    return parser.errors.length === 0 && isAllowed(value, kind)
  })
  if (respelt !== undefined) {
    const { text, homophone, replacements } = respelt
    const edits = replacements.map((one) => ({ ...spanIn(slice, one.start, one.end), text: one.text }))
    return { text, applicability: homophone ? 'auto' : 'ask', edits }
  }
  if (rule === 'timeTaken') return meantTimes(slice, scanQuantity(slice, mode))
  const text = rule === 'limit' ? limitWithin(slice, mode) : undefined
  return text === undefined ? undefined : { text, applicability: 'ask', edits: 'note' }
}

/** A limit that is only a number, or times that are only numbers (ZW5006). */
function reportBareNumber(reading: Reading, tokens: readonly IToken[], slice: Slice, rule: string): Value | undefined {
  const [first] = tokens
  const last = tokens.at(-1)
  const isBare = rule === 'timeTaken' ? isBareList(tokens) : rule === 'limit' && tokens.length === 1
  if (!isBare || first === undefined || last?.tokenType !== NumberToken) return undefined
  const span = spanIn(slice, first.startOffset, endOf(last))
  const { keyword } = reading
  const value = tokens.length === 1 ? first.image : writtenIn(slice, first.startOffset, endOf(last))
  found(reading, 'ZW5006', { keyword, value }, span, () =>
    ['个工作日', '个自然日'].map((unit) =>
      fix(reading, `改为“${value}${unit}”`, 'ask', [{ start: span.end, end: span.end, text: unit }]),
    ),
  )
  return { kind: 'missing' }
}

function trimmed(slice: Slice): Slice {
  return { ...slice, end: withoutEndMarks(slice) }
}

/** Dates and references only where the construct allows them; whole numbers where it asks for them. */
function isAllowed(value: Value, kind: ValueKind): boolean {
  if (kind.kind === 'duration') {
    if (value.kind === 'reference') return kind.reference === true
    return kind.dated === true || value.kind !== 'duration' || (value.from ?? value.to) === undefined
  }
  if (value.kind === 'timeTaken') return isWholeTime(value.times)
  return value.kind !== 'integer' || Number.isSafeInteger(value.value)
}

/** A value that carries no place in the text, from the ones already read in this file. */
function remembered(reading: Reading, slice: Slice, rule: string, read: () => Value): Value {
  let known = reading.cache.get(rule)
  if (known === undefined) {
    known = new Map()
    reading.cache.set(rule, known)
  }
  const text = slice.text.slice(slice.start, slice.end)
  const before = known.get(text)
  if (before !== undefined) return before
  const value = read()
  if (value.kind !== 'missing' && value.kind !== 'reference' && known.size < MOST_REMEMBERED) known.set(text, value)
  return value
}

export function readCitation(reading: Reading, slice: Slice): Value {
  return remembered(reading, slice, 'citation', () => {
    const text = prepared(trimmed(slice))
    const parser = parserOn(text)
    parser.input = scanCitation(text)
    const value = parser.citation()
    const failed = parser.errors.length > 0 || hasPartWithoutArticle(value)
    if (!failed) return value
    const several = parser.input.filter(({ tokenType }) => tokenType.name === '《名称》').length > 1
    return unreadable(reading, slice, 'citation', several ? '每部法规单独写一行' : undefined)
  })
}

/** 第一款 without an article before it. */
function hasPartWithoutArticle(value: Value): boolean {
  return value.kind === 'citation' && value.articles.some((part) => 'article' in part && part.article === 0)
}

export function readBasis(reading: Reading, slice: Slice, { words }: { readonly words: Words }): Value {
  return remembered(reading, slice, 'basis', () => {
    const text = prepared(trimmed(slice))
    const parser = parserOn(text)
    parser.input = scanBasis(text, words)
    const value = parser.basis()
    return parser.errors.length > 0 ? unreadable(reading, slice, 'basis') : value
  })
}

export function readPlacement(reading: Reading, slice: Slice): Value {
  const text = prepared(trimmed(slice))
  const parser = parserOn(text)
  parser.input = scanPlacement(text)
  const value = parser.placement()
  return parser.errors.length > 0 ? unreadable(reading, slice, 'placement') : value
}

function parserOn(slice: Slice): ValueParser {
  const parser = valueParser()
  parser.slice = slice
  return parser
}
