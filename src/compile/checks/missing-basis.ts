import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'
import { goalAsWritten } from './target-words.ts'

const DEFAULT_WORDS = '法定时限→承诺时限'

/** ZW6007: a 压减时限 that does not say from what to what. */
export const checkMissingBasis: Check = (context) =>
  context.matter.targets.flatMap((target) => {
    const entry = entryOf(target, context)
    if (target.subject !== 'time' || entry === undefined || childOf(entry, 'target.basis') !== undefined) return []
    const origin = placeOf(target, context)
    const fix = {
      title: `补上“口径：${DEFAULT_WORDS}”`,
      applicability: 'ask' as const,
      edits: [insertUnder(context.source, origin, `口径：${DEFAULT_WORDS}`)],
    }
    return diagnose('ZW6007', { goal: goalAsWritten(target, context), basis: DEFAULT_WORDS }, origin, { fixes: [fix] })
  })
