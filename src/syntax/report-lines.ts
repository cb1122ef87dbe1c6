import type { Span } from '../base/span.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import type { BareValue } from './bare-values.ts'
import type { Doubtful } from './block.ts'
import { BLANK, kindOf } from './fold.ts'
import { edit, type Report, report } from './report.ts'

/** Reports a line that was joined to the one before without certainty (ZW1006). */
export function reportContinuation(to: Report, { span, line, joinedAt }: Doubtful, keyword: string): void {
  report(to, 'ZW1006', { line, keyword }, span, () => ({
    fixes: [{ title: `合并到第${line}行`, applicability: 'ask', edits: [edit(to, joinedAt, span.start, '')] }],
  }))
}

/**
 * What stray lines may have lost: the keyword of the entries that they list, with where each of them begins; or those of
 * the values that they hold.
 */
interface StrayList {
  readonly entry?: string | undefined
  readonly heads?: readonly number[]
  readonly values?: readonly BareValue[] | undefined
}

/** Reports a line, or several that follow each other, that belong nowhere (ZW1005). */
export function reportStray(to: Report, span: Span, context: () => string, list: StrayList = {}): void {
  const { entry, heads = [], values } = list
  const asNote = {
    title: '在前面加上“说明：”',
    applicability: 'ask' as const,
    edits: [edit(to, span.start, span.start, '说明：')],
  }
  const asEntries = entry !== undefined && {
    title: `${heads.length > 1 ? '在每一行前面' : '在前面'}加上“${entry}：”`,
    applicability: 'ask' as const,
    edits: heads.map((head) => edit(to, head, head, `${entry}：`)),
  }
  report(to, 'ZW1005', { text: to.source.text.slice(span.start, span.end), entry }, span, () => ({
    context: context(),
    fixes: [
      ...(values === undefined ? [] : [withKeywords(to, span, values)]),
      ...(asEntries ? [asEntries] : []),
      asNote,
    ],
  }))
}

/** Each value on a line of its own behind its keyword, indented as the first line is. */
function withKeywords(to: Report, { start, end }: Span, values: readonly BareValue[]): Fix {
  const { text } = to.source
  const lines = values.map((value) => `${value.keyword}：${value.text}`)
  let indent = start
  while (indent > 0 && kindOf(text.charCodeAt(indent - 1)) === BLANK) indent--
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  return {
    title: `改为${lines.map((line) => `“${line}”`).join('')}`,
    applicability: 'ask',
    edits: [edit(to, start, end, lines.join(`${lineEnd}${text.slice(indent, start)}`))],
  }
}
