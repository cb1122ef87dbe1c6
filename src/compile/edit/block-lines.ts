import { lineStarts, positionAt, type SourceFile } from '../../base/source-file.ts'
import type { Span } from '../../base/span.ts'
import { parseObserved } from '../../syntax/parse.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'

/** The lines of a file by what stands on them (各行的位置). Offsets of lines are at their beginning, ends behind their line end. */
export interface BlockLines {
  readonly text: string
  readonly blocks: readonly SyntaxNode[]
  /** Where the line of a node begins. */
  readonly lineOf: (node: SyntaxNode) => number
  /** The same, with the comments right above it. */
  readonly topOf: (node: SyntaxNode) => number
  /** Where what a node says itself ends. */
  readonly headEnd: (node: SyntaxNode) => number
  /** Where everything below it ends too, comments further in than itself included. */
  readonly endOf: (node: SyntaxNode) => number
  readonly indentOf: (node: SyntaxNode) => string
  /** The node is a cell of a table of entries, so that it has no line of its own. */
  readonly isCell: (node: SyntaxNode) => boolean
  /** The whole lines that a stretch stands on. */
  readonly linesAt: (span: Span) => Span
  /** The lines that say nothing to the compiler: 注：…. */
  readonly commentsIn: (start: number, end: number) => readonly string[]
}

/** Reads a file for being edited by lines. */
export function readBlockLines(source: SourceFile): BlockLines {
  const { text } = source
  const comments: Span[] = []
  const { blocks } = parseObserved(source, ({ start, next }, { use }) => {
    if (use === 'comment') comments.push({ start, end: next })
  })
  const byEnd = new Map(comments.map((comment) => [comment.end, comment]))
  const byStart = new Map(comments.map((comment) => [comment.start, comment]))
  const indentAt = (at: number) =>
    /^[^\S\r\n]*/.exec(text.slice(at, text.indexOf('\n', at) + 1 || undefined))?.[0] ?? ''
  const starts = lineStarts(text)
  const beginning = (at: number) => starts[positionAt(starts, at).line - 1] ?? 0
  const ending = (at: number) => starts[positionAt(starts, at).line] ?? text.length
  /** A section that nobody wrote a title for begins with its first entry. */
  const lineOf = (node: SyntaxNode): number => {
    const [first] = node.children
    return isUntitled(node) && first !== undefined ? lineOf(first) : beginning(node.keyword.start)
  }
  const lastOf = (node: SyntaxNode): number =>
    Math.max(node.keyword.end, node.valueSpan.end, node.table?.span.end ?? 0, ...node.children.map(lastOf))
  return {
    text,
    blocks,
    lineOf,
    topOf: (node) => {
      let top = lineOf(node)
      for (let above = byEnd.get(top); above !== undefined; above = byEnd.get(top)) top = above.start
      return top
    },
    headEnd: (node) => (isUntitled(node) ? lineOf(node) : ending(Math.max(node.keyword.end, node.valueSpan.end))),
    endOf: (node) => {
      const { length } = indentAt(lineOf(node))
      let end = ending(lastOf(node))
      for (let below = byStart.get(end); below !== undefined; below = byStart.get(end)) {
        if (indentAt(below.start).length <= length) break
        end = below.end
      }
      return end
    },
    indentOf: (node) => indentAt(lineOf(node)),
    isCell: ({ keyword }) => /[|｜]|\S\t/.test(text.slice(beginning(keyword.start), ending(keyword.start))),
    linesAt: ({ start, end }) => ({ start: beginning(start), end: ending(end - 1) }),
    commentsIn: (start, end) =>
      comments
        .filter((one) => one.start >= start && one.end <= end)
        .map((one) => text.slice(one.start, one.end).trim()),
  }
}

/** A section that was opened by its first entry: 材料 without 申请材料 above it. */
export function isUntitled({ keyword, value }: SyntaxNode): boolean {
  return value.kind === 'none' && keyword.start === keyword.end
}
