import { expect, test } from 'vitest'
import { createCalendar, traceDeadline } from '../../src/calendar/index.ts'
import { describeTraceDay } from '../../src/render/trace-note.ts'
import { type DeadlineLine, deadline, deadlineInput } from '../support/calendar-text.ts'

const regional = createCalendar({ overlays: [{ name: '广西三月三', off: ['2026-04-20'], worked: ['2026-04-26'] }] })

function notes(line: DeadlineLine, calendar = createCalendar()): readonly string[] {
  const answer = traceDeadline(deadlineInput(line), calendar)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.days.map((day) => describeTraceDay(day, deadline(line).due))
}

test('every day says why it counted or did not', () => {
  const pauses = [{ from: '2026-10-09', to: '2026-10-09' }]
  expect(notes({ from: '2026-10-06', limit: '3个工作日', pauses })).toEqual([
    '2026年放假安排',
    '第1个工作日',
    '不计入期限',
    '第2个工作日，调休上班（2026年放假安排）',
    '星期日',
    '第3个工作日',
  ])
  expect(notes({ from: '2026-10-06', limit: '3个工作日' }, regional)).toHaveLength(4)
  expect(notes({ from: '2026-04-24', limit: '1个工作日' }, regional)).toEqual([
    '星期六',
    '第1个工作日，调休上班（广西三月三）',
  ])
  expect(notes({ from: '2026-04-17', limit: '1个工作日' }, regional)).toEqual([
    '星期六',
    '星期日',
    '广西三月三',
    '第1个工作日',
  ])
})

test('natural days, a move and a forecast', () => {
  expect(notes({ from: '2026-03-05', limit: '2个自然日' })).toEqual(['第1日', '第2日', '星期日', '顺延后的到期日'])
  expect(notes({ from: '2027-09-30', limit: '1个自然日' }).slice(0, 3)).toEqual([
    '第1日',
    '按法定节日推算',
    '按法定节日推算',
  ])
})
