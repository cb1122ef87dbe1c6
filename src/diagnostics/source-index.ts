import { lineStarts, type Origin, type Position, positionAt, type SourceFile } from '../base/source-file.ts'

/** Lines and columns of a stretch of text, for people and editors. */
export interface Location {
  readonly file: string
  readonly start: Position
  readonly end: Position
}

/** The texts that diagnostics point into, ready to be asked for places and lines. */
export interface SourceIndex {
  /** Where an origin stands; line 1, column 1 when its file is not among the sources. */
  readonly locate: (origin: Origin) => Location
  /** The offsets at which a line begins and ends (without its line end); undefined when there is no such line. */
  readonly lineBounds: (file: string, line: number) => { readonly start: number; readonly end: number } | undefined
  readonly text: (file: string) => string | undefined
}

const START: Position = { line: 1, column: 1 }

/** Prepares sources for rendering; the line table of a file is made when it is first asked for. */
export function indexSources(sources: readonly SourceFile[]): SourceIndex {
  const texts = new Map(sources.map(({ uri, text }) => [uri, text]))
  const tables = new Map<string, readonly number[]>()

  function startsOf(file: string): readonly number[] | undefined {
    const known = tables.get(file)
    const text = texts.get(file)
    if (known !== undefined || text === undefined) return known
    const starts = lineStarts(text)
    tables.set(file, starts)
    return starts
  }

  return {
    locate: ({ file, span }) => {
      const starts = startsOf(file)
      if (starts === undefined) return { file, start: START, end: START }
      return { file, start: positionAt(starts, span.start), end: positionAt(starts, span.end) }
    },
    lineBounds: (file, line) => {
      const start = startsOf(file)?.[line - 1]
      const text = texts.get(file)
      if (start === undefined || text === undefined) return undefined
      let end = startsOf(file)?.[line] ?? text.length
      while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
      return { start, end }
    },
    text: (file) => texts.get(file),
  }
}
