import type { SourceFile } from '../base/source-file.ts'
import type { Span } from '../base/span.ts'
import { alignRows } from './align-rows.ts'
import type { LineUse } from './attaching.ts'
import { foldWord } from './fold.ts'
import { isLiterate, readLiterate } from './literate.ts'
import { parse, parseObserved } from './parse.ts'
import type { Cell } from './table-row.ts'
import type { SyntaxNode } from './tree.ts'
import { sliceOf } from './values/slice.ts'

/** A line as scanned and used, in order of the file. */
interface SeenLine {
  readonly use: LineUse
  /** The stretch of the whole line without its end, and of its content without leading blanks. */
  readonly start: number
  readonly content: number
  readonly end: number
}

/**
 * The canonical layout of a file (排版): keywords in their official form, `：`, two blanks a level, lines that an editor
 * broke joined again; comments and blank lines stay, values stay as written, and so does what could not be read.
 *
 * Invariant: formatting twice changes nothing more, and the tree stays the same. A broken text that can't be laid out
 * so, because other lines would then belong together, stays as it is.
 */
export function formatSource(source: SourceFile): string {
  const text = layOutSource(source)
  if (text === source.text) return text
  const result = { ...source, text }
  return layOutSource(result) === text && meaningOf(result) === meaningOf(source) ? text : source.text
}

/** The tree of a text without the places where it stands, folded. */
function meaningOf(source: SourceFile): string {
  return JSON.stringify(parse(source).blocks, (key, value) => {
    if (PLACES.has(key)) return undefined
    return typeof value === 'string' ? foldWord(value) : value
  })
}

const PLACES: ReadonlySet<string> = new Set(['keyword', 'valueSpan', 'span'])

function layOutSource(source: SourceFile): string {
  const lines: SeenLine[] = []
  parseObserved(source, ({ start, content, end }, use) => {
    lines.push({ use, start, content, end })
  })
  const groups = joinLines(lines)
  if (!isLiterate(source.uri)) return layOut(groups, source.text)
  return replaceFences(source.text, ({ start, end }) =>
    layOut(
      groups.filter(({ first }) => first.start >= start && first.start < end),
      source.text,
    ),
  )
}

function layOut(groups: readonly LineGroup[], text: string): string {
  return withBlankLines(addIndents(withTables(groups.flatMap((group) => printGroup(text, group)))))
}

/** Aligns the rows of each table; blank lines may stand between them. */
function withTables(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const laidOut: PrintedLine[] = [...lines]
  let run: number[] = []
  const finish = () => {
    const rows = alignRows(run.map((place) => lines[place]?.cells ?? []))
    for (const [index, place] of run.entries()) {
      const line = lines[place]
      if (line !== undefined) laidOut[place] = { ...line, text: rows[index] ?? line.text }
    }
    run = []
  }
  for (const [place, line] of lines.entries()) {
    if (line.cells !== undefined) run.push(place)
    else if (line.text !== '') finish()
  }
  finish()
  return laidOut
}

/** Writes the fenced blocks of a Markdown file anew; the prose stays word for word. */
function replaceFences(text: string, layOutFence: (fence: Span) => string): string {
  const pieces: string[] = []
  let at = 0
  for (const fence of readLiterate(text).fences) {
    pieces.push(text.slice(at, fence.start).replace(/\r\n?/g, '\n'), layOutFence(fence))
    at = fence.end
  }
  return pieces.join('') + text.slice(at).replace(/\r\n?/g, '\n')
}

/** A line with the lines that continue it. */
interface LineGroup {
  readonly first: SeenLine
  readonly tails: readonly Span[]
}

function joinLines(lines: readonly SeenLine[]): readonly LineGroup[] {
  const groups: { first: SeenLine; tails: Span[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (line.use.use === 'continuation' && last !== undefined && isKept(line, line.use.node)) {
      last.tails.push({ start: line.content, end: line.end })
    } else {
      groups.push({ first: line, tails: [] })
    }
  }
  return groups
}

/** True when the line did become part of the value or comment that it was joined to. */
function isKept(line: SeenLine, node: SyntaxNode | undefined): boolean {
  return node === undefined || line.content < node.valueSpan.end
}

/** A line to be written. Comments take the indentation of what follows them. */
interface PrintedLine {
  readonly text: string
  readonly indent: number | 'next'
  /** An unread line keeps its distance, lest a longer line before it draw it in. */
  readonly apart: boolean
  /** Of a row of a table. */
  readonly cells?: readonly string[]
}

function printGroup(text: string, { first, tails }: LineGroup): readonly PrintedLine[] {
  const { use } = first
  if (use.use === 'empty') return [{ text: '', indent: 0, apart: false }]
  if (use.use === 'keyword' && use.sure) {
    const { start } = use.node.valueSpan
    const value = joinedText(text, { start, end: Math.max(start, first.end) }, tails)
    return [{ text: `${keywordOf(text, use)}：${value}`, indent: indentOf(use.depth), apart: false }]
  }
  if (use.use === 'keyword') {
    const content = joinedText(text, { start: first.content, end: first.end }, tails)
    return [{ text: content, indent: indentOf(use.depth), apart: true }]
  }
  if (use.use === 'comment') {
    return [{ text: joinedText(text, { start: first.content, end: first.end }, tails), indent: 'next', apart: false }]
  }
  if (use.use === 'table') {
    const line = { text: text.slice(first.content, first.end), indent: indentOf(use.depth), apart: false }
    return [use.cells.length === 0 ? line : { ...line, cells: use.cells.map((cell) => textOfCell(text, cell)) }]
  }
  if (use.use === 'separator') return [{ text: text.slice(first.content, first.end), indent: 0, apart: false }]
  return [{ text: text.slice(first.start, first.end), indent: 0, apart: true }]
}

function textOfCell(text: string, { start, end, pieces = [] }: Cell): string {
  return joinedText(text, pieces[0] ?? { start, end }, pieces.slice(1))
}

/** The official keyword where it means the same; a choice keeps its own, which may hold a number: 任选两项. */
function keywordOf(text: string, { row, node, replaceable }: Extract<LineUse, { readonly use: 'keyword' }>): string {
  const { construct } = row
  return construct.value.kind === 'choice' || !replaceable
    ? foldWord(text, node.keyword.start, node.keyword.end)
    : construct.keyword
}

function indentOf(depth: number): number {
  return 2 * Math.max(0, depth - 1)
}

function joinedText(text: string, first: Span, tails: readonly Span[]): string {
  const slice = sliceOf(text, first, tails.length === 0 ? undefined : [first, ...tails])
  return slice.text.slice(slice.start, slice.end)
}

interface IndentedLine {
  readonly text: string
  readonly apart: boolean
}

function addIndents(lines: readonly PrintedLine[]): readonly IndentedLine[] {
  const indented: IndentedLine[] = []
  let next = 0
  for (const { text, indent, apart } of [...lines].reverse()) {
    if (indent !== 'next' && text !== '' && !apart) next = indent
    const columns = indent === 'next' ? next : indent
    indented.push({ text: text === '' ? '' : ' '.repeat(columns) + text, apart })
  }
  return indented.reverse()
}

/** At most one blank line at a time, none at the ends, one before what could not be read. */
function withBlankLines(lines: readonly IndentedLine[]): string {
  const written: string[] = []
  for (const { text, apart } of lines) {
    const blankBefore = written.length === 0 || written.at(-1) === ''
    if (text === '') {
      if (!blankBefore) written.push('')
    } else {
      if (apart && !blankBefore) written.push('')
      written.push(text)
    }
  }
  if (written.at(-1) === '') written.pop()
  return written.map((line) => `${line}\n`).join('')
}
