import type { SourceFile } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, entryOf } from './check-context.ts'
import { goalAsWritten } from './target-words.ts'

const DEFAULT_WORDS = '法定时限→承诺时限'

/** ZW6007: a 压减时限 that does not say from what to what. */
export const checkMissingBasis: Check = (context) =>
  context.matter.targets.flatMap((target) => {
    const entry = entryOf(target, context)
    if (target.subject !== 'time' || entry === undefined) return []
    return reportMissingBasis(entry, goalAsWritten(target, context), context.source)
  })

/** ZW6007 for one line of 压减时限, in the author's words. */
export function reportMissingBasis(entry: SyntaxNode, goal: string, source: SourceFile): readonly Diagnostic[] {
  if (childOf(entry, 'target.basis') !== undefined) return []
  const origin = originOf(source, entry)
  const fix = {
    title: `补上“口径：${DEFAULT_WORDS}”`,
    applicability: 'ask' as const,
    edits: [insertUnder(source, origin, `口径：${DEFAULT_WORDS}`)],
  }
  return [diagnose('ZW6007', { goal, basis: DEFAULT_WORDS }, origin, { fixes: [fix] })]
}
