import { describe, expect, test } from 'vitest'
import { civilDayAt, parseInstant, printCivilDate, printInstant } from '../../src/calendar/index.ts'

function instant(text: string): number {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

describe('instants', () => {
  test.each([
    ['2026-09-28T10:20:00+08:00', '2026-09-28', '2026-09-28T10:20:00+08:00'],
    ['2026-09-28T10:20+08:00', '2026-09-28', '2026-09-28T10:20:00+08:00'],
    ['2026-09-27T16:00:00Z', '2026-09-28', '2026-09-28T00:00:00+08:00'],
    ['2026-09-27T15:59:59.999Z', '2026-09-27', '2026-09-27T23:59:59.999+08:00'],
    ['2026-09-27T23:30:00-05:30', '2026-09-28', '2026-09-28T13:00:00+08:00'],
    ['1969-12-31T16:00:00Z', '1970-01-01', '1970-01-01T00:00:00+08:00'],
    ['1969-12-31T15:59:59Z', '1969-12-31', '1969-12-31T23:59:59+08:00'],
  ])('%s is %s in Beijing', (text, date, printed) => {
    expect(printCivilDate(civilDayAt(instant(text)))).toBe(date)
    expect(printInstant(instant(text))).toBe(printed)
  })

  test('agrees with Date on what an instant is', () => {
    for (const text of ['2026-09-28T10:20:30.5+08:00', '2024-02-29T23:59:59-11:00', '1980-06-01T00:00:00Z']) {
      expect(instant(text)).toBe(Date.parse(text))
    }
  })

  test.each(['2026-09-28T10:20:00', '2026-09-28 10:20:00+08:00', '2026-09-28T10:20:00+8', 'T', '2026-09-28T1e9:00Z'])(
    '“%s” is not an instant',
    (text) => {
      expect(parseInstant(text)).toMatchObject({ ok: false, error: { code: 'bad-instant' } })
    },
  )

  test.each([
    ['2026-02-30T10:20:00+08:00', 'bad-instant'],
    ['2026-09-28T24:00:00+08:00', 'bad-instant'],
    ['2026-09-28T10:60:00+08:00', 'bad-instant'],
    ['2026-09-28T10:20:60+08:00', 'bad-instant'],
    ['9999-12-31T20:00:00Z', 'bad-instant'],
    ['0001-01-01T00:00:00+09:00', 'bad-instant'],
  ])('%s does not exist', (text, code) => {
    expect(parseInstant(text)).toMatchObject({ ok: false, error: { code } })
  })
})
