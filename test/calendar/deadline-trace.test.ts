import { describe, expect, test } from 'vitest'
import { TRACE_WORDS, traceDeadline } from '../../src/calendar/index.ts'
import { calendar, type DeadlineLine, deadlineInput } from '../support/calendar-text.ts'

function trace(line: DeadlineLine) {
  const answer = traceDeadline(deadlineInput(line), calendar)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

function lines(line: DeadlineLine): readonly string[] {
  return trace(line).days.map(({ date, kind, note }) => `${date} ${TRACE_WORDS[kind]} ${note}`.trim())
}

describe('the way to a deadline', () => {
  test('working days, with a holiday, a worked Saturday and a pause', () => {
    const pauses = [{ from: '2026-10-12', to: '2026-10-12' }]
    expect(lines({ from: '2026-09-29', limit: '5个工作日', pauses })).toEqual([
      '2026-09-30 计入 第1个工作日',
      '2026-10-01 放假 2026年放假安排',
      '2026-10-02 放假 2026年放假安排',
      '2026-10-03 放假 2026年放假安排',
      '2026-10-04 放假 2026年放假安排',
      '2026-10-05 放假 2026年放假安排',
      '2026-10-06 放假 2026年放假安排',
      '2026-10-07 放假 2026年放假安排',
      '2026-10-08 计入 第2个工作日',
      '2026-10-09 计入 第3个工作日',
      '2026-10-10 计入 第4个工作日，调休上班（2026年放假安排）',
      '2026-10-11 休息日 星期日',
      '2026-10-12 暂停 不计入期限',
      '2026-10-13 计入 第5个工作日',
    ])
  })

  test('natural days that move', () => {
    expect(lines({ from: '2024-12-30', limit: '2个自然日' })).toEqual([
      '2024-12-31 计入 第1日',
      '2025-01-01 计入 第2日',
      '2025-01-02 顺延 顺延后的到期日',
    ])
    expect(lines({ from: '2026-03-05', limit: '2个自然日' }).slice(-2)).toEqual([
      '2026-03-08 顺延 星期日',
      '2026-03-09 顺延 顺延后的到期日',
    ])
  })

  test('backward, in the order of counting', () => {
    expect(lines({ from: '2026-03-02', limit: '-2个工作日' })).toEqual([
      '2026-03-01 休息日 星期日',
      '2026-02-28 计入 第1个工作日，调休上班（2026年放假安排）',
      '2026-02-27 计入 第2个工作日',
    ])
  })

  test('half a day, at once, and hours', () => {
    expect(lines({ from: '2026-03-02', limit: '1.5个工作日' }).at(-1)).toBe('2026-03-04 计入 第2个工作日，用到0.5日')
    expect(lines({ from: '2026-03-02', limit: '即办' })).toEqual(['2026-03-02 计入 当日'])
    expect(lines({ from: '2026-03-02T10:20:00+08:00', limit: '24小时', profile: '民事诉讼法' })).toEqual([
      '2026-03-02 计入 2026-03-02T11:00:00+08:00起',
      '2026-03-03 计入 2026-03-03T11:00:00+08:00止',
    ])
  })

  test('a forecast holiday says that it is one', () => {
    expect(lines({ from: '2027-09-30', limit: '1个工作日' })[0]).toBe('2027-10-01 放假 按法定节日推算')
  })

  test('the first day of a trademark is on it', () => {
    expect(lines({ from: '2026-03-02', limit: '2个自然日', profile: '注册商标有效期' })).toEqual([
      '2026-03-02 计入 第1日',
      '2026-03-03 计入 第2日',
    ])
  })

  test('a long way keeps its beginning and its end', () => {
    const { days, omitted } = trace({ from: '2007-01-01', limit: '10年' })
    expect(days).toHaveLength(800)
    expect(omitted).toBe(3653 + 2 - 800)
    expect(days[0]).toMatchObject({ date: '2007-01-02', note: '第1日' })
    expect(days.at(-1)).toMatchObject({ date: '2017-01-03', kind: 'rolled' })
    expect(days.at(-3)).toMatchObject({ date: '2017-01-01', note: '第3653日' })
  })

  test('fails as the deadline does', () => {
    const input = deadlineInput({ from: '2026-02-30', limit: '5个工作日' })
    expect(traceDeadline(input, calendar)).toMatchObject({ ok: false, error: { code: 'bad-date' } })
    const open = deadlineInput({ from: '2026-03-02', limit: '5个工作日', pauses: [{ from: '2026-03-03' }] })
    expect(traceDeadline(open, calendar)).toMatchObject({ ok: false, error: { code: 'still-paused' } })
  })
})
