import { compare, ONE } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted } from './measures.ts'

/** ZW6021: 即办件 with a promise of more than the same working day. */
export const checkInstantPromise: Check = (context) => {
  if (context.matter.caseType !== 'instant') return []
  return context.measuring
    .promised()
    .filter(({ workdays }) => workdays !== undefined && compare(workdays, ONE) > 0)
    .map(({ rule }) => diagnose('ZW6021', { promised: printConverted(rule.limit) }, placeOf(rule, context)))
}
