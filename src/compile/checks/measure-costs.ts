import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'

/** ZW6103: costs that do not add up, because their units differ; 0 goes with any. */
export const checkMeasureCosts: Check = (context) => {
  const priced = context.matter.measures.filter(({ cost }) => cost.amount !== '0')
  const [first, ...rest] = priced
  if (first === undefined) return []
  const unitOf = (unit: string | undefined) => unit ?? '没有单位的数'
  return rest.flatMap((measure) => {
    if (measure.cost.unit === first.cost.unit) return []
    const entry = entryOf(measure, context)
    const line = entry && childOf(entry, 'measure.cost')
    const params = {
      measure: measure.name,
      unit: unitOf(measure.cost.unit),
      other: first.name,
      otherUnit: unitOf(first.cost.unit),
    }
    const place = line === undefined ? placeOf(measure, context) : originOf(context.source, line)
    const related = [{ origin: placeOf(first, context), text: '前面的成本在这里' }]
    return diagnose('ZW6103', params, place, { related })
  })
}
