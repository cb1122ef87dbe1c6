import type { Calendar } from '../../calendar/calendar.ts'
import { type CivilDay, parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { nameHoliday } from '../../calendar/holiday-name.ts'
import { civilDayAt } from '../../calendar/instant.ts'
import { findProfile } from '../../calendar/profiles.ts'
import { isWorkday } from '../../calendar/workdays.ts'
import type { ClockPause, ClockReading } from './clock-reading.ts'

/** Why some days on the way to a due date did not count (没有计入的日子). */
interface LeftOut {
  readonly name: string
  /** Working days of a pause where the clock counts these, else natural days. */
  readonly days: number
}

/** How a clock in days came to its due date, every day of the way in one place (计时经过). */
export interface ClockCourse {
  /** The first day that could count. */
  readonly first: string
  /** The last day before it was moved, or the last before the pause that goes on. */
  readonly last: string
  /** Days of the clock's unit. */
  readonly counted: number
  /** Clocks in working days: holidays by their names, and weekends, outside of pauses. Unit: natural days. */
  readonly holidays: readonly LeftOut[]
  readonly weekends: number
  /** By pause, in the order of their beginning; a day in several is counted with the first. */
  readonly pauses: readonly LeftOut[]
  /** Rest days over which the last day was moved. Unit: natural days. */
  readonly moved: number
}

/** Walks a clock in days from its first day to its due date (逐日推算). */
export function walkClock(reading: ClockReading, calendar: Calendar): ClockCourse {
  const { start, due, total, pauses, profile } = reading
  const inWorkdays = total?.unit === 'workday'
  const first = civilDayAt(start) + (findProfile(profile)?.countsFirstDay === true ? 0 : 1)
  const ranges = pauses.map((pause) => ({ pause, from: dayOf(pause.from), to: endOf(pause) }))
  const open = ranges.find(({ to }) => to === Number.POSITIVE_INFINITY)
  const last = due === undefined ? (open?.from ?? first) - 1 : dayOf(due.nominalDate)
  const paused = new Map<ClockPause, number>()
  const holidays = new Map<string, number>()
  let counted = 0
  let weekends = 0
  for (let day = first; day <= last; day++) {
    const works = isWorkday(calendar, day)
    const range = ranges.find(({ from, to }) => from <= day && day <= to)
    if (range !== undefined) {
      if (works || !inWorkdays) paused.set(range.pause, (paused.get(range.pause) ?? 0) + 1)
    } else if (works || !inWorkdays) counted++
    else {
      const holiday = holidayOf(day, calendar)
      if (holiday === undefined) weekends++
      else holidays.set(holiday, (holidays.get(holiday) ?? 0) + 1)
    }
  }
  return {
    first: printCivilDate(first),
    last: printCivilDate(last),
    counted,
    holidays: [...holidays].map(([name, days]) => ({ name, days })),
    weekends,
    pauses: ranges.flatMap(({ pause }) => ({ name: pause.name, days: paused.get(pause) ?? 0 })),
    moved: due === undefined ? 0 : dayOf(due.date) - last,
  }
}

/** The holiday or the overlay that gives a day off; undefined for an ordinary weekend day. */
function holidayOf(day: CivilDay, calendar: Calendar): string | undefined {
  const { source, forecast } = calendar.statusOf(day)
  if (source === undefined && forecast === undefined) return undefined
  if (source !== undefined && !/^\d+$/.test(source)) return source
  const isSame = (other: CivilDay) => {
    const status = calendar.statusOf(other)
    return !status.works && status.source === source && status.forecast === forecast
  }
  let from = day
  let to = day
  while (isSame(from - 1)) from--
  while (isSame(to + 1)) to++
  const name = nameHoliday(printCivilDate(from), printCivilDate(to))
  return `${name}${name === '放假' ? '' : '假期'}${forecast === true ? '（推算）' : ''}`
}

function dayOf(text: string): CivilDay {
  const day = parseCivilDate(text)
  return day.ok ? day.value : Number.NaN
}

function endOf({ to }: ClockPause): CivilDay {
  return to === undefined ? Number.POSITIVE_INFINITY : dayOf(to)
}
