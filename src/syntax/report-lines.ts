import type { Span } from '../base/span.ts'
import type { Doubtful } from './block.ts'
import { edit, type Report, report } from './report.ts'

/** Reports a line that was joined to the one before without certainty (ZW1006). */
export function reportContinuation(to: Report, { span, line, joinedAt }: Doubtful, keyword: string): void {
  report(to, 'ZW1006', { line, keyword }, span, () => ({
    fixes: [{ title: `合并到第${line}行`, applicability: 'ask', edits: [edit(to, joinedAt, span.start, '')] }],
  }))
}

/** What a list lost when it was pasted: the keyword of its entries, and where each of its lines begins. */
interface StrayList {
  readonly entry?: string | undefined
  readonly heads?: readonly number[]
}

/** Reports a line, or several that follow each other, that belong nowhere (ZW1005). */
export function reportStray(to: Report, span: Span, context: () => string, list: StrayList = {}): void {
  const { entry, heads = [] } = list
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
    fixes: asEntries ? [asEntries, asNote] : [asNote],
  }))
}
