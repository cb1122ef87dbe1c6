import type { SourceFile } from '../base/source-file.ts'
import { bracketNames, type Respelling } from './bracket-names.ts'
import { layOutLines, type SeenLine } from './lay-out-lines.ts'
import { isLiterate, readLiterate } from './literate.ts'
import { parse, parseObserved } from './parse.ts'
import { plainDigits } from './plain-digits.ts'
import { sameMeaning } from './same-meaning.ts'
import { TABLE_LINE } from './scan-lines.ts'

/**
 * The canonical layout of a file (排版): keywords in their official form, `：`, two blanks a level, tables with their bars
 * below each other, lines that an editor broke joined again, names of conditions in 【】, numbers in plain digits. Comments
 * and blank lines stay, all else of values stays as written, and so does what could not be read. A file is laid out by itself, whatever others declare.
 *
 * Invariant: formatting twice changes nothing more, and the tree stays the same but for its places. What is written is
 * read once more to prove it; a text that comes back otherwise is left alone.
 */
export function formatSource(source: SourceFile): string {
  const lines: SeenLine[] = []
  const tree = parseObserved(source, ({ kind, start, content, end }, use) => {
    lines.push({ use, isBarred: kind === TABLE_LINE, start, content, end })
  })
  const layOut = (respellings: readonly Respelling[]) => {
    const part = (from: number, to: number) => {
      const inside = lines.filter(({ start }) => start >= from && start < to)
      return layOutLines({ source, blocks: tree.blocks, respellings }, inside)
    }
    return isLiterate(source.uri) ? replaceFences(source.text, part) : part(0, source.text.length)
  }
  const isProved = (text: string) => text === source.text || sameMeaning(tree, parse({ ...source, text }))
  const digits = plainDigits(tree)
  const names = bracketNames(tree)
  const text = layOut([...digits, ...names].sort((a, b) => a.start - b.start))
  if (isProved(text)) return text
  // Next to a bare option that another name begins with, 【】 may make the longer name out of it.
  const bare = names.length === 0 ? source.text : layOut(digits)
  return isProved(bare) ? bare : source.text
}

/** Writes the fenced blocks of a Markdown file anew; the prose stays word for word. */
function replaceFences(text: string, layOutPart: (from: number, to: number) => string): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of readLiterate(text).fences) {
    pieces.push(text.slice(at, start).replace(/\r\n?/g, '\n'), layOutPart(start, end))
    at = end
  }
  return pieces.join('') + text.slice(at).replace(/\r\n?/g, '\n')
}
