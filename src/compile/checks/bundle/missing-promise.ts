import { TO_FILL_IN } from '../../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../../diagnostics/diagnose.ts'
import { childOf, originOf } from '../../lower/read-node.ts'
import { insertBelow } from '../../text/edits.ts'
import type { BundleCheck } from './bundle-context.ts'

/** ZW8109: 时限口径：固定 without the 承诺时限 that it is fixed at. */
export const checkMissingPromise: BundleCheck = ({ bundle, block, source }) => {
  const policy = childOf(block, 'bundle.limitPolicy')
  // A line whose value could not be read is there all the same, and was reported.
  if (bundle.limitPolicy !== 'fixed' || policy === undefined || childOf(block, 'promisedLimit') !== undefined) return []
  const origin = originOf(source, policy)
  const edits = [insertBelow(source, origin, `承诺时限：${TO_FILL_IN}个工作日`)]
  const fixes = [{ title: '补上“承诺时限：”', applicability: 'placeholder' as const, edits }]
  return [diagnose('ZW8109', { bundle: bundle.name }, origin, { fixes })]
}
