import type { Span } from './span.ts'

/** One text handed to the compiler (源文件). `uri` is whatever the caller calls it; it is shown to people as it is. */
export interface SourceFile {
  readonly uri: string
  readonly text: string
}

/** A place for people and editors. Unit: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A stretch of a named source (出处): what tree, model and diagnostics carry to point back at the author's words. */
export interface Origin {
  readonly file: string
  readonly span: Span
}

/** Offsets at which the lines of a text begin; line n begins at index n − 1. Line ends: LF, CR, CRLF. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1)
  }
  return starts
}

/** Finds the line and column of an offset by bisection over `lineStarts(text)`. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
