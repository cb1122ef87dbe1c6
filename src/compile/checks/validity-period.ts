import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { printDate } from '../text/words.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW8006: 失效 before 施行. */
export const checkValidityPeriod: Check = (context) => {
  const { matter, block, source } = context
  const { effectiveFrom, effectiveTo } = matter
  if (effectiveFrom === undefined || effectiveTo === undefined || effectiveFrom <= effectiveTo) return []
  const line = childOf(block, 'matter.effectiveTo')
  const origin = line === undefined ? placeOf({}, context) : originOf(source, line)
  return [diagnose('ZW8006', { from: printDate(effectiveFrom), to: printDate(effectiveTo) }, origin)]
}
