import { describe, expect, test } from 'vitest'
import { addMonths, parseCivilDate, printCivilDate } from '../../src/calendar/index.ts'
import { day } from '../support/calendar-text.ts'

describe('civil dates', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-09-28', 20_724],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, number) => {
    expect(parseCivilDate(text)).toEqual({ ok: true, value: number })
    expect(printCivilDate(number)).toBe(text)
  })

  test.each([
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
  ])('%s does not exist', (text) => {
    expect(parseCivilDate(text)).toMatchObject({ ok: false, error: { code: 'bad-date' } })
    expect(parseCivilDate(text)).toMatchObject({ error: { message: expect.stringContaining(text) } })
  })

  test.each([
    '',
    '2026-9-28',
    '2026/09/28',
    '20260928',
    '2026-09-28T00:00:00Z',
    ' 2026-09-28',
    '+2026-09-28',
    '２０２６-09-28',
    '2026年9月28日',
  ])('“%s” is not written as a date', (text) => {
    expect(parseCivilDate(text)).toMatchObject({ ok: false, error: { code: 'bad-date' } })
  })

  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2023-02-28', 1, '2023-03-28'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-01-31', 2, '2023-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-12-31', 0, '2024-12-31'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(printCivilDate(addMonths(day(from), months) ?? Number.NaN)).toBe(expected)
  })

  test('months never lead out of the years 1 to 9999', () => {
    expect(addMonths(day('9999-12-31'), 1)).toBeUndefined()
    expect(addMonths(day('0001-01-31'), -1)).toBeUndefined()
    expect(addMonths(day('2026-01-31'), Number.POSITIVE_INFINITY)).toBeUndefined()
    expect(addMonths(day('2026-01-31'), 1e300)).toBeUndefined()
  })
})
