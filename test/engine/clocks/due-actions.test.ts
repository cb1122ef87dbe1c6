import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { printInstant } from '../../../src/calendar/instant.ts'
import { NOTICES } from '../../../src/calendar/notices.ts'
import type { AlertRule } from '../../../src/engine/clocks/alert-rule.ts'
import { due } from '../../../src/engine/clocks/due.ts'
import { dueActions, nextWake } from '../../../src/engine/clocks/due-actions.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/engine/context.ts'
import { complete } from '../case/food-licence.ts'
import { APPLICANT, defineMatter, moment, QUIET, SYSTEM, staff, type Walk, walk } from '../case/walk.ts'
import { accepted, applied, clockOf, decided, OFFICE, supply, WATER_PERMIT } from './water-permit.ts'

const calendar = createCalendar()

function next(water: Walk, policy: Policy = DEFAULT_POLICY) {
  const action = dueActions(water.definition, water.state, calendar, policy)
  return action && { ...action, moment: printInstant(action.moment).slice(0, 16) }
}

function wake(water: Walk, policy: Policy = DEFAULT_POLICY): string | undefined {
  const at = nextWake(water.definition, water.state, calendar, policy)
  return at === undefined ? undefined : printInstant(at).slice(0, 16)
}

function tick(water: Walk, at: string) {
  return water.at(at).as(SYSTEM).do({ kind: 'tick' })
}

test('who is told nothing within five working days is accepted, as of the day of receipt', () => {
  const water = applied(QUIET)
  expect(next(water, QUIET)).toEqual({ kind: 'deemedAcceptance', moment: '2026-10-10T00:00', acceptedOn: '2026-09-24' })
  water.at('2026-10-09 23:59').as(SYSTEM)
  expect(water.refuses({ kind: 'tick' }).code).toBe('nothing-due')
  tick(water, '2026-10-12 08:00')
  expect(water.last('accepted')).toMatchObject({
    how: 'deemed',
    acceptedOn: '2026-09-24',
    at: moment('2026-10-10 00:00'),
  })
  // 28, 29, 30 September, 8, 9 and 10 October were part of the 20 days all the same.
  expect(clockOf(water, '2026-10-10 09:00', 'statutory')).toMatchObject({
    used: { amount: '6' },
    due: { date: '2026-10-29' },
  })
})

test('after a supplement the day on which it came counts as the day of receipt', () => {
  const water = applied(QUIET)
  water.at('2026-09-28 09:00').do({ kind: 'requestSupplement', name: '一次性告知补正', missing: ['取水许可申请书'] })
  supply(water, '2026-10-09 16:00', '取水许可申请书')
  expect(next(water, QUIET)).toMatchObject({ kind: 'deemedAcceptance', acceptedOn: '2026-10-09' })
  tick(water, '2026-10-20 08:00')
  expect(water.last('accepted')).toMatchObject({
    how: 'deemed',
    acceptedOn: '2026-10-09',
    at: moment('2026-10-16 00:00'),
  })
  expect(clockOf(water, '2026-10-20 09:00', 'statutory').start).toBe(moment('2026-10-09 16:00'))
})

test('a supplement that does not come has the consequence that the matter states, at its moment', () => {
  const withdrawn = applied(QUIET)
  withdrawn
    .at('2026-09-28 09:00')
    .do({ kind: 'requestSupplement', name: '一次性告知补正', missing: ['取水许可申请书'] })
  expect(next(withdrawn, QUIET)).toEqual({
    kind: 'supplementOverdue',
    moment: '2026-10-17T00:00',
    name: '一次性告知补正',
    effect: 'withdraw',
  })
  tick(withdrawn, '2026-11-30 08:00')
  expect(withdrawn.state).toMatchObject({ ending: 'withdrawn', ledger: { endedAt: moment('2026-10-17 00:00') } })
  expect(wake(withdrawn, QUIET)).toBeUndefined()

  const goesOn = accepted(QUIET)
  goesOn.at('2026-10-09 10:00').do({ kind: 'requestSupplement', name: '论证报告修改', missing: ['水资源论证报告'] })
  tick(goesOn, '2026-10-24 08:00')
  expect(goesOn.last('supplementLapsed')).toMatchObject({ at: moment('2026-10-23 00:00') })
  // What was asked for did not come, so the count goes on where it stood.
  expect(clockOf(goesOn, '2026-10-26 09:00', 'statutory')).toMatchObject({ state: 'running', used: { amount: '5' } })
})

test('yellow comes with the last working day but one or at 90 %, red when the limit has run out, a step as well', () => {
  const water = accepted()
  const alerts = () =>
    water.events.flatMap((event) =>
      event.kind === 'alerted'
        ? [`${event.clock.split('/')[0]} ${event.level} ${printInstant(event.at).slice(0, 16)}`]
        : [],
    )
  const before = alerts().length
  expect(next(water)).toMatchObject({ kind: 'alert', level: 'yellow', moment: '2026-10-10T00:00', dueOn: '2026-10-12' })
  tick(water, '2026-11-05 09:00')
  expect(alerts().slice(before)).toEqual([
    'step yellow 2026-10-10T00:00',
    'step red 2026-10-13T00:00',
    'promised yellow 2026-10-22T00:00',
    'promised red 2026-10-24T00:00',
    'statutory yellow 2026-10-28T00:00',
    'statutory red 2026-10-31T00:00',
  ])
  expect(wake(water)).toBeUndefined()
  expect(clockOf(water, '2026-11-05 09:00', 'statutory')).toMatchObject({
    overdue: true,
    left: { amount: '-4' },
    alerts: [
      { level: 'yellow', raised: true },
      { level: 'red', raised: true },
    ],
  })
})

test('who is granted more time is warned again before it runs out', () => {
  const water = accepted()
  tick(water, '2026-10-28 09:00')
  expect(water.last('alerted')).toMatchObject({ level: 'yellow', dueOn: '2026-10-30' })
  water.as(OFFICE).do({ kind: 'extend', name: '延长办理期限', reason: '情况复杂' })
  tick(water, '2026-12-31 09:00')
  const statutory = water.events.filter((event) => event.kind === 'alerted' && event.clock.startsWith('statutory'))
  expect(statutory).toMatchObject([
    { level: 'yellow', dueOn: '2026-10-30' },
    { level: 'yellow', dueOn: '2026-11-13', at: moment('2026-11-10 00:00') },
    { level: 'red', dueOn: '2026-11-13', at: moment('2026-11-14 00:00') },
  ])
})

test('the rules of alerts are the supervisor’s own', () => {
  const rule = (scope: AlertRule['scope'], level: AlertRule['level'], when: AlertRule['when']) => ({
    scope,
    level,
    when,
  })
  const policy: Policy = {
    ...QUIET,
    alerts: [
      rule('total', 'yellow', { kind: 'left', workdays: '5' }),
      rule('total', 'yellow', { kind: 'used', percent: '50' }),
      rule('total', 'red', { kind: 'overdue', workdays: '3' }),
    ],
  }
  const water = accepted(policy)
  const [, promised] = due(water.definition, water.state, calendar, policy).filter(({ kind }) => kind !== 'step')
  expect(promised).toMatchObject({
    kind: 'promised',
    date: '2026-10-23',
    alerts: [
      { level: 'yellow', at: moment('2026-10-14 00:00') },
      { level: 'red', at: moment('2026-10-28 00:00') },
    ],
  })
  expect(next(water, policy)).toMatchObject({ level: 'yellow', moment: '2026-10-14T00:00' })
  expect(() => next(water, { ...policy, alerts: [rule('total', 'red', { kind: 'left', workdays: '三' })] })).toThrow(
    RangeError,
  )
})

test('delivery is watched after the decision, and no longer when the step of it is done', () => {
  const water = decided('2026-10-12')
  expect(wake(water)).toBe('2026-10-13T00:00')
  complete(water.at('2026-10-12 15:00'), OFFICE, '制证送达')
  expect(clockOf(water, '2026-10-13 09:00', 'delivery').state).toBe('stopped')
  expect(wake(water)).toBeUndefined()
})

test('what rests on days that no notice has settled makes nobody overdue, and is looked at again every day', () => {
  const water = walk(WATER_PERMIT, { policy: DEFAULT_POLICY })
  water.at('2026-12-10 10:00').do({
    kind: 'submit',
    facts: { 年取水量: { kind: 'number', amount: '300000' } },
    materials: [{ name: '取水许可申请书' }],
  })
  water.at('2026-12-14 08:30').as(OFFICE).do({ kind: 'accept' })
  complete(water.at('2026-12-14 09:00'), OFFICE, '技术审查')
  const { definition, state } = water
  const statutory = clockOf(water, '2027-06-01 09:00', 'statutory')
  expect(statutory).toMatchObject({
    overdue: false,
    due: { date: '2027-01-12', provisional: { firstUnknownOn: '2026-12-29' } },
  })
  const quietSteps: Policy = { ...QUIET, alerts: DEFAULT_POLICY.alerts.filter(({ scope }) => scope === 'total') }
  expect(dueActions(definition, state, calendar, quietSteps)).toBeUndefined()
  const firstLook = nextWake(definition, state, calendar, quietSteps)
  expect(firstLook).toBe(moment('2026-12-29 00:00'))
  expect(nextWake(definition, state, calendar, quietSteps, moment('2027-01-04 08:00'))).toBe(moment('2027-01-05 00:00'))

  // Once the notice is there, the same case is due on the dates that it settles.
  const notice = { year: 2027, issuedOn: '2026-11-05', off: ['2027-01-01/2027-01-03'], worked: [] }
  const settled = createCalendar({ notices: [...NOTICES, notice] })
  expect(dueActions(definition, state, settled, quietSteps)).toMatchObject({
    kind: 'alert',
    moment: moment('2026-12-29 00:00'),
  })
})

test('a timer of 400 days neither fires early nor vanishes', () => {
  const lake = defineMatter(`语言版本：1
事项：湖泊占用许可
事项类型：其他行政权力
依据：《示例市湖泊保护条例》第八条
办理环节：
  环节：受理
    角色：窗口人员
  环节：生态修复
    角色：水务科
    时限：400个自然日
  环节：决定
    角色：水务科
    产出：占用许可决定书
法定时限：2年
承诺时限：500个自然日
渠道：窗口办理
结果：占用许可决定书
  类型：文书
`)
  const case400 = walk(lake, { policy: DEFAULT_POLICY })
  case400.at('2024-03-01 10:00').as(APPLICANT).do({ kind: 'submit' })
  case400.at('2024-03-01 11:00').as(staff('窗口人员')).do({ kind: 'accept' })
  const staysQuiet = (...early: readonly string[]) => {
    for (const at of early) expect(case400.at(at).as(SYSTEM).refuses({ kind: 'tick' }).code).toBe('nothing-due')
  }
  expect(next(case400)).toMatchObject({ level: 'yellow', moment: '2025-02-24T00:00' })
  // 24.8 days after the start the timers of JavaScript overflow.
  staysQuiet('2024-03-26 07:31', '2024-06-01 00:00', '2025-02-23 23:59')
  tick(case400, '2025-02-24 00:00')
  // Day 400, 5 April 2025, is a Saturday in the days off of 清明节.
  expect(next(case400)).toMatchObject({ level: 'red', moment: '2025-04-08T00:00', dueOn: '2025-04-07' })
  staysQuiet('2025-04-05 00:00', '2025-04-07 23:59')
  tick(case400, '2025-04-08 00:00')
  expect(case400.last('alerted')).toMatchObject({ level: 'red', at: moment('2025-04-08 00:00') })
})
