import type { SourceFile } from '../base/source-file.ts'
import { isFault } from '../compile/faults.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { citeLines } from './cite-lines.ts'
import type { Measurable } from './examine.ts'
import type { Verdict } from './verdict.ts'

/** Most errors that one message tells. */
const MOST_ERRORS = 5

/**
 * Takes a verdict back where what it is about has errors (有错误的不算核对过): what such a line says is not in the model, so that
 * whatever was found is found of something else. Of a report or a matter that nobody checked no errors are known.
 */
export function unlessFaulty(received: Measurable, verdict: Verdict): Verdict {
  const errors = errorsOf(received)
  if (errors.length === 0) return verdict
  const sources = 'sources' in received ? received.sources : undefined
  const told = errors.slice(0, MOST_ERRORS).flatMap((error) => describe(error, sources))
  const rest = errors.length - MOST_ERRORS
  const lines = [`有${errors.length}个错误，有错的部分没有核对`, ...told, ...(rest > 0 ? [`另有${rest}个错误`] : [])]
  return { truth: 'unknown', actual: lines.join('\n  ') }
}

function errorsOf(received: Measurable): readonly Diagnostic[] {
  if ('versions' in received) return received.diagnostics.filter(isFault)
  if (!('graph' in received)) return []
  return [...(received.diagnostics ?? []), ...(received.inherited ?? [])].filter(isFault)
}

function describe(error: Diagnostic, sources: readonly SourceFile[] | undefined): readonly string[] {
  const { code, message, context, labels } = error
  const place = context === undefined ? '' : `${context}：`
  return [`${place}错误[${code}]：${message}`, ...citeLines([labels[0].origin], sources).map((line) => `  ${line}`)]
}
