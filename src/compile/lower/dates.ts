import type { Span } from '../../base/span.ts'
import { daysInMonth, parseCivilDate } from '../../calendar/civil-date.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { DateSyntax, SyntaxNode } from '../../syntax/tree.ts'
import type { Lowering } from './lowering.ts'
import { childOf, keywordOf, valueIn } from './read-node.ts'

/** The date that an attribute states (日期). */
export function dateOf(node: SyntaxNode, construct: string, lowering: Lowering): string | undefined {
  const child = childOf(node, construct)
  const date = valueIn(child, 'date')?.date
  return child && date && lowerDate(date, keywordOf(child, lowering.source), child.valueSpan, lowering)
}

/**
 * A date that exists; 2026年2月30日 is reported and left out.
 * `span` is where it stands, `subject` what it is the date of: a keyword or the name of a fact.
 */
export function lowerDate(
  date: DateSyntax,
  subject: string,
  span: Span,
  lowering: Pick<Lowering, 'source' | 'report'>,
): string | undefined {
  if (parseCivilDate(date).ok) return date
  const value = lowering.source.text.slice(span.start, span.end).trim()
  const params = { keyword: subject, value, expected: '日期', example: '2026年9月28日', reason: reasonAgainst(date) }
  lowering.report(diagnose('ZW1102', params, { file: lowering.source.uri, span }))
  return undefined
}

function reasonAgainst(date: DateSyntax): string | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (year < 1) return '没有公元0年'
  if (month < 1 || month > 12) return `没有${month}月`
  return day < 1 ? '没有0日' : `${year}年${month}月只有${daysInMonth(year, month)}天`
}
