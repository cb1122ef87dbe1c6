import type { Span } from '../base/span.ts'
import type { Doubtful } from './block.ts'
import { edit, type Report, report } from './report.ts'

/** Reports a line that was joined to the one before without certainty (ZW1006). */
export function reportContinuation(to: Report, { span, line, joinedAt }: Doubtful, keyword: string): void {
  report(to, 'ZW1006', { line, keyword }, span, () => ({
    fixes: [{ title: `合并到第${line}行`, applicability: 'ask', edits: [edit(to, joinedAt, span.start, '')] }],
  }))
}

/** Reports a line, or several that follow each other, that belong nowhere (ZW1005). */
export function reportStray(to: Report, span: Span, context: () => string): void {
  report(to, 'ZW1005', { text: to.source.text.slice(span.start, span.end) }, span, () => ({
    context: context(),
    fixes: [{ title: '在前面加上“说明：”', applicability: 'ask', edits: [edit(to, span.start, span.start, '说明：')] }],
  }))
}
