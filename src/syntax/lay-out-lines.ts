import { firstIndex } from '../base/first-index.ts'
import type { SourceFile } from '../base/source-file.ts'
import type { Span } from '../base/span.ts'
import type { LineUse } from './attaching.ts'
import type { Respelling } from './bracket-names.ts'
import { CONSTRUCTS } from './constructs.ts'
import { foldWord, kindOf, LINE_END } from './fold.ts'
import { joinedText } from './joined-text.ts'
import { layOutTables, type TableLine } from './lay-out-tables.ts'
import { skipBlanks } from './line-head.ts'
import type { Cell } from './table-row.ts'
import type { SyntaxNode } from './tree.ts'

/** A line as scanned and used, in order of the file (读到的一行). */
export interface SeenLine {
  readonly use: LineUse
  /** True for a line that begins with a bar. */
  readonly isBarred: boolean
  /** The stretch of the whole line without its end, and of its content without leading blanks. */
  readonly start: number
  readonly content: number
  readonly end: number
}

/** What the lines of a file are written from. */
interface Writing {
  readonly source: SourceFile
  readonly blocks: readonly SyntaxNode[]
  /** In order of the text. */
  readonly respellings: readonly Respelling[]
}

/** A line to be written. Comments take the indentation of what follows them. */
interface PrintedLine {
  readonly text: string
  readonly indent: number | 'next'
  /**
   * Where a blank line is put, lest other lines be taken for one: before what could not be read, for a longer line could
   * draw it in; also behind a row of a table that lacks something, which draws in others.
   */
  readonly apart: 'no' | 'before' | 'around'
  readonly table?: TableLine
}

/** The canonical layout of some lines of a file (逐行排版). */
export function layOutLines(writing: Writing, lines: readonly SeenLine[]): string {
  const printed = joinLines(lines).flatMap((group) => printGroup(writing, group))
  return withBlankLines(addIndents(withTables(printed)))
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
    if (last !== undefined && continues(line, last.first)) last.tails.push({ start: line.content, end: line.end })
    else groups.push({ first: line, tails: [] })
  }
  return groups
}

/** True for a line that became part of the value or comment before it, or of a line that turned out to belong nowhere. */
function continues({ use, content }: SeenLine, first: SeenLine): boolean {
  if (use.use !== 'continuation') return false
  const isKept = use.node === undefined || content < use.node.valueSpan.end
  return isKept || (first.use.use === 'continuation' && !use.doubtful)
}

function printGroup(writing: Writing, group: LineGroup): readonly PrintedLine[] {
  const { use, start, content, end, isBarred } = group.first
  const { text } = writing.source
  const joined = (pieces: readonly Span[]) => joinedText(text, pieces, [])
  switch (use.use) {
    case 'empty':
      return [{ text: '', indent: 0, apart: 'no' }]
    case 'keyword':
      return printKeyword(writing, group, use)
    case 'comment':
      return [{ text: joined([{ start: content, end }, ...group.tails]), indent: 'next', apart: 'no' }]
    case 'separator':
      return [{ text: text.slice(content, end), indent: 0, apart: 'no' }]
    case 'table': {
      const cells = use.cells.map((cell) => textOfCell(writing, cell))
      const table = { part: use.part, style: use.style, cells, written: rawLine(text, group.first) }
      const indent = indentOf(writing, group.first, use.depth)
      return [{ text: joined(linesIn(text, { start: content, end })), indent, apart: 'no', table }]
    }
    default:
      return isBarred
        ? [{ text: joined(linesIn(text, { start: content, end })), indent: 0, apart: 'around' }]
        : [{ text: joined([{ start, end }, ...group.tails]), indent: 0, apart: 'before' }]
  }
}

type KeywordUse = Extract<LineUse, { readonly use: 'keyword' }>

function printKeyword(writing: Writing, { first, tails }: LineGroup, use: KeywordUse): readonly PrintedLine[] {
  const { text } = writing.source
  const { start } = use.node.valueSpan
  const indent = indentOf(writing, first, use.depth)
  if (use.sure) {
    const value = joinedText(text, [{ start, end: Math.max(start, first.end) }, ...tails], writing.respellings)
    return [{ text: `${keywordOf(text, use)}：${value}`, indent, apart: 'no' }]
  }
  const pieces = [{ start: first.content, end: first.end }, ...tails]
  // A mark at the head of what follows a keyword without its colon would be taken for that colon.
  const lines = start < first.end ? [pieces] : pieces.map((piece) => [piece])
  return lines.map((line, index) => {
    const isTail = index > 0
    return { text: joinedText(text, line, []), indent: isTail ? indent + 2 : indent, apart: isTail ? 'no' : 'before' }
  })
}

/** The lines in a stretch of text, without the blanks around them: a row of a table that an editor broke. */
function linesIn(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && kindOf(text.charCodeAt(at)) !== LINE_END) continue
    let to = at
    from = skipBlanks(text, from, to)
    while (to > from && skipBlanks(text, to - 1, to) === to) to--
    if (from < to) lines.push({ start: from, end: to })
    from = at + 1
  }
  return lines
}

/** A line with the blanks around it, which may be cells of a row with TABs. */
function rawLine(text: string, { start, end }: SeenLine): string {
  let at = end
  while (at < text.length && kindOf(text.charCodeAt(at)) !== LINE_END) at++
  return text.slice(start, at)
}

function textOfCell({ source: { text }, respellings }: Writing, { start, end, pieces }: Cell): string {
  return joinedText(text, pieces ?? [{ start, end }], respellings)
}

/** The official keyword where it means the same; a choice keeps its own, which may hold a number: 任选两项. */
function keywordOf(text: string, { row, node, replaceable }: KeywordUse): string {
  const { construct } = row
  return construct.value.kind === 'choice' || !replaceable
    ? foldWord(text, node.keyword.start, node.keyword.end)
    : construct.keyword
}

const AT_MARGIN: ReadonlySet<string> = new Set(CONSTRUCTS.filter(({ margin }) => margin).map(({ id }) => id))

/** Two blanks a level; the lines of a block at the margin stand as far out as its own. */
function indentOf({ blocks }: Writing, { end }: SeenLine, depth: number): number {
  const block = blocks[firstIndex(blocks, ({ keyword }) => keyword.start >= end) - 1]
  return 2 * Math.max(0, AT_MARGIN.has(block?.construct ?? '') ? depth - 1 : depth)
}

/** Puts the text of the rows into their lines, and blank lines around those that lack cells. */
function withTables(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const rows = layOutTables(lines.map(({ text, table }) => table ?? (text === '' ? 'blank' : 'other')))
  return lines.map((line, index) => {
    const row = rows.get(index)
    if (row === undefined) return line
    return {
      ...line,
      text: row.text ?? line.text,
      ...(row.isWhole && { indent: 0 }),
      apart: row.lacksCells ? 'around' : 'no',
    }
  })
}

interface IndentedLine {
  readonly text: string
  readonly apart: PrintedLine['apart']
}

function addIndents(lines: readonly PrintedLine[]): readonly IndentedLine[] {
  const indented: IndentedLine[] = []
  let next = 0
  for (const { text, indent, apart, table } of lines.toReversed()) {
    if (indent !== 'next' && text !== '' && (apart === 'no' || table !== undefined)) next = indent
    const columns = indent === 'next' ? next : indent
    indented.push({ text: text === '' ? '' : ' '.repeat(columns) + text, apart })
  }
  return indented.reverse()
}

/** At most one blank line at a time, none at the ends, and those that keep lines apart. */
function withBlankLines(lines: readonly IndentedLine[]): string {
  const written: string[] = []
  let isDue = false
  for (const { text, apart } of lines) {
    if (text === '') {
      isDue = true
      continue
    }
    if ((isDue || apart !== 'no') && written.length > 0) written.push('')
    written.push(text)
    isDue = apart === 'around'
  }
  return written.map((line) => `${line}\n`).join('')
}
