import { diagnose } from '../../../diagnostics/diagnose.ts'
import { childOf, keywordOf, originOf } from '../../lower/read-node.ts'
import { entriesOf } from '../../names/index-names.ts'
import { insertUnder } from '../../text/edits.ts'
import type { BundleCheck } from './bundle-context.ts'

const DEFAULT_WORDS = '基准时限→联办承诺时限'

/** ZW6007: a 压减时限 of a bundle that does not say from what to what. */
export const checkMissingBundleBasis: BundleCheck = ({ block, source }) =>
  entriesOf(block)
    .filter((entry) => entry.construct === 'target.time' && childOf(entry, 'target.basis') === undefined)
    .map((entry) => {
      const origin = originOf(source, entry)
      const edits = [insertUnder(source, origin, `口径：${DEFAULT_WORDS}`)]
      const goal = `${keywordOf(entry, source)}：${source.text.slice(entry.valueSpan.start, entry.valueSpan.end)}`
      const fixes = [{ title: `补上“口径：${DEFAULT_WORDS}”`, applicability: 'ask' as const, edits }]
      return diagnose('ZW6007', { goal, basis: DEFAULT_WORDS }, origin, { fixes })
    })
