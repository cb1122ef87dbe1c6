import type { Span } from '../base/span.ts'
import { BLANK, INVISIBLE, kindOf } from './fold.ts'
import { keywordNumber } from './keyword-table.ts'
import type { Line } from './scan-lines.ts'

/** The known keyword before the first colon of a line (关键字行), by its number and place; undefined where there is none. */
export function keywordBefore(
  text: string,
  { head, colon }: Line,
): { readonly number: number; readonly keyword: Span } | undefined {
  if (colon <= head) return undefined
  let end = colon
  while (end > head && isBlank(text.charCodeAt(end - 1))) end--
  const number = keywordNumber(text, head, end)
  return number < 0 ? undefined : { number, keyword: { start: head, end } }
}

function isBlank(code: number): boolean {
  if (code > 0x3164 && code < 0xfe00) return false
  const kind = kindOf(code)
  return kind === BLANK || kind === INVISIBLE
}
