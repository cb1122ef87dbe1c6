import type { Arrangement, CalendarSources } from './arrangement.ts'
import { type CivilDay, isWeekend, toCivilDay, yearOf } from './civil-date.ts'
import { parseDayRange } from './day-range.ts'
import { forecastDaysOff } from './festivals.ts'
import { NOTICES } from './notices.ts'

/** What a day is (日子的性质). */
export interface DayStatus {
  /** True where work is done: weekdays, and weekend days by arrangement (调休上班). */
  readonly works: boolean
  /** The year of the notice or the name of the overlay that says so; absent where the day of the week decides. */
  readonly source?: string
  /** A day off (放假) of a year without a notice, as the law alone would give it. */
  readonly forecast?: true
}

/**
 * Counts of working days over the years with notices and the year after.
 * Invariant: `before[i]` working days lie from `start` up to, not including, `start + i`; `nth[k]` is how many days
 * after `start` the k-th of them (from 0) lies.
 */
interface WorkdayTable {
  readonly start: CivilDay
  readonly before: Int32Array
  readonly nth: Int32Array
}

/** A calendar of working days (工作日历). Immutable; its table is built when it is first needed. */
export interface Calendar {
  /** The years that have a notice. */
  readonly years: ReadonlySet<number>
  /** The days that a notice or an overlay names. */
  readonly arranged: ReadonlyMap<CivilDay, DayStatus>
  readonly statusOf: (day: CivilDay) => DayStatus
  readonly table: () => WorkdayTable
}

/**
 * Makes a calendar from notices (by default {@link NOTICES}) and overlays.
 * Throws a RangeError where they hold a malformed date: what comes from outside is read by `readCalendarSources`.
 */
export function createCalendar({ notices = NOTICES, overlays = [] }: Partial<CalendarSources> = {}): Calendar {
  const years = new Set(notices.map(({ year }) => year))
  const arranged = new Map<CivilDay, DayStatus>()
  for (const notice of notices) arrange(arranged, notice, String(notice.year))
  for (const overlay of overlays) arrange(arranged, overlay, overlay.name)
  let forecast: { year: number; off: ReadonlySet<CivilDay> } = { year: 0, off: new Set() }
  let table: WorkdayTable | undefined

  function statusOf(day: CivilDay): DayStatus {
    const status = arranged.get(day)
    if (status !== undefined) return status
    const year = yearOf(day)
    if (!years.has(year)) {
      if (year !== forecast.year) forecast = { year, off: forecastDaysOff(year) }
      if (forecast.off.has(day)) return { works: false, forecast: true }
    }
    return { works: !isWeekend(day) }
  }

  return {
    years,
    arranged,
    statusOf,
    table: () => {
      table ??= buildTable(years, statusOf)
      return table
    },
  }
}

function arrange(arranged: Map<CivilDay, DayStatus>, { off, worked }: Arrangement, source: string) {
  const lists = [
    { works: false, dates: off },
    { works: true, dates: worked },
  ]
  for (const { works, dates } of lists) {
    for (const text of dates) {
      const range = parseDayRange(text)
      if (!range.ok) throw new RangeError(range.error.message)
      for (let day = range.value.from; day <= range.value.to; day++) arranged.set(day, { works, source })
    }
  }
}

function buildTable(years: ReadonlySet<number>, statusOf: (day: CivilDay) => DayStatus): WorkdayTable {
  const start = toCivilDay(Math.min(...years, 9998), 1, 1)
  // One forecast year more, because limits of the last known year often end in the next. Empty without notices.
  const end = Math.max(start, toCivilDay(Math.max(...years) + 2, 1, 1))
  const before = new Int32Array(end - start + 1)
  const nth = new Int32Array(end - start)
  let count = 0
  for (let i = 0; i < end - start; i++) {
    if (statusOf(start + i).works) nth[count++] = i
    before[i + 1] = count
  }
  return { start, before, nth: nth.subarray(0, count) }
}
