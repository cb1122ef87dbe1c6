import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { CLOCK_EFFECTS } from '../../model/terms.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6008: time that is kept out of the limit without a legal source (行政许可法第四十五条 lists what may be). */
export const checkUncountedTime: Check = (context) => {
  const { matter, source } = context
  const parts = [
    ...matter.specialProcedures.map((part) => ({ kind: '特别程序', part })),
    ...matter.flow.flatMap((part) => (part.kind === 'step' ? [{ kind: '环节', part }] : [])),
  ]
  return parts.flatMap(({ kind, part }) => {
    const { clock, name, sources } = part
    if ((clock !== 'excluded' && clock !== 'paused') || sources.length > 0) return []
    const origin = placeOf(part, context)
    const fix = {
      title: '补上“依据：”',
      applicability: 'placeholder' as const,
      edits: [insertUnder(source, origin, `依据：《${TO_FILL_IN}》`)],
    }
    return diagnose('ZW6008', { kind, name, clock: CLOCK_EFFECTS[clock] }, origin, { fixes: [fix] })
  })
}
