import type { IToken } from 'chevrotain'
import { CONFUSABLE, confusableFor, kindOf } from '../fold.ts'
import { soundsAlike } from '../pinyin.ts'
import { nearestWord } from '../suggest.ts'
import type { Replacement } from './reading.ts'
import { type QuantityMode, scanQuantity } from './scan-quantity.ts'
import type { Slice } from './slice.ts'
import { endOf, FixedLimit, MoneyUnit, NumberToken, TimeUnit, Unit, Unknown } from './tokens.ts'

/** How a value that cannot be read was probably meant (近似写法); places are those of the slice. */
export interface Respelling {
  readonly text: string
  readonly replacements: readonly Replacement[]
  /** Everything that differs sounds the same: safe to put in its place. */
  readonly homophone: boolean
}

/** Longest value that is looked at: a limit or an amount is short. Unit: characters. */
const LONGEST_RESPELT = 40

/** Longest sentence in which a limit is looked for. Unit: characters. */
const LONGEST_SENTENCE = 200

/**
 * Replaces the misspelt words of a value by the nearest that its mode knows: 7各工作日 → 7个工作日, 十五工作曰 → 十五工作日.
 * Undefined when that gives nothing which can be read.
 */
export function respell(
  slice: Slice,
  mode: QuantityMode,
  isReadable: (text: string) => boolean,
): Respelling | undefined {
  if (slice.end - slice.start > LONGEST_RESPELT) return undefined
  const tries = [unmistaken(slice), nearestWords(slice, mode)]
  for (const replacements of tries) {
    if (replacements.length === 0) continue
    const text = applied(slice, replacements)
    if (!isReadable(text)) continue
    const homophone = replacements.every((one) => soundsAlike(slice.text.slice(one.start, one.end), one.text))
    return { text, replacements, homophone }
  }
  return undefined
}

/** Each character that looks like a usual one, by that one: 曰 → 日. */
function unmistaken({ text, start, end }: Slice): readonly Replacement[] {
  const replacements: Replacement[] = []
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (kindOf(code) === CONFUSABLE) replacements.push({ start: at, end: at + 1, text: confusableFor(code) })
  }
  return replacements
}

/** Each run of characters that holds an unknown one, by the nearest word that may stand there. */
function nearestWords(slice: Slice, mode: QuantityMode): readonly Replacement[] {
  const replacements: Replacement[] = []
  for (const run of unknownRuns(scanQuantity(slice, mode))) {
    const start = run.start + (slice.text.charAt(run.start) === '半' ? 1 : 0)
    const isCounted = run.isCounted || start > run.start
    const text = nearest(slice.text.slice(start, run.end), wordsOf(mode, isCounted))
    if (text === undefined) return []
    replacements.push({ start, end: run.end, text })
  }
  return replacements
}

interface Run {
  readonly start: number
  end: number
  /** True behind a number, where units stand. */
  readonly isCounted: boolean
  isUnknown: boolean
}

/** Words that stand side by side: a misspelt one may have been taken apart. */
function unknownRuns(tokens: readonly IToken[]): readonly Run[] {
  const runs: Run[] = []
  let last: IToken | undefined
  for (const token of tokens) {
    const isUnknown = token.tokenType === Unknown || token.tokenType === Unit
    const run = runs.at(-1)
    if (run !== undefined && run.end === token.startOffset && (isUnknown || isWord(token))) {
      run.end = endOf(token)
      run.isUnknown ||= isUnknown
    } else if (isUnknown || isWord(token)) {
      const isCounted = last?.tokenType === NumberToken
      runs.push({ start: token.startOffset, end: endOf(token), isCounted, isUnknown })
    }
    last = token
  }
  return runs.filter((run) => run.isUnknown)
}

function isWord({ tokenType }: IToken): boolean {
  return tokenType === TimeUnit || tokenType === MoneyUnit || tokenType === FixedLimit
}

/** Words that may follow a unit; a misspelt one is looked for without them. */
const ENDINGS = ['', '以内', '之内', '内']

function nearest(written: string, words: readonly string[]): string | undefined {
  for (const ending of ENDINGS) {
    if (!written.endsWith(ending)) continue
    const word = nearestWord(written.slice(0, written.length - ending.length), words)
    if (word !== undefined) return word + ending
  }
  return undefined
}

function wordsOf({ words }: QuantityMode, isCounted: boolean): readonly string[] {
  const entries = [...words.values()].flat()
  return entries.filter(({ type }) => isCounted === (type === TimeUnit || type === MoneyUnit)).map(({ word }) => word)
}

function applied({ text, start, end }: Slice, replacements: readonly Replacement[]): string {
  let result = ''
  let at = start
  for (const one of replacements) {
    result += text.slice(at, one.start) + one.text
    at = one.end
  }
  return result + text.slice(at, end)
}

/** The only limit inside a sentence: 自受理之日起20个工作日内 → 20个工作日; undefined when there is none or more than one. */
export function limitWithin(slice: Slice, mode: QuantityMode): string | undefined {
  if (slice.end - slice.start > LONGEST_SENTENCE) return undefined
  const tokens = scanQuantity(slice, mode)
  const numbers = tokens.filter(({ tokenType }) => tokenType === NumberToken)
  const fixed = tokens.filter(({ tokenType }) => tokenType === FixedLimit)
  const [only] = [...numbers, ...fixed]
  if (only === undefined || numbers.length + fixed.length > 1) return undefined
  const unit = tokens[tokens.indexOf(only) + 1]
  if (only.tokenType === FixedLimit) return slice.text.slice(only.startOffset, endOf(only))
  return unit?.tokenType === TimeUnit ? slice.text.slice(only.startOffset, endOf(unit)) : undefined
}
