import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf, valueOriginOf } from '../lower/read-node.ts'
import { replaceAt } from '../text/edits.ts'
import type { Check } from './check-context.ts'

/** ZW2005: 即办件 with several steps. */
export const checkInstantSteps: Check = ({ matter, block, source }) => {
  const steps = matter.flow.filter(({ kind }) => kind === 'step')
  const line = childOf(block, 'matter.caseType')
  if (matter.caseType !== 'instant' || steps.length < 2 || line === undefined) return []
  const origin = valueOriginOf(source, line)
  const related = steps.slice(1).flatMap((step) => (step.origin ? [{ origin: step.origin, text: '又一个环节' }] : []))
  const fixes = [{ title: '改为“承诺件”', applicability: 'ask' as const, edits: [replaceAt(origin, '承诺件')] }]
  return [diagnose('ZW2005', { steps: steps.length }, origin, { related, fixes })]
}
