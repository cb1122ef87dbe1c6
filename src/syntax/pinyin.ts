import { SYLLABLE_RUNS } from './pinyin-data.ts'

let syllables: ReadonlyMap<string, string> | undefined

/** The commonest syllable of a Chinese character without its tone (拼音); undefined for rare characters and other signs. */
export function syllableOf(character: string): string | undefined {
  syllables ??= readSyllables()
  return syllables.get(character)
}

/** Reads the table at first use: most files have no misspelt word. */
function readSyllables(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  const characters = commonCharacters()
  let at = 0
  for (const [, syllable = '', length = ''] of SYLLABLE_RUNS.matchAll(/([a-z]*)(\d+| )/g)) {
    const end = at + (length === ' ' ? 1 : Number(length))
    for (; at < end; at++) if (syllable !== '') table.set(characters[at] ?? '', syllable)
  }
  return table
}

/**
 * The 3,755 characters of GB 2312 level 1, in the order of the standard, which is that of their pinyin: so the table of
 * readings needs no characters, only lengths. Empty on a platform that can't decode GB 18030; then nothing sounds alike.
 */
export function commonCharacters(): readonly string[] {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  }
  try {
    return Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
  } catch {
    return []
  }
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
