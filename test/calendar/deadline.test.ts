import { describe, expect, test } from 'vitest'
import { CIVIL_CODE, computeDeadline, createCalendar } from '../../src/calendar/index.ts'
import { calendar, deadline, deadlineError, limit } from '../support/calendar-text.ts'

describe('the legal clock', () => {
  test('a made-up Saturday is no rest day, so nothing moves', () => {
    expect(deadline({ from: '2026-01-30', limit: '15个自然日' }).due).toBe('2026-02-14')
  })

  test('the day after the rest may itself be a made-up Sunday', () => {
    const result = deadline({ from: '2024-01-30', limit: '15个自然日' })
    expect(result).toMatchObject({ nominalDue: '2024-02-14', due: '2024-02-18' })
  })

  test('20 + 10 runs on as 30, without a new first day', () => {
    const extended = deadline({ from: '2026-09-28', limit: '20个工作日', extend: '10个工作日' })
    expect(extended).toEqual(deadline({ from: '2026-09-28', limit: '30个工作日' }))
    expect(extended).toEqual(deadline({ from: '2026-09-28', limit: '20个工作日', extendTo: '30个工作日' }))
  })

  test('hours run from the moment, or leave out the hour begun, and never move', () => {
    const from = '2026-09-30T10:20:00+08:00'
    expect(deadline({ from, limit: '24小时', roll: true }).dueAt).toBe('2026-10-01T10:20:00+08:00')
    expect(deadline({ from, limit: '24小时', profile: '民事诉讼法' }).dueAt).toBe('2026-10-01T11:00:00+08:00')
  })

  test('half a day ends at midday, and two halves are a day', () => {
    expect(deadline({ from: '2026-09-28', limit: '2.5个工作日' })).toMatchObject({ due: '2026-10-08', dayPart: '0.5' })
    const halves = deadline({ from: '2026-09-28', limit: '0.5个工作日', extend: '0.5个工作日' })
    expect(halves).toMatchObject({ due: '2026-09-29', dayPart: '1' })
    expect(deadline({ from: '2026-09-28', limit: '0.5个自然日', extend: '0.75个工作日' })).toMatchObject({
      due: '2026-09-30',
      dayPart: '0.25',
    })
  })

  test('half a natural day that ends on a rest day leaves none of it for working days', () => {
    const result = deadline({ from: '2026-10-02', limit: '0.5个自然日', extend: '0.5个工作日' })
    expect(result).toMatchObject({ due: '2026-10-08', dayPart: '0.5' })
  })

  test('a restart counts anew from its own day', () => {
    const restarted = computeDeadline(
      { from: '2026-09-01', limit: limit('5个工作日'), restartOn: '2026-09-28' },
      calendar,
    )
    expect(restarted).toMatchObject({ value: { due: deadline({ from: '2026-09-28', limit: '5个工作日' }).due } })
  })

  test('a pause that still goes on leaves the deadline open, unless it begins after the end', () => {
    const line = { from: '2026-09-28', limit: '5个工作日' }
    expect(deadlineError({ ...line, pauses: [{ from: '2026-10-10' }] })).toBe('still-paused')
    expect(deadline({ ...line, pauses: [{ from: '2026-10-11' }] }).due).toBe('2026-10-10')
    const hours = { from: '2026-09-28T10:20:00+08:00', limit: '24小时' }
    expect(deadlineError({ ...hours, pauses: [{ from: '2026-09-29' }] })).toBe('still-paused')
    expect(deadline({ ...hours, pauses: [{ from: '2026-09-30' }] }).due).toBe('2026-09-29')
    const days = { from: '2026-03-07', limit: '7个自然日' }
    expect(deadlineError({ ...days, pauses: [{ from: '2026-03-15' }] })).toBe('still-paused')
    expect(deadline({ ...days, pauses: [{ from: '2026-03-15' }], roll: false }).due).toBe('2026-03-14')
  })

  test('an hour limit stands still on paused days', () => {
    const line = { from: '2026-09-28T10:20:00+08:00', limit: '24小时' }
    expect(deadline({ ...line, pauses: [{ from: '2026-09-28', to: '2026-09-28' }] }).dueAt).toBe(
      '2026-09-30T00:00:00+08:00',
    )
  })

  test('the term of a trademark counts its first day and ends the day before', () => {
    const line = { from: '2016-08-28', limit: '10年', profile: '注册商标有效期' }
    expect(deadline(line).due).toBe('2026-08-27')
    expect(deadline({ ...line, from: '2016-02-29' }).due).toBe('2026-02-28')
    expect(deadline({ ...line, limit: '-10个自然日' }).due).toBe('2016-08-19')
  })

  test('roll: true moves what the profile leaves in place, roll: false keeps what it would move', () => {
    const line = { from: '2016-10-04', limit: '10年', profile: '注册商标有效期' }
    expect(deadline(line).due).toBe('2026-10-03')
    expect(deadline({ ...line, roll: true }).due).toBe('2026-10-08')
    expect(deadline({ from: '2026-09-28', limit: '5个自然日', roll: false }).due).toBe('2026-10-03')
  })

  test('names the notices and overlays that decided it', () => {
    const notices = (from: string, text: string) => deadline({ from, limit: text }).notices
    expect(notices('2026-09-28', '20个工作日')).toEqual(['2026'])
    expect(notices('2018-12-20', '6个工作日')).toEqual(['2018'])
    expect(notices('2018-12-20', '7个工作日')).toEqual(['2018', '2019'])
    expect(notices('2025-12-20', '20个工作日')).toEqual(['2025', '2026'])
    expect(notices('2020-01-20', '10个工作日')).toEqual(['2020'])
    // Natural days ask the calendar only about their last day, hours never.
    expect(notices('2025-12-20', '30个自然日')).toEqual(['2026'])
    expect(notices('2026-09-28T10:20:00+08:00', '24小时')).toEqual([])
    const regional = createCalendar({ overlays: [{ name: '广西', off: ['2026-04-20/2026-04-22'], worked: [] }] })
    const asked = (from: string) => computeDeadline({ from, limit: limit('3个工作日') }, regional)
    expect(asked('2026-04-16')).toMatchObject({ value: { due: '2026-04-24', notices: ['2026', '广西'] } })
    expect(asked('2026-04-23')).toMatchObject({ value: { notices: ['2026'] } })
  })
})

describe('what has no deadline is an error as data', () => {
  test.each([
    [{ from: '2026-02-30', limit: '5个工作日' }, 'bad-date'],
    [{ from: '2026-09-28T10:20:00', limit: '24小时' }, 'bad-instant'],
    [{ from: '2026-09-28', limit: '24小时' }, 'bad-instant'],
    [{ from: '2026-09-28', limit: '无法定时限' }, 'no-limit'],
    [{ from: '2026-09-28', limit: '0.5个月' }, 'bad-amount'],
    [{ from: '2026-09-28T10:20:00+08:00', limit: '0.00000001小时' }, 'bad-amount'],
    [{ from: '2026-09-28', limit: `${'9'.repeat(50)}个工作日` }, 'bad-amount'],
    [{ from: '2026-09-28', limit: '0.0000001个工作日' }, 'bad-amount'],
    [{ from: '2026-09-28', limit: '9999999个工作日' }, 'out-of-range'],
    [{ from: '2026-09-28', limit: '-9999999个工作日' }, 'out-of-range'],
    [{ from: '2026-09-28', limit: '9999999个自然日' }, 'out-of-range'],
    [{ from: '2026-09-28', limit: '-9999999个自然日' }, 'out-of-range'],
    [{ from: '2026-09-28', limit: '9999999个月' }, 'out-of-range'],
    [{ from: '2026-09-28', limit: '9999999年' }, 'out-of-range'],
    [{ from: '9999-12-30T10:20:00+08:00', limit: '9999999小时' }, 'out-of-range'],
    [{ from: '2026-09-28', limit: '5个工作日', extend: '-1个工作日' }, 'bad-amount'],
    [{ from: '2026-09-28', limit: '5个工作日', extend: '4小时' }, 'bad-extension'],
    [{ from: '2026-09-28', limit: '-5个工作日', extend: '5个工作日' }, 'bad-extension'],
    [{ from: '2026-09-28', limit: '5个工作日', pauses: [{ from: '2026-10-10', to: '2026-10-09' }] }, 'bad-range'],
    [{ from: '2026-09-28', limit: '5个工作日', pauses: [{ from: '明天' }] }, 'bad-date'],
  ])('%o gives %s', (line, code) => {
    expect(deadlineError(line)).toBe(code)
  })

  test('an amount that is no number', () => {
    const answer = computeDeadline({ from: '2026-09-28', limit: { unit: 'workday', amount: '二十' } }, calendar)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-amount', message: expect.stringContaining('二十') } })
  })
})

describe('days that no notice has settled', () => {
  test('the year after the last notice is forecast and marked', () => {
    const result = deadline({ from: '2026-12-20', limit: '40个工作日' })
    expect(result.provisional).toEqual({
      firstUnknownOn: '2026-12-29',
      because: '2027年的放假安排尚未收录，2026-12-29起按法定节日推算，收录后请重新计算',
    })
    expect(result.notices).toEqual(['2026'])
  })

  test('the forecast leaves out the statutory festivals, made up on weekdays', () => {
    // 2027: New Year's Day is a Friday; 除夕 is Friday 5 February, so 初一 and 初二 are made up on 9 and 10 February.
    expect(deadline({ from: '2026-12-31', limit: '1个工作日' }).due).toBe('2027-01-04')
    expect(deadline({ from: '2027-02-04', limit: '1个工作日' }).due).toBe('2027-02-11')
    expect(deadline({ from: '2050-01-21', limit: '1个工作日' }).due).toBe('2050-01-28')
  })

  test('beyond the table of festivals the reason says what is missing', () => {
    const far = deadline({ from: '2090-01-05', limit: '20个工作日' })
    expect(far.provisional).toMatchObject({ firstUnknownOn: '2090-01-06' })
    expect(far.provisional?.because).toContain('不含农历节日')
    expect(deadline({ from: '1980-01-05', limit: '20个工作日' }).provisional?.firstUnknownOn).toBe('1980-01-06')
  })

  test('what does not rest on unknown days is not marked', () => {
    expect(deadline({ from: '2026-12-21', limit: '5个工作日' }).provisional).toBeUndefined()
    expect(deadline({ from: '2026-12-21', limit: '6个工作日' }).provisional).toBeDefined()
    expect(deadline({ from: '2027-06-01', limit: '30个自然日', roll: false }).provisional).toBeUndefined()
    expect(deadline({ from: '2027-06-01', limit: '30个自然日' }).provisional).toBeDefined()
    expect(deadline({ from: '2027-06-01T08:00:00+08:00', limit: '24小时' }).provisional).toBeUndefined()
    expect(deadline({ from: '2006-12-31', limit: '2个工作日' }).provisional).toBeUndefined()
    expect(deadline({ from: '2006-12-30', limit: '2个工作日' }).provisional?.firstUnknownOn).toBe('2006-12-31')
  })

  test('a new notice settles its year', () => {
    const notice = { year: 2027, issuedOn: '2026-11-20', off: ['2027-01-01/2027-01-03'], worked: [] }
    const input = { from: '2026-12-21', limit: limit('6个工作日') }
    const settled = computeDeadline(input, createCalendar({ notices: [{ ...notice, year: 2026 }, notice] }))
    expect(settled).toMatchObject({ ok: true, value: { due: '2026-12-29' } })
    expect(settled.ok && settled.value.provisional).toBe(undefined)
  })

  test('a gap between two notices is unknown', () => {
    const empty = { issuedOn: null, off: [], worked: [] }
    const gapped = createCalendar({
      notices: [
        { ...empty, year: 2026 },
        { ...empty, year: 2028 },
      ],
    })
    const answer = computeDeadline({ from: '2026-06-01', limit: limit('500个工作日') }, gapped)
    expect(answer).toMatchObject({ value: { provisional: { firstUnknownOn: '2026-12-29' } } })
  })
})

test('the default profile is 民法典', () => {
  const input = { from: '2026-09-28T10:20:00+08:00', limit: limit('24小时') }
  expect(computeDeadline(input, calendar)).toEqual(computeDeadline({ ...input, profile: CIVIL_CODE }, calendar))
})
