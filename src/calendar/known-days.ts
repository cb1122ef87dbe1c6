import type { Calendar } from './calendar.ts'
import { type CivilDay, printCivilDate, toCivilDay, yearOf } from './civil-date.ts'
import type { DayRange } from './day-range.ts'
import { knowsLunarFestivals } from './festivals.ts'

/** Why a result may still change (暂定), from the first day on which nothing has been published. */
export interface Provisional {
  readonly firstUnknownOn: string
  /** One Chinese sentence for the user. */
  readonly because: string
}

/** The last days of a year wait for the notice of the next, which has changed them from 29 December on. Unit: days. */
const UNSETTLED_DAYS = 3

/**
 * The last day on which the calendar speaks with authority (已公布至): 28 December of the last year with a notice.
 * Returns undefined for a calendar without notices.
 */
export function knownThrough({ years }: Calendar): string | undefined {
  return years.size === 0 ? undefined : printCivilDate(firstDayUnsettledBefore(Math.max(...years) + 1) - 1)
}

/** Says whether any of these days is unknown, and why. */
export function findProvisional({ years }: Calendar, ranges: readonly DayRange[]): Provisional | undefined {
  let first = Number.POSITIVE_INFINITY
  let missing = 0
  for (const { from, to } of ranges) {
    let year = yearOf(from)
    while (years.has(year)) year++
    const unsettled = Math.max(from, firstDayUnsettledBefore(year))
    if (unsettled > to || unsettled >= first) continue
    first = unsettled
    missing = year
  }
  if (missing === 0) return undefined
  const firstUnknownOn = printCivilDate(first)
  const lacking = knowsLunarFestivals(missing) ? '' : '（不含农历节日）'
  const because = `${missing}年的放假安排尚未收录，${firstUnknownOn}起按法定节日${lacking}推算，收录后请重新计算`
  return { firstUnknownOn, because }
}

/** The years of the notices and the names of the overlays that these days rest on, each once. */
export function findSources({ years, arranged }: Calendar, ranges: readonly DayRange[]): readonly string[] {
  const sources = new Set<string>()
  for (const { from, to } of ranges) {
    for (let year = yearOf(from); year <= yearOf(to); year++) if (years.has(year)) sources.add(String(year))
    // The notice of the next year may name days of this December.
    for (let day = from; day <= to; day++) {
      const source = arranged.get(day)?.source
      if (source !== undefined) sources.add(source)
    }
  }
  return [...sources]
}

function firstDayUnsettledBefore(year: number): CivilDay {
  return toCivilDay(year, 1, 1) - UNSETTLED_DAYS
}
