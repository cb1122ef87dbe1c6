import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, multiply, parseRational, printRational, type Rational, rational } from '../../../src/base/rational.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { type CountingProfile, findProfile } from '../../../src/calendar/profiles.ts'
import type { AlertRule } from '../../../src/engine/clocks/alert-rule.ts'
import { type Clock, PLAIN_CLOCK } from '../../../src/engine/clocks/clock.ts'
import { walkClock } from '../../../src/engine/clocks/clock-course.ts'
import type { ClockAmount, ClockReading } from '../../../src/engine/clocks/clock-reading.ts'
import { prepareAlerts } from '../../../src/engine/clocks/prepare-alerts.ts'
import { readClock } from '../../../src/engine/clocks/read-clock.ts'
import { readDaysSlowly, readMinutesSlowly, type SlowLedger, type SlowLimit } from '../../support/slow-clock.ts'

/** Clocks with random ledgers are read as a slow clock reads them that walks day by day, or minute by minute. */

const calendar = createCalendar()
const moment = (text: string) => Date.parse(`${text}:00+08:00`)

function profileNamed(name: string): CountingProfile {
  const profile = findProfile(name)
  if (profile === undefined) throw new RangeError(name)
  return profile
}

/** A moment so many minutes after another. */
function later(text: string, minutes: number): string {
  return new Date(Date.parse(`${text}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
}

const DAY = 24 * 60

interface Span {
  readonly after: number
  readonly length: number | undefined
}

function ledger(
  start: string,
  limit: SlowLimit,
  extensions: SlowLedger['extensions'],
  spans: readonly Span[],
  stop: number | undefined,
  at: number,
  profile: CountingProfile,
): SlowLedger {
  const pauses = [...spans]
    .sort((a, b) => a.after - b.after)
    .map(({ after, length }) => ({
      from: later(start, after),
      ...(length !== undefined && { to: later(start, after + length) }),
    }))
  return {
    start,
    limit,
    extensions,
    pauses,
    ...(stop !== undefined && { stop: later(start, stop) }),
    at: later(start, at),
    countsFirstDay: profile.countsFirstDay === true,
    moves: profile.roll !== 'none',
    leavesOutStartingHour: profile.leavesOutStartingHour === true,
  }
}

function toClock({ start, limit, extensions, pauses, stop }: SlowLedger, profile: CountingProfile): Clock {
  const duration = ({ unit, amount }: SlowLimit) => ({ unit, amount: String(amount) })
  return {
    ...PLAIN_CLOCK,
    kind: 'promised',
    limit: duration(limit),
    profile,
    start: moment(start),
    stop: stop === undefined ? undefined : moment(stop),
    pauses: pauses.map(({ from, to }, i) => ({
      cause: 'procedure',
      name: `第${i + 1}次暂停`,
      from: moment(from),
      ...(to !== undefined && { to: moment(to) }),
    })),
    extensions: extensions.map((extension) => ({
      name: '延长',
      at: moment(start),
      ...('to' in extension ? { extendTo: duration(extension.to) } : { extendBy: duration(extension.by) }),
    })),
  }
}

const startMoment = fc
  .tuple(fc.integer({ min: 0, max: 365 * 10 }), fc.integer({ min: 0, max: DAY - 1 }))
  .map(([day, minute]) => later('2013-01-01T00:00', day * DAY + minute))

const spans = (most: number) =>
  fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: most }),
      length: fc.option(fc.integer({ min: 0, max: most / 4 }), { nil: undefined, freq: 12 }),
    }),
    { maxLength: 4 },
  )

const stopAt = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: undefined, freq: 2 })

const halfDays: fc.Arbitrary<SlowLimit> = fc
  .integer({ min: 1, max: 120 })
  .map((halves) => ({ unit: 'workday', amount: halves / 2 }))
const days: fc.Arbitrary<SlowLimit> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((amount) => ({ unit: 'workday', amount }) as const),
  fc.integer({ min: 1, max: 120 }).map((amount) => ({ unit: 'calendarDay', amount }) as const),
  fc.integer({ min: 1, max: 6 }).map((amount) => ({ unit: 'month', amount }) as const),
  fc.constant({ unit: 'year', amount: 1 } as const),
)
const times: fc.Arbitrary<SlowLimit> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((amount) => ({ unit: 'hour', amount }) as const),
  fc.integer({ min: 1, max: 400 }).map((amount) => ({ unit: 'minute', amount }) as const),
)
const extended = (limit: fc.Arbitrary<SlowLimit>) =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: limit.map((by) => ({ by })) },
      limit.map((to) => ({ to })),
    ),
    {
      maxLength: 2,
    },
  )

const DAY_PROFILES = ['行政许可法', '民法典', '注册商标有效期'].map(profileNamed)
const HOUR_PROFILES = ['民法典', '民事诉讼法'].map(profileNamed)

const RULES = {
  used: [50, 90, 100],
  left: [0, 1, 2.5, 7],
  overdue: [0, 1, 5],
} as const

function rule(when: AlertRule['when']): AlertRule {
  return { scope: 'total', level: 'yellow', when }
}

/** The date of the only alert of a rule; undefined where there is none. */
function alertDate(clock: Clock, when: AlertRule['when']): string | undefined {
  const { alerts } = readClock(clock, { calendar, at: clock.start, rules: prepareAlerts([rule(when)]), raised: [] })
  const [alert] = alerts
  return alert && new Date(alert.at + 8 * 3_600_000).toISOString().slice(0, 10)
}

function read(clock: Clock, at: string): ClockReading {
  return readClock(clock, { calendar, at: moment(at), rules: [], raised: [] })
}

function expectSum({ total, used, left }: ClockReading): void {
  expect(printRational(add(exact(used), exact(left)))).toBe(total?.amount)
}

function exact(amount: ClockAmount | undefined): Rational {
  const value = amount && parseRational(amount.amount)
  if (value === undefined) throw new RangeError('no amount')
  return value
}

test('clocks in days are read as by walking day by day: due date, used, left, overdue', () => {
  fc.assert(
    fc.property(
      startMoment,
      fc.oneof(fc.tuple(halfDays, extended(halfDays)), fc.tuple(days, extended(days))),
      spans(200 * DAY),
      stopAt(300 * DAY),
      fc.integer({ min: 0, max: 300 * DAY }),
      fc.constantFrom(...DAY_PROFILES),
      (start, [limit, extensions], paused, stop, at, profile) => {
        const slow = ledger(start, limit, extensions, paused, stop, at, profile)
        const expected = readDaysSlowly(slow)
        const clock = toClock(slow, profile)
        const reading = read(clock, slow.at)
        expect(reading.due?.date).toBe(expected.due)
        expect(reading.total?.amount).toBe(String(expected.total))
        expect(reading.used?.amount).toBe(String(expected.used))
        expect(reading.overdue).toBe(expected.isOverdue)
        expectSum(reading)
        if (reading.due !== undefined) expect(walkClock(reading, calendar).counted).toBe(Math.ceil(expected.total))
      },
    ),
    { numRuns: 8_000 },
  )
})

test('alerts of clocks in days come on the first day on which their rule holds', () => {
  fc.assert(
    fc.property(
      startMoment,
      fc.oneof(fc.tuple(halfDays, extended(halfDays)), fc.tuple(days, extended(days))),
      spans(200 * DAY),
      fc.constantFrom(...DAY_PROFILES),
      (start, [limit, extensions], paused, profile) => {
        const slow = ledger(start, limit, extensions, paused, undefined, 0, profile)
        const expected = readDaysSlowly(slow)
        const clock = toClock(slow, profile)
        for (const percent of RULES.used) {
          expect(alertDate(clock, { kind: 'used', percent: String(percent) })).toBe(expected.usedBy(percent))
        }
        for (const workdays of RULES.left) {
          expect(alertDate(clock, { kind: 'left', workdays: String(workdays) })).toBe(expected.leftBy(workdays))
        }
        for (const workdays of RULES.overdue) {
          expect(alertDate(clock, { kind: 'overdue', workdays: String(workdays) })).toBe(expected.overdueBy(workdays))
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('clocks in hours and minutes are read as by walking minute by minute', () => {
  fc.assert(
    fc.property(
      startMoment,
      times,
      extended(times),
      spans(3 * DAY),
      stopAt(4 * DAY),
      fc.integer({ min: 0, max: 5 * DAY }),
      fc.constantFrom(...HOUR_PROFILES),
      (start, limit, extensions, paused, stop, at, profile) => {
        const slow = ledger(start, limit, extensions, paused, stop, at, profile)
        const expected = readMinutesSlowly(slow)
        const reading = read(toClock(slow, profile), slow.at)
        const inMinutes = (amount: ClockAmount | undefined) =>
          printRational(multiply(exact(amount), rational(reading.total?.unit === 'hour' ? 60 : 1)))
        expect(reading.due?.at?.slice(0, 16)).toBe(expected.due)
        expect(inMinutes(reading.total)).toBe(String(expected.total))
        expect(inMinutes(reading.used)).toBe(String(expected.used))
        expectSum(reading)
      },
    ),
    { numRuns: 2_000 },
  )
})
