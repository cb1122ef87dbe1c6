import { multiply, parseRational, type Rational, rational } from '../base/rational.ts'
import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { type CivilDay, parseCivilDate } from './civil-date.ts'
import { type CountedUnit, type Duration, UNIT_WORDS } from './duration.ts'
import { civilDayAt, type Instant, MS_PER_HOUR, MS_PER_MINUTE, parseInstant, startOfDay } from './instant.ts'
import { type Pause, type UnitedPauses, unitePauses } from './pauses.ts'
import { type CountingProfile, PROFILES } from './profiles.ts'

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

/** One stretch of a limit in one kind of unit. `years` are months, `minutes` are time. */
export type Leg =
  | { readonly unit: 'workday' | 'calendarDay'; readonly amount: Rational }
  | { readonly unit: 'month'; readonly months: number }
  | { readonly unit: 'time'; readonly ms: number }

/** The input, read and checked: all amounts positive, legs of one unit that follow each other joined. */
export interface DeadlineTerms {
  readonly start: CivilDay
  /** The instant of the event; the beginning of its day where only the day is known. */
  readonly startAt: Instant
  readonly legs: readonly Leg[]
  readonly backward: boolean
  /** True where a unit of hours takes part: minutes alone always run from the stated moment. */
  readonly inHours: boolean
  readonly profile: CountingProfile
  readonly roll: CountingProfile['roll']
  readonly pauses: UnitedPauses
}

/** Longer amounts are no time limits, and reading them would take long. Unit: characters. */
const LONGEST_AMOUNT = 40

/** Reads and checks the input of a deadline. */
export function readTerms(input: DeadlineInput): Result<DeadlineTerms, CalendarError> {
  const profile = input.profile ?? PROFILES.civilCode
  const moment = readMoment(input.restartOn ?? input.from)
  if (!moment.ok) return moment
  const limit = input.extendTo ?? input.limit
  const backward = 'amount' in limit && limit.amount.startsWith('-')
  const pauses = unitePauses(input.pauses ?? [])
  if (!pauses.ok) return pauses
  const extensions = input.extendBy ?? []
  if (backward && (extensions.length > 0 || pauses.value.length > 0 || input.extendTo !== undefined)) {
    return fail('bad-extension', '向前倒算的期限不能暂停或者延长')
  }
  const legs = readLegs([limit, ...extensions], backward)
  if (!legs.ok) return legs
  const { start, startAt, hasTime } = moment.value
  const timed = legs.value.some(({ unit }) => unit === 'time')
  if (timed && legs.value.length > 1) {
    return fail('bad-extension', '以小时、分钟计的时限只能按小时、分钟延长')
  }
  if (timed && !hasTime) {
    return fail('time-needed', '以小时、分钟计的时限要从时刻起算，请写成“2026-09-28T10:20:00+08:00”的样子')
  }
  const inHours = [limit, ...extensions].some(({ unit }) => unit === 'hour')
  const roll = input.roll === undefined ? profile.roll : rollAsTold(input.roll, profile)
  return success({ start, startAt, legs: legs.value, backward, inHours, profile, roll, pauses: pauses.value })
}

function rollAsTold(roll: boolean, { roll: usual }: CountingProfile): CountingProfile['roll'] {
  if (!roll) return 'none'
  return usual === 'none' ? 'afterRest' : usual
}

function readMoment(text: string) {
  if (text.includes('T')) {
    const instant = parseInstant(text)
    return instant.ok ? success({ start: civilDayAt(instant.value), startAt: instant.value, hasTime: true }) : instant
  }
  const day = parseCivilDate(text)
  return day.ok ? success({ start: day.value, startAt: startOfDay(day.value), hasTime: false }) : day
}

function readLegs(durations: readonly Duration[], backward: boolean): Result<readonly Leg[], CalendarError> {
  const legs: Leg[] = []
  for (const [i, duration] of durations.entries()) {
    if (duration.unit === 'unlimited') return fail('no-limit', '无法定时限，没有到期日')
    if (duration.unit === 'instant') continue
    const { unit, amount } = duration
    const value = amount.length > LONGEST_AMOUNT ? undefined : parseRational(backward ? amount.slice(1) : amount)
    if (value === undefined || (i === 0 && value.num < 0n)) {
      return fail('bad-amount', `“${amount.slice(0, LONGEST_AMOUNT)}”不是时限的数量，请写成“20”“0.5”的样子`)
    }
    if (i > 0 && value.num <= 0n) return fail('bad-extension', `延长的时限应大于零，现为${amount}${UNIT_WORDS[unit]}`)
    if (value.num === 0n) continue
    const leg = LEG_READERS[unit](value)
    if (leg === undefined) return fail('bad-amount', `${amount}${UNIT_WORDS[unit]}折不成整数，请改用更小的单位`)
    const last = legs.at(-1)
    const joined = last && joinLegs(last, leg)
    if (joined === undefined) legs.push(leg)
    else legs[legs.length - 1] = joined
  }
  return success(legs)
}

const LEG_READERS: Readonly<Record<CountedUnit, (amount: Rational) => Leg | undefined>> = {
  workday: (amount) => ({ unit: 'workday', amount }),
  calendarDay: (amount) => ({ unit: 'calendarDay', amount }),
  month: (amount) => wholeMonths(amount, 1),
  year: (amount) => wholeMonths(amount, 12),
  hour: (amount) => wholeTime(amount, MS_PER_HOUR),
  minute: (amount) => wholeTime(amount, MS_PER_MINUTE),
}

function wholeMonths(amount: Rational, each: number): Leg | undefined {
  const months = multiply(amount, rational(each))
  return months.den === 1n ? { unit: 'month', months: Number(months.num) } : undefined
}

function wholeTime(amount: Rational, each: number): Leg | undefined {
  const ms = multiply(amount, rational(each))
  return ms.den === 1n ? { unit: 'time', ms: Number(ms.num) } : undefined
}

/** Months are added in one step, so that 31 January + 1 month + 1 month is 31 March. */
function joinLegs(a: Leg, b: Leg): Leg | undefined {
  if (a.unit === 'month' && b.unit === 'month') return { unit: 'month', months: a.months + b.months }
  if (a.unit === 'time' && b.unit === 'time') return { unit: 'time', ms: a.ms + b.ms }
  return undefined
}
