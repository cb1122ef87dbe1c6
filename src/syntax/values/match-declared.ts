import { foldCode, isWordUnit } from '../fold.ts'
import { hasPhrase, longestPhrase, type PhraseMatch } from '../phrase-index.ts'
import { conditionPhrases, isMeantBehind, type Scope } from '../scope.ts'
import { type ConditionState, fail } from './condition-state.ts'
import { OPERATORS } from './condition-words.ts'
import { scanNumber } from './number.ts'
import { And, Or } from './tokens.ts'
import { findWord } from './word-table.ts'

/**
 * The longest declared name at a place of a prepared text (最长匹配). `left` is the name that it is said of, if any: 3年以上
 * behind a number is a range though some other fact has an option of that name.
 */
export function matchDeclared(
  scope: Scope,
  text: string,
  at: number,
  end: number,
  left?: string,
): PhraseMatch | undefined {
  const { names } = conditionPhrases(scope)
  return longestPhrase(
    names,
    text,
    at,
    end,
    (stop, key) => isBoundary(text, stop, end) && (left === undefined || isMeantBehind(scope, left, key)),
  )
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

/** Where the longest declared unit of measure at a place ends; undefined when none stands there. */
export function declaredUnitEnd(scope: Scope, text: string, at: number, end: number): number | undefined {
  return longestPhrase(conditionPhrases(scope).units, text, at, end, () => true)?.end
}

/** Reports a bare name that can also be read as two declared names with 且 or 或 between them (ZW3010). */
export function reportAmbiguity(state: ConditionState, at: number, { key, end }: PhraseMatch): void {
  const { names } = conditionPhrases(state.reading.scope)
  for (let i = 1; i < key.length - 1; i++) {
    const word = findWord(OPERATORS, key, i, key.length)
    if (word === undefined || (word.type !== And && word.type !== Or)) continue
    const left = key.slice(0, i)
    const right = key.slice(i + word.word.length)
    if (!hasPhrase(names, left) || !hasPhrase(names, right)) continue
    const both = `【${left}】${word.word}【${right}】`
    fail(state, 'ZW3010', { text: key, readings: [`【${key}】`, both] }, at, end, true, [
      { title: `改为【${key}】`, applicability: 'ask', edits: [{ start: at, end, text: `【${key}】` }] },
      { title: `改为${both}`, applicability: 'ask', edits: [{ start: at, end, text: both }] },
    ])
    return
  }
}
