import { add, compare, type Rational, ZERO } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, printDuration } from '../../calendar/duration.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Step } from '../../model/flow.ts'
import { MEASURE_NEEDS } from '../../model/measure-needs.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'
import { printWorkdays } from './measures.ts'

/** ZW6107: an 优化措施 whose 时限 is not shorter than what its steps take now, or together where it merges them. */
export const checkIdleMeasures: Check = (context) => {
  const steps = context.matter.flow.filter((item) => item.kind === 'step')
  return context.matter.measures.flatMap((measure) => {
    const { limit, taken, kind } = measure
    const then = limit && convertToWorkdays(limit, DEFAULT_CONVERSION)
    if (limit === undefined || then === undefined || taken === true) return []
    const entry = entryOf(measure, context)
    const line = entry && childOf(entry, 'measure.limit')
    const place = line === undefined ? placeOf(measure, context) : originOf(context.source, line)
    const named = steps.filter(({ name }) => measure.steps.includes(name))
    const merged = MEASURE_NEEDS[kind].order === 'merged'
    const parts = merged ? [named] : named.map((step) => [step])
    return parts.flatMap((part) => {
      const lengths = part.map(longest)
      const known = lengths.filter((length) => length !== undefined)
      const now = known.reduce(add, ZERO)
      if (known.length < lengths.length || known.length === 0 || compare(then, now) < 0) return []
      const step = `环节“${part.map(({ name }) => name).join('”“')}”${merged ? '合起来' : ''}`
      const params = { measure: measure.name, step, after: printDuration(limit), now: printWorkdays(now) }
      return diagnose('ZW6107', params, place)
    })
  })
}

/** The longest of the limits of a step; undefined where one of them is not known. Unit: workdays. */
function longest({ limits }: Step): Rational | undefined {
  let most: Rational | undefined
  for (const { limit } of limits) {
    const length = convertToWorkdays(limit, DEFAULT_CONVERSION)
    if (length === undefined) return undefined
    if (most === undefined || compare(length, most) > 0) most = length
  }
  return most
}
