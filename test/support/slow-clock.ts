import { datesFrom, slowIsWorkday } from './slow-calendar.ts'

/**
 * An independent slow clock: walks day by day, for hours minute by minute, over dates as text. It shares nothing with
 * src, so that the two can be compared. Moments are `2026-09-28T10:20`, Beijing time.
 */
export interface SlowLedger {
  readonly start: string
  readonly limit: SlowLimit
  readonly extensions: readonly ({ readonly by: SlowLimit } | { readonly to: SlowLimit })[]
  readonly pauses: readonly { readonly from: string; readonly to?: string }[]
  readonly stop?: string
  readonly at: string
  readonly countsFirstDay: boolean
  readonly moves: boolean
  readonly leavesOutStartingHour: boolean
}

/** Halves of working days are the only fractions. */
export interface SlowLimit {
  readonly unit: 'workday' | 'calendarDay' | 'month' | 'year' | 'hour' | 'minute'
  readonly amount: number
}

/** Where a clock stands, and the dates on which so much is used, left or exceeded. */
export interface SlowReading {
  readonly due: string | undefined
  readonly total: number
  readonly used: number
  readonly isOverdue: boolean
  readonly usedBy: (percent: number) => string | undefined
  readonly leftBy: (workdays: number) => string | undefined
  readonly overdueBy: (workdays: number) => string | undefined
}

const DATES = datesFrom('2012-01-01', '2026-12-31')
const WORKS = DATES.map(slowIsWorkday)
const PLACES = new Map(DATES.map((date, i) => [date, i]))

/** No clock of the tests runs longer: three years, and 300 days of pauses. Unit: days. */
const LONGEST = 1430

/** Reads a clock in days. */
export function readDaysSlowly(ledger: SlowLedger): SlowReading {
  const start = placeOf(ledger.start)
  const first = ledger.countsFirstDay ? start : start + 1
  const legs = legsOf(ledger)
  const inWorkdays = legs.every(({ unit }) => unit === 'workday')
  const horizon = Math.min(first + LONGEST, DATES.length - 1)
  const paused: boolean[] = []
  for (let i = first; i <= horizon; i++) paused[i] = isPaused(ledger, DATES[i] ?? '')
  const isCounted = (i: number) => paused[i] === false && (WORKS[i] === true || !inWorkdays)

  let day = first - 1
  let natural = 0
  let isOpen = false
  for (const { unit, amount } of legs) {
    if (isOpen) break
    let need = unit === 'month' ? daysOfMonths(day, amount, ledger.countsFirstDay) : amount
    while (need > 0 && !isOpen) {
      day++
      isOpen = day > horizon
      if (paused[day] === false) natural++
      if (paused[day] === false && (unit !== 'workday' || WORKS[day] === true)) need--
    }
  }
  if (ledger.moves && !isOpen && WORKS[day] === false) {
    while (day <= horizon && (paused[day] === true || WORKS[day] === false)) day++
    isOpen = day > horizon
  }
  const due = isOpen ? Number.POSITIVE_INFINITY : day
  const total =
    legs.length === 1 && legs[0]?.unit !== 'month' ? (legs[0]?.amount ?? 0) : isOpen ? spanOf(ledger) : natural

  const used: number[] = []
  for (let i = first; i <= horizon; i++) {
    const before = used[i - 1] ?? 0
    used[i] = isCounted(i) ? (i <= due ? Math.min(total, before + 1) : before + 1) : before
  }
  const workdaysTo = (from: number, to: number) => {
    let count = 0
    for (let i = from + 1; i <= to; i++) if (paused[i] === false && WORKS[i] === true) count++
    return count
  }
  const find = (holds: (i: number) => boolean) => {
    for (let i = first; i <= horizon && !isOpen; i++) if (holds(i)) return DATES[i]
    return undefined
  }
  const today = placeOf(until(ledger))
  return {
    due: isOpen ? undefined : DATES[due],
    total,
    used: used[today] ?? 0,
    isOverdue: today > due,
    usedBy: (percent) => find((i) => (used[i] ?? 0) * 100 >= total * percent),
    leftBy: (workdays) => {
      if (inWorkdays) return total > workdays ? find((i) => total - (used[i] ?? 0) <= workdays) : undefined
      let left = isOpen ? 0 : workdaysTo(first - 1, due)
      if (left <= workdays) return undefined
      return find((i) => {
        if (paused[i] === false && WORKS[i] === true) left--
        return left <= workdays
      })
    },
    overdueBy: (workdays) => {
      let exceeded = 0
      return find((i) => {
        if (i > due && paused[i] === false && WORKS[i] === true) exceeded++
        return i > due && exceeded >= workdays
      })
    },
  }
}

/** Months and what is mixed come to as many natural days as without the pause that goes on. */
function spanOf(ledger: SlowLedger): number {
  return readDaysSlowly({ ...ledger, pauses: ledger.pauses.filter(({ to }) => to !== undefined) }).total
}

/** Reads a clock in hours or minutes. Unit: minutes. */
export function readMinutesSlowly(ledger: SlowLedger): { due: string | undefined; total: number; used: number } {
  const minuteOf = (text: string) => Date.parse(`${text}Z`) / 60_000
  const stop = ledger.stop === undefined ? Number.POSITIVE_INFINITY : minuteOf(ledger.stop)
  const spans = ledger.pauses.map(({ from, to }) => ({
    from: minuteOf(from),
    to: Math.min(to === undefined ? Number.POSITIVE_INFINITY : minuteOf(to), stop),
  }))
  const total = legsOf(ledger).reduce((sum, { unit, amount }) => sum + (unit === 'hour' ? 60 * amount : amount), 0)
  const inHours = ledger.limit.unit === 'hour'
  let at = minuteOf(ledger.start)
  if (ledger.leavesOutStartingHour && inHours) at += 60 - (at % 60)
  const end = minuteOf(until(ledger))
  let used = 0
  let counted = 0
  let due: number | undefined
  for (const last = at + 60 * 24 * 60; at < last && (due === undefined || at < end); at++) {
    if (spans.some(({ from, to }) => from <= at && at < to)) continue
    counted++
    if (at < end) used++
    if (counted === total) due = at + 1
  }
  return { due: due === undefined ? undefined : new Date(due * 60_000).toISOString().slice(0, 16), total, used }
}

/** What the moment of reading comes to: a clock that has stopped stays as it is. */
function until({ at, stop }: SlowLedger): string {
  return stop !== undefined && stop < at ? stop : at
}

/** The legs of a limit: those of one unit that follow each other are one. */
function legsOf({ limit, extensions }: SlowLedger): readonly SlowLimit[] {
  let parts = [limit]
  for (const extension of extensions) parts = 'to' in extension ? [extension.to] : [...parts, extension.by]
  const legs: { unit: SlowLimit['unit']; amount: number }[] = []
  for (const part of parts) {
    const { unit, amount } = part.unit === 'year' ? ({ unit: 'month', amount: part.amount * 12 } as const) : part
    const last = legs.at(-1)
    if (last?.unit === unit) last.amount += amount
    else legs.push({ unit, amount })
  }
  return legs
}

/** The day after the event that begins a pause through the day of the event that ends it; nothing after the stop. */
function isPaused({ pauses, stop }: SlowLedger, date: string): boolean {
  const stopDate = stop?.slice(0, 10)
  return pauses.some(({ from, to }) => {
    if (stop !== undefined && from >= stop) return false
    const ends = [to?.slice(0, 10), stopDate].filter((end) => end !== undefined).sort()
    return from.slice(0, 10) < date && (ends[0] === undefined || date <= ends[0])
  })
}

/** How many natural days so many months after a day are; a term that counts its first day ends a day before the other. */
function daysOfMonths(day: number, months: number, countsFirstDay: boolean): number {
  const from = DATES[countsFirstDay ? day + 1 : day] ?? ''
  const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const isShort = dayOfMonth > last
  const end = new Date(Date.UTC(year, month - 1 + months, isShort ? last : dayOfMonth)).toISOString().slice(0, 10)
  return placeOf(end) - placeOf(from) + (countsFirstDay && isShort ? 1 : 0)
}

function placeOf(moment: string): number {
  const place = PLACES.get(moment.slice(0, 10))
  if (place === undefined) throw new RangeError(`the slow clock knows no ${moment}`)
  return place
}
