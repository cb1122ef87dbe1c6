import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { LICENSING_LAW } from '../../../src/calendar/profiles.ts'
import { type Clock, PLAIN_CLOCK } from '../../../src/engine/clocks/clock.ts'
import { explainClock } from '../../../src/engine/clocks/explain-clock.ts'
import { readClock } from '../../../src/engine/clocks/read-clock.ts'
import { moment } from '../case/walk.ts'

const calendar = createCalendar()

/** A statutory clock from Monday, 28 September 2026, unless said otherwise. */
function explain(parts: Partial<Clock>, at = '2026-09-30 09:00', days = calendar): string {
  const clock: Clock = {
    ...PLAIN_CLOCK,
    kind: 'statutory',
    limit: { unit: 'workday', amount: '20' },
    profile: LICENSING_LAW,
    start: moment('2026-09-28 10:20'),
    stop: undefined,
    ...parts,
  }
  return explainClock(readClock(clock, { calendar: days, at: moment(at), rules: [], raised: [] }), days)
}

const review = {
  cause: 'procedure',
  name: '专家评审',
  from: moment('2026-10-09 09:00'),
  to: moment('2026-10-26 17:00'),
} as const

test('a due date is explained by what did not count', () => {
  expect(explain({ pauses: [review] }, '2026-10-27 09:00')).toBe(
    '法定时限20个工作日，自2026年9月29日起算，国庆节假期7日、双休日6日不计，专家评审暂停12个工作日，' +
      '应于2026年11月17日前（含当日）作出决定。已用5个工作日，还剩15个工作日。',
  )
})

test('pauses that overlap are counted once, and one that goes on leaves the end open', () => {
  const supplement = {
    cause: 'supplement',
    name: '补正',
    from: moment('2026-10-20 09:00'),
    to: moment('2026-10-28 09:00'),
  } as const
  expect(explain({ pauses: [review, supplement] }, '2026-10-29 09:00')).toContain(
    '专家评审暂停12个工作日，补正又暂停2个工作日，应于2026年11月19日前',
  )
  const inside = { ...supplement, to: moment('2026-10-22 09:00') }
  expect(explain({ pauses: [review, inside] }, '2026-10-29 09:00')).toContain(
    '专家评审暂停12个工作日，补正的时间已经在内，应于2026年11月17日前',
  )
  const { to: _, ...open } = review
  expect(explain({ pauses: [open] }, '2026-10-27 09:00')).toBe(
    '法定时限20个工作日，自2026年9月29日起算，国庆节假期7日不计，专家评审自2026年10月10日起暂停，' +
      '恢复计时以后才有到期日。已用4个工作日，还剩16个工作日。',
  )
})

test('a pause that leaves out no day is not told', () => {
  const holiday = { ...review, name: '补正', from: moment('2026-10-01 09:00'), to: moment('2026-10-05 09:00') }
  expect(explain({ pauses: [holiday] }, '2026-10-27 09:00')).not.toContain('补正')
  expect(explain({ pauses: [holiday, review] }, '2026-10-27 09:00')).toContain('双休日6日不计，专家评审暂停12个工作日')
})

test('natural days and months count rest days, and move over them at the end', () => {
  expect(explain({ limit: { unit: 'calendarDay', amount: '5' } }, '2026-10-01 09:00')).toBe(
    '法定时限5个自然日，自2026年9月29日起算，末日2026年10月3日是休息日，顺延到2026年10月8日，' +
      '应于2026年10月8日前（含当日）作出决定。已用3个自然日，还剩2个自然日。',
  )
  expect(explain({ limit: { unit: 'month', amount: '3' } }, '2026-12-29 09:00')).toBe(
    '法定时限3个月，自2026年9月29日起算，应于2026年12月28日前（含当日）作出决定。已经超期1个自然日。',
  )
})

test('hours and what is done at once are told in their own words', () => {
  expect(explain({ kind: 'step', name: '决定', limit: { unit: 'hour', amount: '4' } }, '2026-09-28 12:40')).toBe(
    '“决定”时限4小时，自2026年9月28日10时20分起算，应于2026年9月28日14时20分前办完。已用2小时20分钟，还剩1小时40分钟。',
  )
  const pauses = [{ ...review, from: moment('2026-09-28 11:20'), to: moment('2026-09-28 12:20') }]
  expect(explain({ limit: { unit: 'hour', amount: '4' }, pauses }, '2026-09-28 12:40')).toContain(
    '专家评审自2026年9月28日11时20分至2026年9月28日12时20分暂停，应于2026年9月28日15时20分前',
  )
  expect(explain({ limit: { unit: 'instant' }, start: moment('2026-10-01 09:00') }, '2026-10-01 10:00')).toBe(
    '法定时限即办，末日2026年10月1日是休息日，顺延到2026年10月8日，应于2026年10月8日前（含当日）作出决定。' +
      '已用0个工作日，还剩0个工作日。',
  )
})

test('extensions, restarts, the end and lateness are told', () => {
  const extensions = [
    { name: '延长办理期限', at: moment('2026-10-20 09:00'), extendBy: { unit: 'workday', amount: '10' } },
  ] as const
  expect(explain({ extensions, restarted: true, stop: moment('2026-11-18 09:00') }, '2026-12-01 09:00')).toBe(
    '法定时限20个工作日，延长办理期限10个工作日，共30个工作日，自2026年9月29日起重新计算，国庆节假期7日、双休日9日不计，' +
      '应于2026年11月13日前（含当日）作出决定。用了33个工作日，超期3个工作日。',
  )
})

test('what is not known is said', () => {
  expect(explain({ limit: undefined, neededFacts: ['核查方式'] })).toBe('法定时限：要知道“核查方式”才能确定。')
  expect(explain({ limit: { unit: 'unlimited' } })).toBe('法定时限：无法定时限。')
  const unknown = explain({ start: moment('2026-12-15 09:00') }, '2027-03-01 09:00')
  expect(unknown).toContain('元旦假期（推算）1日')
  expect(unknown).toMatch(/到期日是暂定的：2027年的放假安排尚未收录.*。$/)
  expect(unknown).not.toContain('超期')
})

test('days off of a place have the name of its calendar', () => {
  const overlays = [{ name: '广西三月三', off: ['2026-10-08/2026-10-09'], worked: [] }]
  expect(explain({}, '2026-09-30 09:00', createCalendar({ overlays }))).toContain(
    '国庆节假期7日、广西三月三2日、双休日',
  )
})
