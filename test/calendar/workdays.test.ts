import { describe, expect, test } from 'vitest'
import {
  addWorkdays,
  type Calendar,
  countWorkdays,
  createCalendar,
  isWorkday,
  knownThrough,
  NOTICES,
  printCivilDate,
} from '../../src/calendar/index.ts'
import { calendar, day } from '../support/calendar-text.ts'
import { datesFrom, slowAddWorkdays, slowCountWorkdays, slowIsWorkday } from '../support/slow-calendar.ts'

const dates = datesFrom('2007-01-01', '2026-12-31')

function add(date: string, count: number, to: Calendar = calendar): string | undefined {
  const result = addWorkdays(to, day(date), count)
  return result === undefined ? undefined : printCivilDate(result)
}

describe('working days against a slow walk straight from the notices', () => {
  test('every day of 2007–2026', () => {
    expect(dates).toHaveLength(7305)
    const wrong = dates.filter((date) => isWorkday(calendar, day(date)) !== slowIsWorkday(date))
    expect(wrong).toEqual([])
  })

  test.each([1, 5, 20, 45, -1, -7, -30])('adding %i from every day that stays inside', (count) => {
    const inside = dates.filter((date) => date > '2007-03-01' && date < '2026-10-01')
    expect(inside.filter((date) => add(date, count) !== slowAddWorkdays(date, count))).toEqual([])
  })

  test('counting from every tenth day over short and long spans', () => {
    const spans = dates.flatMap((from, i) => [1, 7, 30, 365].map((length) => [from, dates[i + length]] as const))
    const checked = spans.filter((_, i) => i % 10 === 0)
    const wrong = checked.filter(
      ([from, to]) => to !== undefined && countWorkdays(calendar, day(from), day(to)) !== slowCountWorkdays(from, to),
    )
    expect(checked.length).toBeGreaterThan(2900)
    expect(wrong).toEqual([])
  })
})

describe('working days', () => {
  test.each([
    ['2026-02-14', true, 'Saturday worked for the Spring Festival'],
    ['2026-02-15', false, 'day off'],
    ['2024-02-09', true, '除夕 of 2024, which was worked'],
    ['2020-01-31', false, 'extension of the holiday of 2020'],
    ['2020-02-01', false, 'a made-up Saturday that the extension took back'],
    ['2015-09-03', false, 'the anniversary day added in May 2015'],
    ['2018-12-29', true, 'worked by the notice of 2019'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(isWorkday(calendar, day(date))).toBe(expected)
  })

  test('without the amendments, the years stand as first arranged', () => {
    const before = createCalendar({
      notices: NOTICES.filter(({ issuedOn }) => issuedOn === null || issuedOn < '2020-01-26'),
    })
    expect(isWorkday(before, day('2020-01-31'))).toBe(true)
    expect(isWorkday(before, day('2020-02-01'))).toBe(true)
    expect(isWorkday(before, day('2020-01-30'))).toBe(false)
    expect(knownThrough(before)).toBe('2020-12-28')
  })

  test('a regional calendar lies over the notices and makes no year known', () => {
    const guangxi = {
      name: '广西三月三',
      off: ['2021-04-14/2021-04-16'],
      worked: ['2021-04-18'],
    }
    const regional = createCalendar({ overlays: [guangxi] })
    expect(add('2021-04-13', 1)).toBe('2021-04-14')
    expect(add('2021-04-13', 1, regional)).toBe('2021-04-18')
    expect(add('2021-04-18', 1, regional)).toBe('2021-04-19')
    expect(knownThrough(regional)).toBe(knownThrough(calendar))
    // In 2017 Guangxi took back the national make-up day of 1 April.
    const takenBack = createCalendar({ overlays: [{ name: '广西', off: ['2017-04-01'], worked: [] }] })
    expect(isWorkday(calendar, day('2017-04-01'))).toBe(true)
    expect(isWorkday(takenBack, day('2017-04-01'))).toBe(false)
  })

  test('zero adds nothing, not even from a rest day', () => {
    expect(add('2026-10-03', 0)).toBe('2026-10-03')
    expect(countWorkdays(calendar, day('2026-10-03'), day('2026-10-03'))).toBe(0)
  })

  test('counting backward is negative and leaves out the later day', () => {
    expect(countWorkdays(calendar, day('2026-09-30'), day('2026-09-28'))).toBe(-2)
    expect(countWorkdays(calendar, day('2026-09-28'), day('2026-09-30'))).toBe(2)
  })

  test('works far from the published years, in bounded time', () => {
    expect(add('1980-01-01', 20)).toBe('1980-01-29')
    expect(add('2090-01-03', 5)).toBe('2090-01-10')
    expect(add('1980-01-01', 100_000)).toMatch(/^23\d\d-/)
    expect(countWorkdays(calendar, day('0001-01-01'), day('9999-12-31'))).toBeGreaterThan(2_500_000)
    expect(add('9999-12-01', 100)).toBeUndefined()
    expect(add('0001-01-20', -100)).toBeUndefined()
    expect(countWorkdays(calendar, day('2026-01-01'), Number.POSITIVE_INFINITY)).toBeNaN()
    for (const huge of [1e15, -1e15, Number.POSITIVE_INFINITY, Number.NaN])
      expect(add('2026-01-01', huge)).toBeUndefined()
  })

  test('a calendar without notices knows nothing and still answers', () => {
    const empty = createCalendar({ notices: [] })
    expect(knownThrough(empty)).toBeUndefined()
    // Saturday 3 October is made up on Monday.
    expect(add('2026-09-30', 1, empty)).toBe('2026-10-06')
  })

  test('a malformed notice is a broken promise of the calling program', () => {
    expect(() => createCalendar({ overlays: [{ name: '错', off: ['2026-02-30'], worked: [] }] })).toThrow(RangeError)
  })
})
