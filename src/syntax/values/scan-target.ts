import type { IToken } from 'chevrotain'
import { foldCode, foldKey } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import { isDeclared } from '../scope.ts'
import type { ConditionState } from './condition-state.ts'
import { GOTO } from './condition-words.ts'
import { Goto, makeToken, NameToken } from './tokens.ts'
import { findWord } from './word-table.ts'

/** Longest name of a step that a target without 转 is compared with. Unit: UTF-16 units. */
const LONGEST_STEP = 200

/** Reads ，转 制证送达 at the end of a branch: the step that it leads to; false when it does not stand here. */
export function scanTarget(state: ConditionState, at: number, tokens: IToken[]): boolean {
  const { text, end } = state.slice
  const code = foldCode(text.charCodeAt(at))
  const comma = code === 0x2c || code === 0x3001 || code === 0x3b
  const start = comma ? skipBlanks(text, at + 1, end) : at
  if (start >= end) return false
  const isStep = (from: number) =>
    end - from <= LONGEST_STEP && isDeclared(state.reading.scope, ['steps'], foldKey(text, from, end))
  if (comma && isStep(start)) {
    push(tokens, at, start, start, end)
    return true
  }
  const word = findWord(GOTO, text, start, end)
  if (word === undefined) return false
  const target = skipBlanks(text, start + word.word.length, end)
  if (!comma && !isStep(target)) return false
  push(tokens, start, start + word.word.length, target, end)
  return true
}

function push(tokens: IToken[], gotoStart: number, gotoEnd: number, nameStart: number, nameEnd: number): void {
  tokens.push(makeToken(Goto, '', gotoStart, Math.max(gotoEnd, gotoStart + 1)))
  if (nameStart < nameEnd) tokens.push(makeToken(NameToken, '', nameStart, nameEnd))
}
