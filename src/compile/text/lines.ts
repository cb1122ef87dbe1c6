import { lineStarts, positionAt, type SourceFile } from '../../base/source-file.ts'
import type { Span } from '../../base/span.ts'

/** The line of an offset, for messages that name lines. Unit: from 1. Only findings ask, so nothing is kept. */
export function lineOf(source: SourceFile, offset: number): number {
  return positionAt(lineStarts(source.text), offset).line
}

/** The whole lines on which a span lies. */
export function linesOf({ text }: SourceFile, { start, end }: Span): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', Math.max(end - 1, start))
  return text.slice(from, to < 0 ? text.length : to)
}
