import type { Origin, SourceFile } from '../base/source-file.ts'
import type { Span } from '../base/span.ts'
import type { DiagnosticCode, ParamsByCode } from '../diagnostics/catalogue.ts'
import { type DiagnosisDetails, diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts'

/** Most findings that one file gets; the rest are counted, not listed, so that a wrong file can't fill the memory. */
const MOST_FINDINGS = 10_000

/** Collects the findings of one file in the order they come up. */
export interface Report {
  readonly source: SourceFile
  readonly diagnostics: Diagnostic[]
  /** Findings beyond the limit: how many, and the stretch they lie in. */
  hidden: number
  hiddenStart: number
  hiddenEnd: number
}

export function startReport(source: SourceFile): Report {
  return { source, diagnostics: [], hidden: 0, hiddenStart: Number.POSITIVE_INFINITY, hiddenEnd: 0 }
}

/** Adds a finding; the words are only made while there is room for them. */
export function report<C extends DiagnosticCode>(
  to: Report,
  code: C,
  params: ParamsByCode[C],
  span: Span,
  details?: () => DiagnosisDetails,
): void {
  if (to.diagnostics.length >= MOST_FINDINGS) {
    to.hidden++
    to.hiddenStart = Math.min(to.hiddenStart, span.start)
    to.hiddenEnd = Math.max(to.hiddenEnd, span.end)
    return
  }
  to.diagnostics.push(diagnose(code, params, originOf(to, span), details?.()))
}

function originOf(to: Report, span: Span): Origin {
  return { file: to.source.uri, span }
}

/** A replacement in the file of the report. */
export function edit(to: Report, start: number, end: number, text: string): Edit {
  return { origin: originOf(to, { start, end }), text }
}

/** The findings by their place in the file, with one more at the end when some were not listed. */
export function finishReport(from: Report): readonly Diagnostic[] {
  const found = [...from.diagnostics].sort((a, b) => a.labels[0].origin.span.start - b.labels[0].origin.span.start)
  if (from.hidden === 0) return found
  const span = { start: from.hiddenStart, end: from.hiddenEnd }
  return [...found, diagnose('ZW0105', { shown: found.length, hidden: from.hidden }, originOf(from, span))]
}
