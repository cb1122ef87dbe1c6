import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { printDate } from '../text/words.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

/**
 * ZW8001, ZW8007: between the dated 时限 for one situation a stretch of time in which none is in force, or in which two
 * are. A line without an end ends where the next begins.
 */
export const checkLimitTimelines: Check = (context) => [
  ...seamsOf('法定时限', context.matter.statutoryLimits, context),
  ...seamsOf('承诺时限', context.matter.promisedLimits, context),
]

function seamsOf(keyword: string, limits: readonly TimeLimit[], context: CheckContext): readonly Diagnostic[] {
  return timelinesOf(limits).flatMap((timeline) => {
    const dated = timeline.filter(({ from, to }) => from !== undefined || to !== undefined)
    const ordered = dated.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) === startOf(b) ? 0 : 1))
    // A line without any date stands in wherever no other is in force.
    const hasFallback = dated.length < timeline.length
    return ordered.flatMap((limit, index) => {
      const next = ordered[index + 1]
      if (next?.from === undefined) return []
      const isOverlap = next.from === limit.from || (limit.to !== undefined && next.from <= limit.to)
      if (isOverlap) return reportOverlap(keyword, limit, next, next.from, context)
      return hasFallback ? [] : reportGap(keyword, limit, next, next.from, context)
    })
  })
}

/** The day from which a line is in force; before any other where it does not say so. */
function startOf({ from = '' }: TimeLimit): string {
  return from
}

function reportGap(
  keyword: string,
  limit: TimeLimit,
  next: TimeLimit,
  start: string,
  context: CheckContext,
): readonly Diagnostic[] {
  const from = limit.to === undefined ? undefined : dayAfter(limit.to, 1)
  if (from === undefined || from >= start) return []
  const params = { what: keyword, from: printDate(from), to: printDate(dayAfter(start, -1) ?? from) }
  const related = [{ origin: placeOf(next, context), text: '到这里才又有规定' }]
  return [diagnose('ZW8001', params, placeOf(limit, context), { related })]
}

function reportOverlap(
  keyword: string,
  limit: TimeLimit,
  next: TimeLimit,
  start: string,
  context: CheckContext,
): readonly Diagnostic[] {
  const ends = [limit.to, next.to].filter((end) => end !== undefined).sort()
  const [to] = ends
  const params = { what: `两条${keyword}`, from: printDate(start), to: to && printDate(to) }
  return [
    diagnose('ZW8007', params, placeOf(next, context), {
      label: '从这一天起就有两条',
      related: [{ origin: placeOf(limit, context), text: '这一条也还有效' }],
      help: '只有一条对的，删去另一条；先后都用过的，写明各自从哪天起；随情况不同的，下面写“当：”',
    }),
  ]
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
