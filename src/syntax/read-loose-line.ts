import { TO_FILL_IN } from '../diagnostics/blank-to-fill.ts'
import type { Attaching } from './attaching.ts'
import { readBareValues } from './bare-values.ts'
import { continueBefore } from './continue-line.ts'
import { foldCode, foldWord, isWordUnit } from './fold.ts'
import { measureLines, SHORTEST_WRAPPED, wrapLikelihood } from './hard-wrap.ts'
import { findLeadingKeyword } from './leading-keyword.ts'
import { skipBlanks } from './line-head.ts'
import { OPEN_KINDS } from './open-kinds.ts'
import { allowedKeywords } from './open-nodes.ts'
import { markSuspect, placeKeyword } from './place-keyword.ts'
import { edit, report } from './report.ts'
import { addStrayLine, addUnreadTableLine, contextHere, contextOfKeyword, flushRuns, leaveUnread } from './runs.ts'
import { type KeywordSuggestion, suggestKeyword } from './suggest-keyword.ts'

/** Longest word before a colon that is taken for a keyword rather than for prose. Unit: characters. */
const LONGEST_WORD = 12

/**
 * Reads a line that has no known keyword before a colon: a misspelt keyword, one without its colon, the continuation of
 * the line before, or a line that belongs nowhere. Each gets exactly one finding, or none where an editor plainly broke
 * a line in two.
 */
export function readLooseLine(state: Attaching): void {
  const word = wordBeforeColon(state)
  const suggestion = word === undefined ? undefined : suggestKeyword(state.open, word)
  if (word !== undefined && suggestion?.homophone) readMisspelt(state, word, suggestion)
  else if (word === undefined && isUnfinished(state)) continueBefore(state, false)
  else readUncertain(state, word, suggestion)
}

function readUncertain(state: Attaching, word: string | undefined, suggestion: KeywordSuggestion | undefined): void {
  const wrapped = likelihoodOfWrap(state)
  if (wrapped === 'surely') continueBefore(state, false)
  else if (wrapped === 'maybe' && !isRatherEntry(state, word)) continueBefore(state, true)
  else if (word !== undefined) readMisspelt(state, word, suggestion)
  else if (isColonFirst(state)) reportMissingKeyword(state)
  else if (!readWithoutColon(state)) readProse(state)
}

function readProse(state: Attaching): void {
  if (hasTab(state)) addUnreadTableLine(state)
  else if (earnsContinuation(state) && !isBareValue(state)) continueBefore(state, true)
  else addStrayLine(state)
}

/** The word before the first colon when it looks like a keyword: short, and nothing but characters and letters. */
function wordBeforeColon({ text, line }: Attaching): string | undefined {
  if (line.colon <= line.head || line.colon - line.head > 3 * LONGEST_WORD) return undefined
  const word = foldWord(text, line.head, line.colon)
  if (word === '' || word.length > LONGEST_WORD) return undefined
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    const letter = (code >= 0x3400 && code <= 0x9fff) || (isWordUnit(code) && code > 0x39)
    if (!letter) return undefined
  }
  return word
}

function readMisspelt(state: Attaching, word: string, suggestion: KeywordSuggestion | undefined): void {
  const { text, line, open } = state
  flushRuns(state)
  const keyword = { start: line.head, end: line.head + text.slice(line.head, line.colon).trimEnd().length }
  const written = text.slice(keyword.start, keyword.end)
  if (suggestion === undefined) {
    report(state.report, 'ZW1001', { keyword: word, allowed: allowedKeywords(open) }, keyword, () => ({
      context: contextHere(state),
      fixes: [
        {
          title: '改为“备注：”',
          applicability: 'ask',
          edits: [edit(state.report, keyword.start, keyword.end, '备注')],
        },
        { title: '删去这一行', applicability: 'ask', edits: [edit(state.report, line.start, line.next, '')] },
      ],
    }))
    markSuspect(state)
    leaveUnread(state)
    return
  }
  const { usable, reason, homophone } = suggestion
  report(state.report, 'ZW1002', { keyword: written, suggestion: suggestion.keyword, reason }, keyword, () => ({
    context: contextOfKeyword(state, suggestion.number),
    ...(!usable && { label: '没有用上这一行' }),
    fixes: [
      {
        title: `改为“${suggestion.keyword}”`,
        applicability: homophone ? 'auto' : 'ask',
        edits: [edit(state.report, keyword.start, keyword.end, suggestion.keyword)],
      },
    ],
  }))
  if (!usable) leaveUnread(state)
  else placeKeyword(state, suggestion.number, keyword, skipBlanks(text, line.colon + 1, line.end), 'repaired')
}

/** How likely the line before was broken in two by an editor, so that this line is its tail. */
function likelihoodOfWrap(state: Attaching): 'no' | 'maybe' | 'surely' {
  const { text, before } = state
  if (before.kind === 'none' || before.end - before.start < SHORTEST_WRAPPED) return 'no'
  if (before.row?.construct.value.kind === 'none') return 'no'
  state.width ??= measureLines(text)
  return wrapLikelihood(text, before.start, before.end, state.width)
}

/**
 * True when a line that may be the tail of the one before is rather a line of its own: the title of a section, an
 * indented one that starts with a keyword, and behind a value with a grammar of its own any line that starts with a
 * keyword or has a colon.
 */
function isRatherEntry(state: Attaching, word: string | undefined): boolean {
  const { text, line, open, before } = state
  if (isBareValue(state)) return true
  const kind = before.row?.construct.value.kind
  const strict = kind !== undefined && !OPEN_KINDS.has(kind)
  if (strict && (word !== undefined || isColonFirst(state))) return true
  const found = findLeadingKeyword(text, line.head, line.end, open)
  return found !== undefined && (strict || line.indent > 0 || found.isTitle)
}

/** True for the values of attributes below a name, which no name goes on with: 原件1份. */
function isBareValue({ text, line, open, before }: Attaching): boolean {
  if (before.row?.construct.value.kind !== 'name') return false
  return readBareValues(open, text, line.head, line.end) !== undefined
}

function isColonFirst({ line }: Attaching): boolean {
  return line.colon === line.head
}

function reportMissingKeyword(state: Attaching): void {
  const { line, open } = state
  flushRuns(state)
  const allowed = allowedKeywords(open)
  report(state.report, 'ZW1004', { allowed }, { start: line.head, end: line.colon + 1 }, () => ({
    context: contextHere(state),
    fixes: [
      {
        title: '在冒号前补上关键字',
        applicability: 'placeholder',
        edits: [edit(state.report, line.head, line.head, TO_FILL_IN)],
      },
    ],
  }))
  markSuspect(state)
  leaveUnread(state)
}

/** Marks after which a line goes on, and marks with which no line begins. */
const OPEN_ENDS = new Set([...'、,→'].map((mark) => mark.charCodeAt(0)))
const CLOSING_STARTS = new Set([...'、,;。)]》%'].map((mark) => mark.charCodeAt(0)))

/**
 * True when the line before plainly goes on: it ends with 、 or inside brackets or quotation marks, or this one starts
 * with a closing mark.
 */
function isUnfinished({ text, line, before }: Attaching): boolean {
  if (before.kind !== 'keyword' || before.row?.construct.value.kind === 'none') return false
  return (
    OPEN_ENDS.has(foldCode(text.charCodeAt(before.end - 1))) ||
    CLOSING_STARTS.has(foldCode(text.charCodeAt(line.content))) ||
    endsInBrackets(text, before.valueStart, before.end)
  )
}

const PAIRS = '【】（）《》〔〕「」“”()[]'
const CLOSING_OF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)]),
)

/** True when the last opening bracket or quotation mark of a stretch has no closing one behind it. */
function endsInBrackets(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start && at > end - LONGEST_BRACKETED; at--) {
    const closing = CLOSING_OF.get(text.charAt(at))
    if (closing !== undefined) return !text.slice(at, end).includes(closing)
  }
  return false
}

/** How far back an opening bracket is looked for. Unit: UTF-16 units. */
const LONGEST_BRACKETED = 200

/** Reads a line that begins with a keyword and lacks the colon (ZW1003); false when it does not. */
function readWithoutColon(state: Attaching): boolean {
  const { text, line, open } = state
  const found = findLeadingKeyword(text, line.head, line.end, open)
  if (found === undefined) return false
  flushRuns(state)
  const { keyword, number, valueStart, wrongMark } = found
  const written = text.slice(keyword.start, keyword.end)
  const colonEnd = wrongMark ? valueStart : keyword.end
  report(state.report, 'ZW1003', { keyword: written }, keyword, () => ({
    context: contextOfKeyword(state, number),
    fixes: [
      {
        title: `在“${written}”后面加上“：”`,
        applicability: 'auto',
        edits: [edit(state.report, keyword.end, colonEnd, '：')],
      },
    ],
  }))
  placeKeyword(state, number, keyword, valueStart, 'repaired')
  return true
}

function hasTab({ text, line }: Attaching): boolean {
  for (let i = line.content; i < line.end; i++) if (text.charCodeAt(i) === 0x09) return true
  return false
}

/** Shortest value that its author may have gone on with on the next line. Unit: characters. */
const SHORTEST_CONTINUED = 24

/** A continuation must be earned: by a value in free text, a long line before, or a keyword line without a value. */
function earnsContinuation({ text, before }: Attaching): boolean {
  if (before.kind === 'none') return false
  if (before.end - before.valueStart >= SHORTEST_CONTINUED) return before.row?.construct.value.kind !== 'none'
  if (before.row === undefined) return false
  const { value } = before.row.construct
  if (value.kind === 'none') return false
  return (value.kind === 'text' && value.phrase !== true) || foldCode(text.charCodeAt(before.end - 1)) === 0x3a
}
