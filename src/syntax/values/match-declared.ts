import { BLANK, foldCode, INVISIBLE, isWordUnit, kindOf, simplifyCode } from '../fold.ts'
import { conditionKeys, type Scope } from '../scope.ts'
import { type ConditionState, fail } from './condition-state.ts'
import { OPERATORS } from './condition-words.ts'
import { scanNumber } from './number.ts'
import { And, Or } from './tokens.ts'
import { findWord } from './word-table.ts'

/** A declared name that stands bare in a condition. */
export interface DeclaredMatch {
  readonly key: string
  readonly end: number
}

/** The longest declared name at a place of a prepared text (最长匹配); blanks in the text don't matter. */
export function matchDeclared(scope: Scope, text: string, at: number, end: number): DeclaredMatch | undefined {
  const keys = conditionKeys(scope)
  if (keys.size === 0) return undefined
  const first = simplifyCode(foldCode(text.charCodeAt(at)))
  for (const key of keys.get(first) ?? []) {
    const stop = matchKey(text, at, end, key)
    if (stop > at && isBoundary(text, stop, end)) return { key, end: stop }
  }
  return undefined
}

/** True where a name may end: before anything but a character that would go on with the word. */
function isBoundary(text: string, at: number, end: number): boolean {
  if (at >= end) return true
  const code = text.charCodeAt(at)
  if (!isHan(code)) return !(isWordUnit(foldCode(code)) && isWordUnit(foldCode(text.charCodeAt(at - 1))))
  return findWord(OPERATORS, text, at, end) !== undefined || scanNumber(text, at, end) !== undefined
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff
}

/** Where a key that stands at a place ends; −1 when it does not stand there. */
function matchKey(text: string, start: number, end: number, key: string): number {
  let at = start
  for (let i = 0; i < key.length; i++) {
    const wanted = key.charCodeAt(i)
    if (wanted === 0x20) continue
    for (; at < end; at++) {
      const kind = kindOf(text.charCodeAt(at))
      if (kind !== BLANK && kind !== INVISIBLE) break
    }
    if (at >= end) return -1
    const code = text.charCodeAt(at)
    if (code !== wanted && simplifyCode(foldCode(code)) !== simplifyCode(wanted)) return -1
    at++
  }
  return at
}

/** Reports a bare name that can also be read as two declared names with 且 or 或 between them (ZW3010). */
export function reportAmbiguity(state: ConditionState, at: number, { key, end }: DeclaredMatch): void {
  for (let i = 1; i < key.length - 1; i++) {
    const word = findWord(OPERATORS, key, i, key.length)
    if (word === undefined || (word.type !== And && word.type !== Or)) continue
    const left = key.slice(0, i)
    const right = key.slice(i + word.word.length)
    if (!isConditionKey(conditionKeys(state.reading.scope), left) || !isConditionKey(conditionKeys(state.reading.scope), right)) continue
    const both = `【${left}】${word.word}【${right}】`
    fail(state, 'ZW3010', { text: key, readings: [`【${key}】`, both] }, at, end, true, [
      { title: `改为【${key}】`, applicability: 'ask', edits: [{ start: at, end, text: `【${key}】` }] },
      { title: `改为${both}`, applicability: 'ask', edits: [{ start: at, end, text: both }] },
    ])
    return
  }
}

function isConditionKey(keys: ReadonlyMap<number, readonly string[]>, key: string): boolean {
  return keys.get(simplifyCode(key.charCodeAt(0)))?.includes(key) ?? false
}
