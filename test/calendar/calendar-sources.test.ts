import { describe, expect, test } from 'vitest'
import { readCalendarSources } from '../../src/calendar/arrangement.ts'
import { addWorkdays, createCalendar, NOTICES, printCivilDate } from '../../src/calendar/index.ts'
import { day } from '../support/calendar-text.ts'

describe('a calendar file', () => {
  test('adds notices and overlays', () => {
    const file = {
      notices: [{ year: 2027, issuedOn: '2026-11-20', off: ['2027-01-01/2027-01-03'], worked: ['2026-12-27'] }],
      overlays: [{ name: '本单位', off: ['2027-01-04'] }],
    }
    const sources = readCalendarSources(file)
    if (!sources.ok) throw new Error(sources.error.message)
    const calendar = createCalendar({
      notices: [...NOTICES, ...sources.value.notices],
      overlays: sources.value.overlays,
    })
    const next = (date: string) => printCivilDate(addWorkdays(calendar, day(date), 1) ?? Number.NaN)
    expect(next('2026-12-26')).toBe('2026-12-27')
    expect(next('2026-12-31')).toBe('2027-01-05')
  })

  test.each([
    [undefined, '应写明'],
    [[], '应写明'],
    [{}, '应写明'],
    [{ notices: {} }, '应为列表'],
    [{ notices: ['2027'] }, '不是对象'],
    [{ notices: [{ off: [] }] }, '年份'],
    [{ notices: [{ year: 2027.5 }] }, '年份'],
    [{ notices: [{ year: 2027, issuedOn: '去年' }] }, '印发日期'],
    [{ notices: [{ year: 2027, off: '2027-01-01' }] }, '2027年放假通知'],
    [{ notices: [{ year: 2027, off: [20270101] }] }, '日期的列表'],
    [{ notices: [{ year: 2027, off: ['2027-02-30'] }] }, '2027-02-30'],
    [{ notices: [{ year: 2027, off: ['2027-01-03/2027-01-01'] }] }, '止日2027-01-01早于起日2027-01-03'],
    [{ notices: [{ year: 2027, off: ['2027-01-01/02/03'] }] }, '2027年放假通知'],
    [{ notices: [{ year: 2027, worked: ['2027-01-03/明天'] }] }, '明天'],
    [{ overlays: [{ off: [] }] }, '名称'],
    [{ overlays: [{ name: '', off: [] }] }, '名称'],
  ])('%o is refused', (json, message) => {
    expect(readCalendarSources(json)).toMatchObject({
      ok: false,
      error: { code: 'bad-calendar', message: expect.stringContaining(message) },
    })
  })
})
