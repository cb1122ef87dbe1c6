import type { Span } from '../../base/span.ts'
import type { DiagnosticCode, ParamsByCode } from '../../diagnostics/catalogue.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { edit, type Report, report } from '../report.ts'
import type { Scope } from '../scope.ts'
import type { Value } from '../tree.ts'

/** One replacement that a fix makes, by place in the file. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What every value of a file is read with (读值的环境). */
export interface Reading {
  readonly report: Report
  scope: Scope
  /** The keyword of the line, as the author spelt it. */
  keyword: string
  /** An example of its value, where it has one of its own. */
  example: string | undefined
  /** True for a line that has been reported already: nothing more is said about it. */
  quiet: boolean
  /** Where the line stands, for people; only made for a finding. */
  context: () => string
  /** Values that carry no place, by kind and text: the same words are read once a file. */
  readonly cache: Map<string, Map<string, Value>>
}

/** Reports a finding about the value being read. */
export function found<C extends DiagnosticCode>(
  reading: Reading,
  code: C,
  params: ParamsByCode[C],
  span: Span,
  fixes: () => readonly Fix[] = () => [],
  label?: string,
): void {
  if (reading.quiet) return
  report(reading.report, code, params, span, () => ({
    context: reading.context(),
    fixes: fixes(),
    ...(label !== undefined && { label }),
  }))
}

/** A way to mend the text by replacements in the file. */
export function fix(
  reading: Reading,
  title: string,
  applicability: Fix['applicability'],
  replacements: readonly Replacement[],
): Fix {
  const edits = replacements.map(({ start, end, text }) => edit(reading.report, start, end, text))
  return { title, applicability, edits }
}
