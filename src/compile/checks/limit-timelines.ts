import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { printDate } from '../text/words.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

/** ZW8001: a stretch of time in which no dated 时限 for a situation is in force, between two that are. */
export const checkLimitTimelines: Check = (context) => [
  ...gapsIn('法定时限', context.matter.statutoryLimits, context),
  ...gapsIn('承诺时限', context.matter.promisedLimits, context),
]

function gapsIn(what: string, limits: readonly TimeLimit[], context: CheckContext): readonly Diagnostic[] {
  if (limits.length < 2) return []
  return timelinesOf(limits).flatMap((timeline) => {
    if (timeline.some(({ from }) => from === undefined)) return []
    const ordered = timeline.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    return ordered.flatMap((limit, index) => {
      const next = ordered[index + 1]
      const from = limit.to === undefined ? undefined : dayAfter(limit.to, 1)
      if (next?.from === undefined || from === undefined || from >= next.from) return []
      const params = { what, from: printDate(from), to: printDate(dayAfter(next.from, -1) ?? from) }
      const related = [{ origin: placeOf(next, context), text: '到这里才又有规定' }]
      return diagnose('ZW8001', params, placeOf(limit, context), { related })
    })
  })
}

/** The lines by situation: those with the same 当 make one timeline. */
function timelinesOf(limits: readonly TimeLimit[]): readonly (readonly TimeLimit[])[] {
  const timelines = new Map<string, TimeLimit[]>()
  for (const limit of limits) {
    const key = limit.when === undefined ? '' : JSON.stringify(limit.when)
    const timeline = timelines.get(key)
    if (timeline === undefined) timelines.set(key, [limit])
    else timeline.push(limit)
  }
  return [...timelines.values()]
}

function dayAfter(date: string, days: number): string | undefined {
  const day = parseCivilDate(date)
  return day.ok ? printCivilDate(day.value + days) : undefined
}
