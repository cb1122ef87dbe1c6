import { diagnose } from '../../diagnostics/diagnose.ts'
import { obstacleTo } from '../../graph/measure-obstacle.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6105, ZW6106: an 优化措施 that would take away what the law requires, or what the matter cannot do without. */
export const checkBlockedMeasures: Check = (context) => {
  const { matter } = context
  const byName = new Map(
    [...matter.flow, ...matter.materials].flatMap((part) => ('name' in part ? [[part.name, part]] : [])),
  )
  return matter.measures.flatMap((measure) => {
    const obstacle = measure.taken === true ? undefined : obstacleTo(measure, matter)
    if (obstacle?.because !== 'law' && obstacle?.because !== 'needed') return []
    const { what } = obstacle
    const common = { measure: measure.name, kind: MEASURE_KINDS[measure.kind] }
    const place = placeOf(measure, context)
    const related = what.flatMap((name) => {
      const origin = byName.get(name)?.origin
      return origin === undefined ? [] : [{ origin, text: '在这里' }]
    })
    return obstacle.because === 'law'
      ? diagnose('ZW6105', { ...common, what }, place, { related })
      : diagnose('ZW6106', { ...common, steps: what }, place, { related })
  })
}
