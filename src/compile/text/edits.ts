import type { Origin, SourceFile } from '../../base/source-file.ts'
import type { Span } from '../../base/span.ts'
import type { Edit } from '../../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'

/** Inserts attributes below an entry, indented two blanks deeper than the line on which the entry begins. */
export function insertUnder(source: SourceFile, entry: Origin, ...lines: readonly string[]): Edit {
  return insertBelow(source, entry, ...lines.map((line) => `  ${line}`))
}

/** Inserts lines below the one on which a place ends, indented like the one on which it begins. */
export function insertBelow(source: SourceFile, place: Origin, ...lines: readonly string[]): Edit {
  const end = lineEndOf(source, place.span.end)
  const at = source.text[end - 1] === '\r' ? end - 1 : end
  const lead = `${newline(source)}${indentOf(source, place)}`
  return insertAt(place.file, at, lines.map((line) => `${lead}${line}`).join(''))
}

/** Inserts lines behind all that belongs to a node, indented like its own. */
export function insertAfter(source: SourceFile, node: SyntaxNode, ...lines: readonly string[]): Edit {
  return insertBelow(source, { file: source.uri, span: spanOf(node) }, ...lines)
}

/** Inserts lines above the one on which a place begins, indented like it. */
export function insertAbove(source: SourceFile, place: Origin, ...lines: readonly string[]): Edit {
  const indent = indentOf(source, place)
  const text = lines.map((line) => `${indent}${line}${newline(source)}`).join('')
  return insertAt(place.file, lineStartOf(source, place.span.start), text)
}

/** Replaces what stands in a place. */
export function replaceAt(origin: Origin, text: string): Edit {
  return { origin, text }
}

/** Deletes the lines of a node and of everything under it. */
export function deleteLines(source: SourceFile, node: SyntaxNode): Edit {
  const end = lineEndOf(source, spanOf(node).end)
  const span = { start: lineStartOf(source, node.keyword.start), end: Math.min(end + 1, source.text.length) }
  return { origin: { file: source.uri, span }, text: '' }
}

/**
 * Moves what stands below an entry to the end of another one, comments included, and deletes the rest of the entry:
 * its own line, and the lines that the other one says already.
 */
export function mergeInto(
  source: SourceFile,
  entry: SyntaxNode,
  from: SyntaxNode,
  said: readonly SyntaxNode[],
): readonly Edit[] {
  const { text } = source
  const deletion = deleteLines(source, from)
  const { end } = deletion.origin.span
  let body = ''
  let at = Math.min(lineEndOf(source, Math.max(from.keyword.end, from.valueSpan.end)) + 1, end)
  for (const line of said) {
    const { span } = deleteLines(source, line).origin
    body += text.slice(at, span.start)
    at = span.end
  }
  body += text.slice(at, Math.max(at, end))
  if (body.trim() === '') return [deletion]
  const last = lineEndOf(source, spanOf(entry).end)
  const place = text[last - 1] === '\r' ? last - 1 : last
  return [insertAt(source.uri, place, `${newline(source)}${body.replace(/\r?\n$/, '')}`), deletion]
}

/** True where everything below a node stands on lines of its own, as it does not in a table. */
export function hasOwnLines(source: SourceFile, node: SyntaxNode): boolean {
  return node.children.every(
    (child) => lineStartOf(source, child.keyword.start) > node.keyword.start && hasOwnLines(source, child),
  )
}

/** The text of a node and of everything under it. */
export function textOfNode(source: SourceFile, node: SyntaxNode): string {
  const { start, end } = spanOf(node)
  return source.text.slice(start, end)
}

function spanOf(node: SyntaxNode): Span {
  let end = Math.max(node.keyword.end, node.valueSpan.end)
  for (const child of node.children) end = Math.max(end, spanOf(child).end)
  return { start: node.keyword.start, end }
}

function insertAt(file: string, at: number, text: string): Edit {
  return { origin: { file, span: { start: at, end: at } }, text }
}

function lineStartOf({ text }: SourceFile, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineEndOf({ text }: SourceFile, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

function indentOf(source: SourceFile, { span }: Origin): string {
  return /^[ \t\u3000]*/.exec(source.text.slice(lineStartOf(source, span.start), span.start))?.[0] ?? ''
}

function newline({ text }: SourceFile): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
