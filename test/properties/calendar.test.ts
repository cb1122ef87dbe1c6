import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCalendarSources } from '../../src/calendar/arrangement.ts'
import {
  addMonths,
  addWorkdays,
  type CivilDay,
  computeDeadline,
  countWorkdays,
  type DeadlineInput,
  type Duration,
  findProfile,
  isWorkday,
  type Pause,
  PROFILES,
  parseCivilDate,
  parseInstant,
  printCivilDate,
  traceDeadline,
} from '../../src/calendar/index.ts'
import { calendar, day } from '../support/calendar-text.ts'

const anyDay = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') })
const knownDay = fc.integer({ min: day('2007-01-01'), max: day('2025-12-31') })
const tax = findProfile('税收征管法实施细则')
const profile = fc.constantFrom(...PROFILES)

const countedDays = fc
  .record({
    unit: fc.constantFrom('workday', 'calendarDay'),
    amount: fc.integer({ min: 1, max: 200 }).map((halves) => String(halves / 2)),
  })
  .map((duration): Duration => duration)
const dayLimit = fc.oneof(
  countedDays,
  fc.record({ unit: fc.constant('month'), amount: fc.integer({ min: 1, max: 12 }).map(String) }),
)

function pausesAround(from: CivilDay): fc.Arbitrary<readonly Pause[]> {
  const pause = fc.record({ start: fc.integer({ min: -10, max: 60 }), length: fc.integer({ min: 0, max: 15 }) })
  return fc.array(pause, { maxLength: 4 }).map((pauses) =>
    pauses.map(({ start, length }) => ({
      from: printCivilDate(from + start),
      to: printCivilDate(from + start + length),
    })),
  )
}

/** A limit forward, in days or months, with pauses near its start. */
const forward = fc
  .record({ from: knownDay, limit: dayLimit, profile, roll: fc.option(fc.boolean(), { nil: undefined }) })
  .chain(({ from, ...rest }) =>
    pausesAround(from).map((pauses): DeadlineInput => ({ ...rest, from: printCivilDate(from), pauses })),
  )

function due(input: DeadlineInput): CivilDay {
  const answer = computeDeadline(input, calendar)
  if (!answer.ok) throw new Error(answer.error.message)
  return day(answer.value.due)
}

function amountOf(limit: Duration): number {
  return 'amount' in limit ? Number(limit.amount) : 0
}

describe('civil dates', () => {
  test('printing and reading are inverse on all 3.6 million days', () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        expect(parseCivilDate(printCivilDate(n))).toEqual({ ok: true, value: n })
      }),
    )
  })

  test('agree with Date, which counts the same calendar in UTC', () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        expect(printCivilDate(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  test('months lead to the right month and never past the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (n, months) => {
        const end = addMonths(n, months)
        fc.pre(end !== undefined)
        const [year = 0, month = 0, dayOfMonth = 0] = printCivilDate(n).split('-').map(Number)
        const [endYear = 0, endMonth = 0, endDay = 0] = printCivilDate(end).split('-').map(Number)
        expect(endYear * 12 + endMonth).toBe(year * 12 + month + months)
        expect(endDay).toBeLessThanOrEqual(dayOfMonth)
        // Shorter only where the month has no such day.
        const next = printCivilDate(end + 1)
        expect(endDay === dayOfMonth || next.endsWith('-01')).toBe(true)
      }),
    )
  })
})

describe('working days', () => {
  const count = fc.integer({ min: -400, max: 400 })

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(knownDay, count, (from, n) => {
        const to = addWorkdays(calendar, from, n)
        fc.pre(to !== undefined && n !== 0)
        expect(isWorkday(calendar, to)).toBe(true)
        expect(countWorkdays(calendar, from, to)).toBe(n)
      }),
    )
  })

  test('the same far outside the published years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (from, n) => {
        const to = addWorkdays(calendar, from, n)
        fc.pre(to !== undefined && n !== 0)
        expect(countWorkdays(calendar, from, to)).toBe(n)
      }),
    )
  })

  test('adding in two steps is adding at once', () => {
    const steps = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(knownDay, steps, steps, (from, n, m) => {
        const half = addWorkdays(calendar, from, n)
        expect(half && addWorkdays(calendar, half, m)).toBe(addWorkdays(calendar, from, n + m))
      }),
    )
  })

  test('counts add up over a day in between', () => {
    fc.assert(
      fc.property(knownDay, knownDay, knownDay, (a, b, c) => {
        const [from = 0, middle = 0, to = 0] = [a, b, c].sort((x, y) => x - y)
        expect(countWorkdays(calendar, from, middle) + countWorkdays(calendar, middle, to)).toBe(
          countWorkdays(calendar, from, to),
        )
      }),
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(knownDay, fc.nat({ max: 30 }), fc.integer({ min: 1, max: 100 }), (from, later, n) => {
        const ends = [from, from + later].map((start) => addWorkdays(calendar, start, n) ?? Number.NaN)
        expect(ends[0]).toBeLessThanOrEqual(ends[1] ?? Number.NaN)
      }),
    )
  })
})

describe('deadlines', () => {
  test('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(forward, fc.integer({ min: 1, max: 40 }), (input, more) => {
        // The tax rule is left out: a run of rest days that only begins inside the shorter term lengthens the longer one.
        const { limit } = input
        fc.pre('amount' in limit && input.profile !== tax)
        const longer = { ...limit, amount: String(amountOf(limit) + more) }
        expect(due({ ...input, limit: longer })).toBeGreaterThanOrEqual(due(input))
      }),
    )
  })

  test('an extension runs on: a limit and its extension are their sum', () => {
    fc.assert(
      fc.property(forward, fc.integer({ min: 1, max: 12 }), (input, more) => {
        const { limit } = input
        fc.pre('amount' in limit)
        const sum = { ...limit, amount: String(amountOf(limit) + more) }
        const extended = computeDeadline({ ...input, extendBy: [{ ...limit, amount: String(more) }] }, calendar)
        expect(extended).toEqual(computeDeadline({ ...input, limit: sum }, calendar))
        expect(extended).toEqual(computeDeadline({ ...input, extendTo: sum }, calendar))
      }),
    )
  })

  test('pauses never shorten, and those that begin after the end are ignored', () => {
    fc.assert(
      fc.property(forward, fc.nat({ max: 30 }), (input, gap) => {
        const end = due(input)
        // Under the tax rule a pause over a long holiday replaces the working days that the holiday would have added.
        const unpaused = input.profile === tax ? end : due({ ...input, pauses: [] })
        expect(end).toBeGreaterThanOrEqual(unpaused)
        const after = { from: printCivilDate(end + 1 + gap) }
        expect(due({ ...input, pauses: [...(input.pauses ?? []), after] })).toBe(end)
      }),
    )
  })

  test('only the union of the pauses counts, not their order, overlaps or number', () => {
    fc.assert(
      fc.property(forward, (input) => {
        const pauses = input.pauses ?? []
        const daysOfAll = pauses.flatMap(({ from, to }) => {
          const [first, last] = [day(from), day(to ?? from)]
          return Array.from({ length: last - first + 1 }, (_, i) => printCivilDate(first + i))
        })
        const dayByDay = daysOfAll.map((date) => ({ from: date, to: date })).reverse()
        const expected = computeDeadline(input, calendar)
        expect(computeDeadline({ ...input, pauses: [...pauses, ...pauses].reverse() }, calendar)).toEqual(expected)
        expect(computeDeadline({ ...input, pauses: dayByDay }, calendar)).toEqual(expected)
      }),
    )
  })

  test('a moved last day is worked and not paused, and nothing moves that need not', () => {
    fc.assert(
      fc.property(forward, (input) => {
        const answer = computeDeadline(input, calendar)
        fc.pre(answer.ok && (input.roll ?? input.profile?.roll !== 'none'))
        const [nominal, end] = [day(answer.value.nominalDue), day(answer.value.due)]
        expect(isWorkday(calendar, end)).toBe(true)
        const paused = (input.pauses ?? []).some(({ from, to = from }) => day(from) <= end && end <= day(to))
        expect(paused).toBe(false)
        if (isWorkday(calendar, nominal) && input.profile !== tax) expect(end).toBe(nominal)
      }),
    )
  })

  test('the trace goes day by day to the end and counts exactly the limit', () => {
    fc.assert(
      fc.property(forward, (input) => {
        const trace = traceDeadline(input, calendar)
        const answer = computeDeadline(input, calendar)
        fc.pre(trace.ok && answer.ok && input.limit.unit !== 'month')
        const { days, omitted } = trace.value
        expect(omitted).toBe(0)
        const first = day(input.from) + (input.profile?.countsFirstDay ? 0 : 1)
        expect(days.map(({ date }) => day(date))).toEqual(days.map((_, i) => first + i))
        expect(days.at(-1)?.date).toBe(answer.value.due)
        expect(days.filter(({ kind }) => kind === 'counted')).toHaveLength(Math.ceil(amountOf(input.limit)))
      }),
    )
  })

  test('backward is strictly before, as many working days away, and never moves', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 1, max: 60 }), fc.boolean(), (from, n, roll) => {
        const ask = (unit: 'workday' | 'calendarDay') =>
          due({ from: printCivilDate(from), limit: { unit, amount: String(-n) }, roll })
        expect(ask('calendarDay')).toBe(from - n)
        expect(countWorkdays(calendar, ask('workday'), from)).toBe(n - (isWorkday(calendar, from) ? 0 : 1))
      }),
    )
  })

  test('hours are elapsed time whatever the calendar says', () => {
    const moment = fc.date({
      min: new Date('2007-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moment, fc.integer({ min: -2000, max: 2000 }), (at, hours) => {
        fc.pre(hours !== 0)
        const limit: Duration = { unit: 'hour', amount: String(hours) }
        const answer = computeDeadline({ from: at.toISOString(), limit }, calendar)
        expect(answer.ok && Date.parse(answer.value.dueAt ?? '') - at.getTime()).toBe(hours * 3_600_000)
      }),
    )
  })
})

describe('nothing that comes from outside makes it throw', () => {
  test('dates, instants, amounts and files', () => {
    const unit = fc.constantFrom('workday', 'calendarDay', 'month', 'year', 'hour', 'minute')
    const limit = fc
      .record({ unit, amount: fc.oneof(fc.string(), fc.bigInt().map(String), fc.double().map(String)) })
      .map((duration): Duration => duration)
    const text = fc.oneof(fc.string(), knownDay.map(printCivilDate), fc.constant('2026-09-28T10:20:00+08:00'))
    const pauses = fc.array(fc.record({ from: text, to: text }), { maxLength: 2 })
    fc.assert(
      fc.property(text, limit, limit, pauses, profile, fc.jsonValue(), (from, one, other, paused, byProfile, json) => {
        parseCivilDate(from)
        parseInstant(from)
        readCalendarSources(json)
        readCalendarSources({ notices: [json], overlays: [json] })
        const input = { from, limit: one, extendBy: [other], pauses: paused, profile: byProfile }
        const answer = computeDeadline(input, calendar)
        expect(answer.ok).toBe(traceDeadline(input, calendar).ok)
      }),
      { numRuns: 2000 },
    )
  })
})
