import { compare, type Rational } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../../calendar/duration.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { TimeTaken } from '../../model/time-taken.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'
import { printConverted } from './measures.ts'

/** ZW6024: a step of which even the shortest 实际用时 is longer than its longest 时限: a wrong unit, or a limit that nobody keeps. */
export const checkTimeOverLimit: Check = (context) =>
  context.matter.flow.flatMap((item) => {
    if (item.kind !== 'step' || item.timeTaken === undefined) return []
    const least = sorted(lengthsOf(item.timeTaken))[0]
    const limit = sorted(item.limits.map((each) => each.limit)).at(-1)
    if (least === undefined || limit === undefined || compare(least.workdays, limit.workdays) <= 0) return []
    const entry = entryOf(item, context)
    const line = entry && childOf(entry, 'step.timeTaken')
    const params = { step: item.name, least: printConverted(least.duration), limit: printConverted(limit.duration) }
    return diagnose('ZW6024', params, line === undefined ? placeOf(item, context) : originOf(context.source, line))
  })

function lengthsOf(taken: TimeTaken): readonly Duration[] {
  const amounts = taken.kind === 'estimated' ? [taken.least] : taken.times.map(({ amount }) => amount)
  return amounts.map((amount) => ({ unit: taken.unit, amount }))
}

interface Length {
  readonly duration: Duration
  readonly workdays: Rational
}

/** The shortest first; none where one of them has no length (无法定时限). */
function sorted(durations: readonly Duration[]): readonly Length[] {
  const lengths = durations.flatMap((duration): Length[] => {
    const workdays = convertToWorkdays(duration, DEFAULT_CONVERSION)
    return workdays === undefined ? [] : [{ duration, workdays }]
  })
  return lengths.length < durations.length ? [] : lengths.sort((a, b) => compare(a.workdays, b.workdays))
}
