import { EOF, type IToken } from 'chevrotain'
import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import type { Value } from '../tree.ts'
import { type ConditionState, fail } from './condition-state.ts'
import { withoutEndMarks } from './read-plain.ts'
import type { Reading } from './reading.ts'
import { scanCondition } from './scan-condition.ts'
import { prepared, type Slice } from './slice.ts'
import {
  And,
  At,
  Below,
  Between,
  Comma,
  Compare,
  endOf,
  LeftParen,
  Member,
  Minus,
  Not,
  Or,
  Plus,
  RightParen,
  To,
} from './tokens.ts'
import { unreadable } from './unreadable.ts'
import { type ValueParser, valueParser } from './value-parser.ts'

/** Reads a condition, or a branch: a condition and where it leads. */
export function readCondition(reading: Reading, slice: Slice, rule: 'condition' | 'branch', foreign = false): Value {
  const text = prepared({ ...slice, end: withoutEndMarks(slice) })
  const state: ConditionState = { reading, slice: text, foreign, failed: false, unreadable: false }
  const tokens = scanCondition(state, rule === 'branch')
  if (state.unreadable) return { kind: 'missing' }
  const parser = valueParser()
  parser.slice = text
  parser.state = state
  parser.input = tokens
  const value: Value = rule === 'branch' ? parser.branch() : { kind: 'condition', condition: parser.condition() }
  parser.state = undefined
  if (parser.errors.length > 0) return explainStop(parser, state, tokens, rule)
  return state.unreadable ? { kind: 'missing' } : value
}

/** Says in the author's words why a condition could not be read to its end. */
function explainStop(
  parser: ValueParser,
  state: ConditionState,
  tokens: readonly IToken[],
  rule: 'condition' | 'branch',
): Value {
  const { slice } = state
  const { at, after } = parser.stoppedAt()
  const start = at?.startOffset ?? slice.end
  const end = at === undefined ? slice.end : endOf(at)
  if (after === undefined || EXPECTS_OPERAND.has(after.tokenType)) {
    explainMissing(state, after, at)
  } else if (at?.tokenType === RightParen) {
    fail(state, 'ZW3005', { mark: '）' }, start, end, false, [
      { title: '删去多余的“）”', applicability: 'ask', edits: [{ start, end, text: '' }] },
    ])
  } else if (at === undefined || at.tokenType === EOF) {
    const open = unpaired(tokens)
    if (open === undefined) return unreadable(state.reading, slice, rule)
    fail(state, 'ZW3005', { mark: '（' }, open.startOffset, endOf(open), false, [
      { title: '在末尾加上“）”', applicability: 'ask', edits: [{ start: slice.end, end: slice.end, text: '）' }] },
    ])
  } else {
    const fixes = ['且', '或'].map((word) => ({
      title: `在前面加上“${word}”`,
      applicability: 'ask' as const,
      edits: [{ start, end: start, text: `${word} ` }],
    }))
    fail(state, 'ZW3004', { text: slice.text.slice(start, end) }, start, end, false, fixes)
  }
  return { kind: 'missing' }
}

const EXPECTS_OPERAND = new Set([And, Or, Not, LeftParen, Compare, Member, Between, Below, At, To, Plus, Minus, Comma])
const EXPECTS_CONDITION = new Set([And, Or, Not, LeftParen])
const EXPECTS_DURATION = new Set([Plus, Minus])

/** Something is missing behind a word that asks for more (ZW3003). */
function explainMissing(state: ConditionState, after: IToken | undefined, at: IToken | undefined): void {
  const { slice } = state
  const found = at === undefined ? '' : slice.text.slice(at.startOffset, endOf(at))
  const before = after === undefined ? '' : slice.text.slice(after.startOffset, endOf(after))
  const start = at?.startOffset ?? after?.startOffset ?? slice.start
  const end = at !== undefined ? endOf(at) : slice.end
  fail(state, 'ZW3003', { after: before, expected: expectedAfter(after), found }, start, end, false, [
    { title: '补上缺少的内容', applicability: 'placeholder', edits: [{ start, end: start, text: TO_FILL_IN }] },
  ])
}

function expectedAfter(after: IToken | undefined): readonly string[] {
  if (after === undefined || EXPECTS_CONDITION.has(after.tokenType)) return ['信息名称', '情形名称', '“非”', '“（”']
  if (EXPECTS_DURATION.has(after.tokenType)) return ['时长']
  return ['数', '“文本”', '是否值', '信息名称']
}

/** The last opening bracket that nothing closes. */
function unpaired(tokens: readonly IToken[]): IToken | undefined {
  const open: IToken[] = []
  for (const token of tokens) {
    if (token.tokenType === LeftParen) open.push(token)
    else if (token.tokenType === RightParen) open.pop()
  }
  return open.at(-1)
}
