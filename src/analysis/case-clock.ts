import { add, compare, max, type Rational, rational, subtract, ZERO } from '../base/rational.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { type CivilDay, parseCivilDate, printCivilDate } from '../calendar/civil-date.ts'
import { computeDeadline } from '../calendar/deadline.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../calendar/duration.ts'
import { findProfile } from '../calendar/profiles.ts'
import { addWorkdays, countWorkdays } from '../calendar/workdays.ts'

/**
 * A line of working days on which the steps of one case are laid out (办件的时间轴): places are exact numbers of working
 * days after its first day. Where that day is known, natural days and months are walked on the calendar; else converted.
 */
export interface CaseClock {
  readonly first: CivilDay | undefined
  /** Where a length of time ends that begins at a place; undefined for 无法定时限. */
  readonly after: (place: Rational, duration: Duration) => Rational | undefined
  /** The day on which a place lies; undefined where the first day is not known. */
  readonly dayAt: (place: Rational) => CivilDay | undefined
  /** The place of a date: the end of that day. */
  readonly placeOf: (date: string) => Rational | undefined
}

/** Starts the line on a date, `YYYY-MM-DD`; without one it has only lengths. */
export function startClock(date: string | undefined, profileName: string, calendar: Calendar): CaseClock {
  const parsed = date === undefined ? undefined : parseCivilDate(date)
  const first = parsed?.ok === true ? parsed.value : undefined
  const profile = findProfile(profileName)

  function dayAt(place: Rational): CivilDay | undefined {
    if (first === undefined) return undefined
    const whole = ceiling(place)
    return whole <= 0 ? first : addWorkdays(calendar, first, whole)
  }

  function after(place: Rational, duration: Duration): Rational | undefined {
    const { unit } = duration
    const start = dayAt(place)
    const walks = start !== undefined && (unit === 'calendarDay' || unit === 'month' || unit === 'year')
    if (!walks || first === undefined) {
      const length = convertToWorkdays(duration, DEFAULT_CONVERSION)
      return length && add(place, length)
    }
    const deadline = computeDeadline({ from: printCivilDate(start), limit: duration, profile, roll: false }, calendar)
    const end = deadline.ok ? parseCivilDate(deadline.value.due) : undefined
    if (end?.ok !== true) return undefined
    return max(place, rational(countWorkdays(calendar, first, end.value)))
  }

  return {
    first,
    after,
    dayAt,
    placeOf: (text) => {
      const day = parseCivilDate(text)
      return first === undefined || !day.ok ? undefined : rational(countWorkdays(calendar, first, day.value))
    },
  }
}

/** A stretch of the line, from its first place to its last. */
export interface Stretch {
  readonly from: Rational
  readonly to: Rational
}

/** The parts of a stretch that lie outside of all others (扣除后的时间): overlapping ones count once. */
export function lengthOutside({ from, to }: Stretch, others: readonly Stretch[]): Rational {
  const inOrder = [...others].sort((a, b) => compare(a.from, b.from))
  let at = from
  let length = ZERO
  for (const other of inOrder) {
    if (compare(other.from, to) >= 0) break
    if (compare(other.from, at) > 0) length = add(length, subtract(other.from, at))
    at = max(at, other.to)
  }
  return compare(to, at) > 0 ? add(length, subtract(to, at)) : length
}

/** The natural days of a stretch outside of all others; undefined where its days are not known. */
export function calendarDaysOutside(
  clock: CaseClock,
  stretch: Stretch,
  others: readonly Stretch[],
): Rational | undefined {
  const inDays = ({ from, to }: Stretch): Stretch | undefined => {
    const first = clock.dayAt(from)
    const last = clock.dayAt(to)
    return first === undefined || last === undefined ? undefined : { from: rational(first), to: rational(last) }
  }
  const whole = inDays(stretch)
  return (
    whole &&
    lengthOutside(
      whole,
      others.filter(({ from, to }) => compare(to, from) > 0).flatMap((other) => inDays(other) ?? []),
    )
  )
}

function ceiling({ num, den }: Rational): number {
  const whole = num / den
  return Number(whole * den === num || num < 0n ? whole : whole + 1n)
}
