import { describe, expect, test } from 'vitest'
import { traceDeadline } from '../../src/calendar/index.ts'
import { calendar, type DeadlineLine, deadlineInput } from '../support/calendar-text.ts'

function trace(line: DeadlineLine) {
  const answer = traceDeadline(deadlineInput(line), calendar)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

/** Each day as: date, what became of it, which of the counted days it is, what says so. */
function lines(line: DeadlineLine): readonly string[] {
  return trace(line).days.map(({ date, kind, number, source, forecast }) =>
    [date, kind, number, source, forecast && 'forecast'].filter((part) => part !== undefined).join(' '),
  )
}

describe('the way to a deadline', () => {
  test('working days, with a holiday, a worked Saturday and a pause', () => {
    const pauses = [{ from: '2026-10-12', to: '2026-10-12' }]
    expect(lines({ from: '2026-09-29', limit: '5个工作日', pauses })).toEqual([
      '2026-09-30 counted 1',
      '2026-10-01 dayOff 2026',
      '2026-10-02 dayOff 2026',
      '2026-10-03 dayOff 2026',
      '2026-10-04 dayOff 2026',
      '2026-10-05 dayOff 2026',
      '2026-10-06 dayOff 2026',
      '2026-10-07 dayOff 2026',
      '2026-10-08 counted 2',
      '2026-10-09 counted 3',
      '2026-10-10 counted 4 2026',
      '2026-10-11 weekend',
      '2026-10-12 paused',
      '2026-10-13 counted 5',
    ])
  })

  test('natural days that move', () => {
    expect(lines({ from: '2024-12-30', limit: '2个自然日' })).toEqual([
      '2024-12-31 counted 1',
      '2025-01-01 counted 2 2025',
      '2025-01-02 rolled',
    ])
    expect(lines({ from: '2026-03-05', limit: '2个自然日' }).slice(-2)).toEqual([
      '2026-03-08 rolled',
      '2026-03-09 rolled',
    ])
  })

  test('backward, in the order of counting', () => {
    expect(lines({ from: '2026-03-02', limit: '-2个工作日' })).toEqual([
      '2026-03-01 weekend',
      '2026-02-28 counted 1 2026',
      '2026-02-27 counted 2',
    ])
  })

  test('an extension in another unit counts its own days', () => {
    const { days } = trace({ from: '2026-03-05', limit: '2个工作日', extend: '2个自然日' })
    expect(days.map(({ kind, unit }) => unit ?? kind)).toEqual([
      'workday',
      'weekend',
      'weekend',
      'workday',
      'calendarDay',
      'calendarDay',
    ])
  })

  test('at once, and hours', () => {
    expect(lines({ from: '2026-03-02', limit: '即办' })).toEqual(['2026-03-02 counted 1'])
    expect(lines({ from: '2026-03-02T10:20:00+08:00', limit: '24小时', profile: '民事诉讼法' })).toEqual([
      '2026-03-02 counted 1',
      '2026-03-03 counted 2',
    ])
  })

  test('a forecast holiday says that it is one', () => {
    expect(lines({ from: '2027-09-30', limit: '1个工作日' })[0]).toBe('2027-10-01 dayOff forecast')
  })

  test('the first day of a trademark is on it', () => {
    expect(lines({ from: '2026-03-02', limit: '2个自然日', profile: '注册商标有效期' })).toEqual([
      '2026-03-02 counted 1',
      '2026-03-03 counted 2',
    ])
  })

  test('a long way keeps its beginning and its end', () => {
    const { days, omitted } = trace({ from: '2007-01-01', limit: '10年' })
    expect(days).toHaveLength(800)
    expect(omitted).toBe(3653 + 2 - 800)
    expect(days[0]).toMatchObject({ date: '2007-01-02', number: 1 })
    expect(days.at(-1)).toMatchObject({ date: '2017-01-03', kind: 'rolled' })
    expect(days.at(-3)).toMatchObject({ date: '2017-01-01', number: 3653 })
  })

  test('fails as the deadline does', () => {
    const input = deadlineInput({ from: '2026-02-30', limit: '5个工作日' })
    expect(traceDeadline(input, calendar)).toMatchObject({ ok: false, error: { code: 'bad-date' } })
    const open = deadlineInput({ from: '2026-03-02', limit: '5个工作日', pauses: [{ from: '2026-03-03' }] })
    expect(traceDeadline(open, calendar)).toMatchObject({ ok: false, error: { code: 'still-paused' } })
  })
})
