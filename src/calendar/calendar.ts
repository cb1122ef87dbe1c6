import { type CalendarSources, type DayRange, type Notice, parseDayRange } from './arrangement.ts'
import { type CivilDay, FIRST_DAY, isWeekend, LAST_DAY, toCivilDay, yearOf } from './civil-date.ts'
import { forecastDaysOff } from './festivals.ts'
import { NOTICES } from './notices.ts'

/**
 * What a day is (日子的性质): an ordinary weekday, a weekend day worked by arrangement (调休上班), a weekend (休息日), a
 * day off by arrangement (放假), or a day off only by forecast because its year has no notice yet.
 */
export type DayKind = 'weekday' | 'madeUpWorkday' | 'weekend' | 'dayOff' | 'forecastDayOff'

/** A day's kind, and the notice (by its year) or overlay (by its name) that made it so. */
export interface DayStatus {
  readonly kind: DayKind
  readonly source?: string
}

/** A notice or overlay with its days as numbers. `name` is the year of a notice, the name of an overlay. */
export interface NamedDays {
  readonly name: string
  readonly year?: number
  readonly off: readonly DayRange[]
  readonly worked: readonly DayRange[]
}

/**
 * Counts of working days over the years with notices and the year after.
 * Invariant: `before[i]` working days lie from `start` up to, not including, `start + i`; `nth[k]` is how many days
 * after `start` the k-th of them (from 0) lies.
 */
export interface WorkdayTable {
  readonly start: CivilDay
  readonly before: Int32Array
  readonly nth: Int32Array
}

/** A calendar of working days (工作日历). Immutable; its table is built when it is first needed. */
export interface Calendar {
  /** The notices, then the overlays, each in order. */
  readonly arrangements: readonly NamedDays[]
  /** The years that have a notice. */
  readonly years: ReadonlySet<number>
  readonly statusOf: (day: CivilDay) => DayStatus
  readonly table: () => WorkdayTable
}

/**
 * Makes a calendar from notices (by default {@link NOTICES}) and overlays.
 * Throws a RangeError where they hold a malformed date: what comes from outside is read by `readCalendarSources`.
 */
export function createCalendar(sources: Partial<CalendarSources> = {}): Calendar {
  const { notices = NOTICES, overlays = [] } = sources
  const arrangements: readonly NamedDays[] = [
    ...notices.map((notice: Notice) => ({ name: String(notice.year), year: notice.year, ...days(notice) })),
    ...overlays.map((overlay) => ({ name: overlay.name, ...days(overlay) })),
  ]
  const years = new Set(notices.map((notice) => notice.year))
  const arranged = once(() => arrangedDays(arrangements))
  const forecast = lastCall(forecastDaysOff)

  function statusOf(day: CivilDay): DayStatus {
    const status = arranged().get(day)
    if (status !== undefined) return status
    const year = yearOf(day)
    if (!years.has(year) && forecast(year).has(day)) return { kind: 'forecastDayOff' }
    return { kind: isWeekend(day) ? 'weekend' : 'weekday' }
  }

  return { arrangements, years, statusOf, table: once(() => buildTable(years, statusOf)) }
}

/** True where work is done on a day of this kind. */
export function isWorkdayKind(kind: DayKind): boolean {
  return kind === 'weekday' || kind === 'madeUpWorkday'
}

function days({ off, worked }: { readonly off: readonly string[]; readonly worked: readonly string[] }) {
  return { off: off.map(dayRange), worked: worked.map(dayRange) }
}

function dayRange(text: string): DayRange {
  const range = parseDayRange(text)
  if (!range.ok) throw new RangeError(range.error.message)
  return range.value
}

function arrangedDays(arrangements: readonly NamedDays[]): ReadonlyMap<CivilDay, DayStatus> {
  const statuses = new Map<CivilDay, DayStatus>()
  for (const { name, off, worked } of arrangements) {
    for (const { from, to } of off) {
      for (let day = from; day <= to; day++) statuses.set(day, { kind: 'dayOff', source: name })
    }
    for (const { from, to } of worked) {
      for (let day = from; day <= to; day++) {
        statuses.set(day, { kind: isWeekend(day) ? 'madeUpWorkday' : 'weekday', source: name })
      }
    }
  }
  return statuses
}

function buildTable(years: ReadonlySet<number>, statusOf: (day: CivilDay) => DayStatus): WorkdayTable {
  if (years.size === 0) return { start: FIRST_DAY, before: new Int32Array(1), nth: new Int32Array(0) }
  const start = toCivilDay(Math.min(...years), 1, 1)
  // One forecast year more, because limits of the last known year often end in the next.
  const end = Math.min(toCivilDay(Math.max(...years) + 2, 1, 1), LAST_DAY + 1)
  const before = new Int32Array(end - start + 1)
  const nth = new Int32Array(end - start)
  let count = 0
  for (let i = 0; i < end - start; i++) {
    if (isWorkdayKind(statusOf(start + i).kind)) nth[count++] = i
    before[i + 1] = count
  }
  return { start, before, nth: nth.subarray(0, count) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function lastCall<T>(compute: (key: number) => T): (key: number) => T {
  let last: { readonly key: number; readonly value: T } | undefined
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) }
    return last.value
  }
}
