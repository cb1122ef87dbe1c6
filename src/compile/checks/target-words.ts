import type { Target } from '../../model/matter.ts'
import { TARGET_SUBJECTS } from '../../model/terms.ts'
import { keywordOf } from '../lower/read-node.ts'
import { type CheckContext, entryOf } from './check-context.ts'

/** A target in the author's words (目标的原文): 压减时限：不低于60%. */
export function goalAsWritten(target: Target, context: CheckContext): string {
  const entry = entryOf(target, context)
  if (entry === undefined) return `压减${TARGET_SUBJECTS[target.subject]}${target.percent}%`
  const { source } = context
  return `${keywordOf(entry, source)}：${source.text.slice(entry.valueSpan.start, entry.valueSpan.end)}`
}
