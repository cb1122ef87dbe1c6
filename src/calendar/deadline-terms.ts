import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, parseCivilDate } from './civil-date.ts'
import type { DayRange } from './day-range.ts'
import type { CountedUnit, Duration } from './duration.ts'
import { civilDayAt, type Instant, parseInstant } from './instant.ts'
import { type Pause, readPauses } from './pauses.ts'
import { CIVIL_CODE, type CountingProfile } from './profiles.ts'

/** What a deadline is computed from (到期日的计算条件). */
export interface DeadlineInput {
  /** The day of the event, `2026-09-28`, or its instant with offset, which a limit in hours or minutes needs. */
  readonly from: string
  /** The limit; a negative amount counts backward (七日前). */
  readonly limit: Duration
  /** How the statute counts; 民法典 where it is left out. */
  readonly profile?: CountingProfile | undefined
  /** False keeps a last day that is a rest day, true moves it (顺延); by default as the profile says. */
  readonly roll?: boolean | undefined
  readonly pauses?: readonly Pause[] | undefined
  /** What extends the limit (延长 N), each running on from the one before. */
  readonly extendBy?: readonly Duration[] | undefined
  /** What the limit is extended to (延长至 N), in its place. */
  readonly extendTo?: Duration | undefined
  /** The day or instant from which the count began anew (重新计算). */
  readonly restartOn?: string | undefined
}

/** A millionth of a day, the grain of amounts: exact for every decimal that a limit is written in. */
export const MICRO = 1_000_000

/** One stretch of a limit. `amount` is a positive whole number of millionths of days, of months, or of milliseconds. */
export interface Leg {
  readonly unit: 'workday' | 'calendarDay' | 'month' | 'ms'
  readonly amount: number
}

/** The input, read and checked: legs of one unit that follow each other are joined. */
export interface DeadlineTerms {
  readonly start: CivilDay
  /** The instant of the event; NaN where only the day is known. */
  readonly startAt: Instant
  readonly legs: readonly Leg[]
  /** 1 forward, -1 backward. */
  readonly direction: 1 | -1
  /** True where a unit of hours takes part: minutes alone always run from the stated moment. */
  readonly inHours: boolean
  readonly profile: CountingProfile
  readonly roll: 'afterRest' | 'none' | 'longRests'
  readonly pauses: readonly DayRange[]
  /** Limits in hours and minutes whose pauses are known to the moment: these count then, and `pauses` only tell the days. */
  readonly pausedMoments?: readonly DayRange[]
}

/** What a leg of each unit is counted in, and how many of that a millionth of the unit is, as a fraction. */
const LEG_UNITS: Readonly<Record<CountedUnit, readonly [unit: Leg['unit'], numerator: number, denominator: number]>> = {
  workday: ['workday', 1, 1],
  calendarDay: ['calendarDay', 1, 1],
  month: ['month', 1, MICRO],
  year: ['month', 12, MICRO],
  hour: ['ms', 18, 5],
  minute: ['ms', 3, 50],
}

/** Reads and checks the input of a deadline. */
export function readTerms(input: DeadlineInput): Result<DeadlineTerms, CalendarError> {
  const { limit, profile = CIVIL_CODE, pauses = [], extendBy = [], extendTo } = input
  const durations = [extendTo ?? limit, ...extendBy]
  const direction = 'amount' in limit && limit.amount.startsWith('-') ? -1 : 1
  if (direction < 0 && (pauses.length > 0 || durations.length > 1 || extendTo !== undefined)) {
    return fail('bad-extension', '倒算的期限不能暂停或延长')
  }
  const legs = readLegs(durations, direction)
  if (!legs.ok) return legs
  const timed = legs.value.some(({ unit }) => unit === 'ms')
  if (timed && legs.value.length > 1) return fail('bad-extension', '小时、分钟的时限只能以小时、分钟延长')
  const moment = input.restartOn ?? input.from
  const hasTime = timed || moment.includes('T')
  const read = hasTime ? parseInstant(moment) : parseCivilDate(moment)
  if (!read.ok) return read
  const paused = readPauses(pauses)
  if (!paused.ok) return paused
  const moves = input.roll ?? profile.roll !== 'none'
  const roll = !moves ? 'none' : profile.roll === 'longRests' ? 'longRests' : 'afterRest'
  return success({
    start: hasTime ? civilDayAt(read.value) : read.value,
    startAt: hasTime ? read.value : Number.NaN,
    legs: legs.value,
    direction,
    inHours: durations.some(({ unit }) => unit === 'hour'),
    profile,
    roll,
    pauses: paused.value,
  })
}

/** The stretches that follow each other; those of one unit are joined, months in one step. 即办 is none. */
export function readLegs(durations: readonly Duration[], direction: 1 | -1): Result<readonly Leg[], CalendarError> {
  const legs: Leg[] = []
  for (const duration of durations) {
    if (duration.unit === 'unlimited') return fail('no-limit', '无法定时限，没有到期日')
    if (duration.unit === 'instant') continue
    const [unit, numerator, denominator] = LEG_UNITS[duration.unit]
    const text = direction < 0 ? duration.amount.slice(1) : duration.amount
    const amount = (readMicro(text) * numerator) / denominator
    if (!Number.isInteger(amount)) {
      return fail('bad-amount', `“${duration.amount.slice(0, 20)}”不是有效的时限数量，应如“20”“0.5”，年、月应为整月`)
    }
    // Months are added in one step, so that 31 January + 1 month + 1 month is 31 March.
    const last = legs.at(-1)
    if (last?.unit === unit) legs[legs.length - 1] = { unit, amount: last.amount + amount }
    else if (amount > 0 || unit === 'ms') legs.push({ unit, amount })
  }
  return success(legs)
}

/** The decimal in millionths, exact because so many digits fit; NaN for what is none, or is too long for a limit. */
function readMicro(text: string): number {
  const [, whole, fraction = ''] = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(text) ?? []
  return Number(whole) * MICRO + Number(fraction.padEnd(6, '0'))
}
