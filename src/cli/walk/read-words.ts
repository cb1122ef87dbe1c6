import { CommandFailure } from '../command-failure.ts'
import { nearest } from '../nearest.ts'

/** The names at the beginning of a text, by 、 or ， between them (名称列表); names may have such marks in them. */
export function readNames(text: string, known: readonly string[], what: string): readonly string[] {
  const names: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const found = longestAt(rest, known)
    if (found === undefined) throw new CommandFailure(unknownName(rest.split(/[、，,\s]/)[0] ?? rest, known, what))
    names.push(found)
    rest = rest.slice(found.length).replace(/^[、，,；;\s]+/, '')
  }
  return names
}

/** The name that a text begins with, and what follows it. */
export function readName(
  text: string,
  known: readonly string[],
  what: string,
): { readonly name: string; readonly rest: string } {
  const name = longestAt(text, known)
  if (name === undefined) throw new CommandFailure(unknownName(text.split(/\s/)[0] ?? text, known, what))
  return { name, rest: text.slice(name.length).trim() }
}

function longestAt(text: string, known: readonly string[]): string | undefined {
  return known.filter((name) => text.startsWith(name)).sort((a, b) => b.length - a.length)[0]
}

function unknownName(written: string, known: readonly string[], what: string): string {
  if (known.length === 0) return `事项没有${what}`
  if (written === '') return `请写${what}：${known.join('、')}`
  return `没有名为“${written}”的${what}，${hintAt(written, known)}`
}

/** The name that was probably meant, else all that could be (提示). */
export function hintAt(written: string, known: readonly string[]): string {
  const guess = guessAt(written, known)
  return guess === undefined ? `可以写：${known.join('、')}` : `是不是“${guess}”？`
}

/** The name that was probably meant (相近的写法); one character is too little to guess from. */
export function guessAt(written: string, known: readonly string[]): string | undefined {
  return [...written].length < 2 ? undefined : nearest(written, known, 1)[0]
}
