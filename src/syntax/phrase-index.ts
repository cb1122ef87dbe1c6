import { BLANK, foldCode, INVISIBLE, kindOf, simplifyCode } from './fold.ts'

/** Longest phrase that is found in running text; longer names need 【】. Unit: characters. */
const LONGEST_PHRASE = 100

/** Phrases by their folded form without blanks, and the lengths that occur by first character, longest first. */
export interface PhraseIndex {
  readonly phrases: ReadonlyMap<string, string>
  readonly lengths: ReadonlyMap<number, readonly number[]>
}

/** A phrase found in a text (短语). */
export interface PhraseMatch {
  readonly key: string
  readonly end: number
}

export function buildPhraseIndex(keys: readonly string[]): PhraseIndex {
  const phrases = new Map<string, string>()
  const lengths = new Map<number, Set<number>>()
  for (const key of keys) {
    const compact = compactForm(key)
    if (compact === '' || compact.length > LONGEST_PHRASE) continue
    phrases.set(compact, key)
    const first = compact.charCodeAt(0)
    const known = lengths.get(first)
    if (known === undefined) lengths.set(first, new Set([compact.length]))
    else known.add(compact.length)
  }
  return { phrases, lengths: new Map([...lengths].map(([first, known]) => [first, [...known].sort((a, b) => b - a)])) }
}

function compactForm(key: string): string {
  let compact = ''
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    if (code !== 0x20) compact += String.fromCharCode(simplifyCode(code))
  }
  return compact
}

/**
 * The longest phrase at a place of a prepared text that `fits`: which it is, and where it ends. Blanks in the text don't
 * matter.
 */
export function longestPhrase(
  index: PhraseIndex,
  text: string,
  start: number,
  end: number,
  fits: (end: number, key: string) => boolean,
): PhraseMatch | undefined {
  const lengths = index.lengths.get(simplifyCode(foldCode(text.charCodeAt(start))))
  const longest = lengths?.[0]
  if (lengths === undefined || longest === undefined) return undefined
  const ends: number[] = []
  let compact = ''
  for (let at = start; at < end && compact.length < longest; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === BLANK || kind === INVISIBLE) continue
    compact += String.fromCharCode(simplifyCode(foldCode(code)))
    ends.push(at + 1)
  }
  for (const length of lengths) {
    const stop = ends[length - 1]
    const key = stop === undefined ? undefined : index.phrases.get(compact.slice(0, length))
    if (key !== undefined && stop !== undefined && fits(stop, key)) return { key, end: stop }
  }
  return undefined
}

/** True when the index has exactly this phrase. */
export function hasPhrase(index: PhraseIndex, key: string): boolean {
  return index.phrases.has(compactForm(key))
}
