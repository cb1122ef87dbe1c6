import type { TokenType } from 'chevrotain'
import { foldCode } from '../fold.ts'
import { wordAt } from './slice.ts'

/** A word of a value grammar with the token that it makes. */
export interface WordEntry {
  readonly word: string
  readonly type: TokenType
  readonly image: string
}

/** Words by their first unit, longer ones first. */
export type WordTable = ReadonlyMap<number, readonly WordEntry[]>

/** All words of a list of the lexicon as one kind of token. */
export function wordsAs(type: TokenType, words: Readonly<Record<string, string | number>>): readonly WordEntry[] {
  return Object.entries(words).map(([word, image]) => ({ word, type, image: String(image) }))
}

export function buildWordTable(...lists: readonly (readonly WordEntry[])[]): WordTable {
  const table = new Map<number, WordEntry[]>()
  for (const entry of lists.flat()) {
    const first = entry.word.charCodeAt(0)
    const entries = table.get(first)
    if (entries === undefined) table.set(first, [entry])
    else entries.push(entry)
  }
  for (const entries of table.values()) entries.sort((a, b) => b.word.length - a.word.length)
  return table
}

/** The longest word of a table that stands at a place of a prepared text. */
export function findWord(table: WordTable, text: string, at: number, end: number): WordEntry | undefined {
  const entries = table.get(foldCode(text.charCodeAt(at)))
  if (entries === undefined) return undefined
  for (const entry of entries) if (wordAt(text, at, end, entry.word)) return entry
  return undefined
}
