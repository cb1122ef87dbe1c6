import type { DayRange } from './arrangement.ts'
import type { Calendar, NamedDays } from './calendar.ts'
import { type CivilDay, printCivilDate, toCivilDay, yearOf } from './civil-date.ts'
import { knowsLunarFestivals } from './festivals.ts'

/** Why a result may still change (暂定), from the first day on which nothing has been published. */
export interface Provisional {
  readonly firstUnknownOn: string
  /** One Chinese sentence for the user. */
  readonly because: string
}

/** The last day of a year that its own notice settles; notices of the next year have changed days from 29 December. */
const SETTLED_THROUGH = { month: 12, day: 28 }

/**
 * The last day on which the calendar speaks with authority (已公布至): 28 December of the last year with a notice.
 * Returns undefined for a calendar without notices.
 */
export function knownThrough(calendar: Calendar): string | undefined {
  return calendar.years.size === 0 ? undefined : printCivilDate(settledThrough(Math.max(...calendar.years)))
}

/** Says whether any of these days is unknown, and why. */
export function findProvisional(calendar: Calendar, ranges: readonly DayRange[]): Provisional | undefined {
  const unknown = ranges.flatMap((range) => firstUnknownDay(calendar, range) ?? [])
  return unknown.length === 0 ? undefined : explainUnknown(calendar, Math.min(...unknown))
}

/** The years of the notices and the names of the overlays that these days rest on, in order, each once. */
export function findSources(calendar: Calendar, ranges: readonly DayRange[]): readonly string[] {
  const used = calendar.arrangements.filter((days) => ranges.some((range) => governs(days, range)))
  return [...new Set(used.map(({ name }) => name))]
}

function firstUnknownDay({ years }: Calendar, { from, to }: DayRange): CivilDay | undefined {
  const lastYear = yearOf(to)
  for (let year = yearOf(from); year <= lastYear; year++) {
    if (!years.has(year)) return Math.max(from, toCivilDay(year, 1, 1))
    const settled = settledThrough(year)
    if (!years.has(year + 1) && to > settled) return Math.max(from, settled + 1)
  }
  return undefined
}

function explainUnknown({ years }: Calendar, day: CivilDay): Provisional {
  const year = yearOf(day)
  const firstUnknownOn = printCivilDate(day)
  if (years.has(year)) {
    const because = `${year + 1}年的放假安排尚未收录，可能调整${firstUnknownOn}起的日子，收录后请重新计算`
    return { firstUnknownOn, because }
  }
  const festivals = knowsLunarFestivals(year) ? '法定节日' : '元旦、劳动节、国庆节和周末（不含农历节日）'
  return {
    firstUnknownOn,
    because: `${year}年的放假安排没有收录，${firstUnknownOn}起按${festivals}推算，收录后请重新计算`,
  }
}

function governs(days: NamedDays, { from, to }: DayRange): boolean {
  if (days.year !== undefined) {
    const lastYear = yearOf(to)
    if (days.year <= lastYear) return days.year >= yearOf(from)
    // The notice of the next year may name days of this December.
    if (days.year > lastYear + 1) return false
  }
  return [...days.off, ...days.worked].some((named) => named.from <= to && named.to >= from)
}

function settledThrough(year: number): CivilDay {
  return toCivilDay(year, SETTLED_THROUGH.month, SETTLED_THROUGH.day)
}
