import { lineStarts, positionAt, type SourceFile } from '../../base/source-file.ts'
import type { Span } from '../../base/span.ts'

/** The line of an offset of one source, for messages that name lines. Unit: from 1. */
export type LineOf = (offset: number) => number

/** Tells the lines of a source; where they begin is found when somebody first asks, since most sources are faultless. */
export function startLineOf(source: SourceFile): LineOf {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= lineStarts(source.text)
    return positionAt(starts, offset).line
  }
}

/** The whole lines on which a span lies. */
export function linesOf({ text }: SourceFile, { start, end }: Span): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', Math.max(end - 1, start))
  return text.slice(from, to < 0 ? text.length : to)
}
