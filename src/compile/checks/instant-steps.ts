import { compare, ONE } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { ALWAYS } from '../../graph/decision-diagram.ts'
import { childOf, valueOriginOf } from '../lower/read-node.ts'
import { replaceAt } from '../text/edits.ts'
import type { Check } from './check-context.ts'
import { printWorkdays } from './measures.ts'

/** ZW2005: 即办件 whose steps together take more than one working day; several steps of hours are usual. */
export const checkInstantSteps: Check = ({ matter, measuring, block, source }) => {
  const steps = matter.flow.filter(({ kind }) => kind === 'step')
  const line = childOf(block, 'matter.caseType')
  if (matter.caseType !== 'instant' || steps.length < 2 || line === undefined) return []
  const path = measuring.pathIn(ALWAYS)
  if (path?.exact !== true || compare(path.workdays, ONE) <= 0) return []
  const origin = valueOriginOf(source, line)
  const related = steps.flatMap((step) => (step.origin ? [{ origin: step.origin, text: '其中一个环节' }] : []))
  const fixes = [{ title: '改为“承诺件”', applicability: 'ask' as const, edits: [replaceAt(origin, '承诺件')] }]
  const params = { steps: steps.length, total: printWorkdays(path.workdays) }
  return [diagnose('ZW2005', params, origin, { related, fixes })]
}
