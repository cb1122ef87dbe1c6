import { CHARACTERS_BY_SYLLABLE } from './pinyin-data.ts'

let syllables: ReadonlyMap<string, string> | undefined

/** The commonest syllable of a Chinese character without its tone (拼音); undefined for rare characters and other signs. */
export function syllableOf(character: string): string | undefined {
  syllables ??= readSyllables()
  return syllables.get(character)
}

/** Reads the table at first use: most files have no misspelt word. */
function readSyllables(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const group of CHARACTERS_BY_SYLLABLE.split(' ')) {
    const length = group.search(/[^a-z]/)
    const syllable = group.slice(0, length)
    for (const character of group.slice(length)) table.set(character, syllable)
  }
  return table
}

/**
 * True when two words sound the same: as long as each other, and each character the same or of the same syllable.
 * `syllables` are those of `word` where they are known; a character with several readings is then read rightly.
 */
export function soundsAlike(written: string, word: string, syllables?: readonly string[]): boolean {
  if (written.length !== word.length) return false
  for (let i = 0; i < written.length; i++) {
    const a = written.charAt(i)
    const b = word.charAt(i)
    if (a === b) continue
    const syllable = syllableOf(a)
    if (syllable === undefined || syllable !== (syllables?.[i] ?? syllableOf(b))) return false
  }
  return true
}
