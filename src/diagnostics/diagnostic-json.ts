import type { Origin, Position } from '../base/source-file.ts'
import type { Applicability, Diagnostic } from './diagnostic.ts'
import type { Severity } from './severity.ts'
import type { SourceIndex } from './source-index.ts'

/** A place as the JSON of `zw check` writes it. Unit: lines and columns from 1, columns in UTF-16 units. */
interface PlaceJson {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A finding as the JSON of `zw check` writes it; the keys are stable within a major version. */
export interface DiagnosticJson extends PlaceJson {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** The remark under the place. */
  readonly label: string | null
  readonly help: string | null
  readonly context: string | null
  readonly related: readonly (PlaceJson & { readonly message: string })[]
  readonly fixes: readonly {
    readonly title: string
    readonly applicability: Applicability
    readonly edits: readonly {
      readonly file: string
      readonly start: Position
      readonly end: Position
      readonly text: string
    }[]
  }[]
}

/** Writes a finding as plain JSON data (诊断的JSON形式). */
export function writeDiagnosticJson(diagnostic: Diagnostic, sources: SourceIndex): DiagnosticJson {
  const [primary, ...related] = diagnostic.labels
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    ...writePlace(primary.origin, sources),
    message: diagnostic.message,
    label: primary.text === '' ? null : primary.text,
    help: diagnostic.help ?? null,
    context: diagnostic.context ?? null,
    related: related.map(({ origin, text }) => ({ ...writePlace(origin, sources), message: text })),
    fixes: diagnostic.fixes.map(({ title, applicability, edits }) => ({
      title,
      applicability,
      edits: edits.map(({ origin, text }) => {
        const { file, start, end } = sources.locate(origin)
        return { file, start, end, text }
      }),
    })),
  }
}

function writePlace(origin: Origin, sources: SourceIndex): PlaceJson {
  const { file, start, end } = sources.locate(origin)
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}
