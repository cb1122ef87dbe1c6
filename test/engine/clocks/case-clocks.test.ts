import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { readClocks } from '../../../src/engine/clocks/read-clocks.ts'
import { complete } from '../case/food-licence.ts'
import { APPLICANT, defineMatter, moment, SYSTEM, walk } from '../case/walk.ts'
import { accepted, amountOf, applied, clockOf, decided, OFFICE, supply } from './water-permit.ts'

test('20 working days run from the day after acceptance, over National Day', () => {
  const statutory = clockOf(accepted(), '2026-10-09 15:00', 'statutory')
  expect(statutory).toMatchObject({
    state: 'running',
    due: { date: '2026-10-30' },
    total: { unit: 'workday', amount: '20' },
    // 29 and 30 September, 8 October and the day under way.
    used: { unit: 'workday', amount: '4' },
    left: { unit: 'workday', amount: '16' },
    overdue: false,
  })
  expect(statutory.due?.provisional).toBeUndefined()
})

test('time for an expert review is in no main clock, and in none of an open step', () => {
  const water = accepted()
  water.at('2026-10-09 09:00').do({ kind: 'startProcedure', procedure: '专家评审' })
  expect(clockOf(water, '2026-10-20 09:00', 'statutory')).toMatchObject({
    state: 'paused',
    used: { amount: '4' },
    noDue: { code: 'still-paused' },
  })
  expect(clockOf(water, '2026-10-20 09:00', 'procedure')).toMatchObject({
    state: 'running',
    due: { date: '2026-11-05' },
    used: { amount: '8' },
  })
  water.at('2026-10-27 17:00').do({ kind: 'endProcedure', procedure: '专家评审' })
  // 10 to 27 October: 13 working days.
  for (const [kind, due] of [
    ['statutory', '2026-11-18'],
    ['promised', '2026-11-11'],
  ] as const) {
    const clock = clockOf(water, '2026-10-28 09:00', kind)
    expect(clock).toMatchObject({ state: 'running', used: { amount: '5' }, due: { date: due } })
    expect(clock.pauses).toEqual([{ cause: 'procedure', name: '专家评审', from: '2026-10-10', to: '2026-10-27' }])
  }
  expect(clockOf(water, '2026-10-28 09:00', 'step', '技术审查').due?.date).toBe('2026-10-29')
  expect(clockOf(water, '2026-10-28 09:00', 'procedure')).toMatchObject({ state: 'stopped', used: { amount: '13' } })
})

test('the promise of the day of acceptance counts, also after a later one came into force', () => {
  const water = accepted()
  expect(clockOf(water, '2026-10-12 09:00', 'promised').limit).toEqual({ unit: 'workday', amount: '15' })
  const later = applied()
  later.at('2026-10-08 09:00').do({ kind: 'accept' })
  expect(clockOf(later, '2026-10-12 09:00', 'promised')).toMatchObject({
    limit: { unit: 'workday', amount: '12' },
    due: { date: '2026-10-23' },
  })
})

test('a step has the limit of its situation, from when the case came to it', () => {
  const small = clockOf(accepted(), '2026-09-28 10:00', 'step', '技术审查')
  expect(small).toMatchObject({ limit: { amount: '6' }, due: { date: '2026-10-12' }, used: { amount: '0' } })
  // By its name and not its node, which is another in another version of the matter.
  expect(small.id).toBe('step/技术审查/2026-09-28T09:30:00+08:00')
  const large = accepted(undefined, {})
  expect(clockOf(large, '2026-09-28 10:00', 'step', '技术审查').neededFacts).toEqual(['年取水量'])
  large
    .at('2026-09-28 11:00')
    .as(APPLICANT)
    .do({ kind: 'provideFacts', facts: amountOf('1000000') })
  expect(clockOf(large, '2026-09-28 12:00', 'step', '技术审查').limit).toEqual({ unit: 'workday', amount: '10' })
})

test('a supplement that is 暂停 stops the clocks, one that is 重新计算 lets them begin anew', () => {
  const paused = applied()
  paused.at('2026-09-28 09:00').do({ kind: 'requestSupplement', name: '一次性告知补正', missing: ['取水许可申请书'] })
  expect(clockOf(paused, '2026-09-29 09:00', 'notice')).toMatchObject({ state: 'stopped', used: { amount: '1' } })
  expect(clockOf(paused, '2026-09-29 09:00', 'supplement')).toMatchObject({ due: { date: '2026-10-16' } })
  expect(clockOf(paused, '2026-09-29 09:00', 'step', '受理')).toMatchObject({ state: 'paused', left: { amount: '0' } })
  supply(paused, '2026-10-09 16:00', '取水许可申请书')
  // Whoever has everything must say within five working days whether the case is accepted.
  expect(clockOf(paused, '2026-10-10 09:00', 'notice')).toMatchObject({ state: 'running', due: { date: '2026-10-15' } })

  const anew = accepted()
  anew.at('2026-10-09 10:00').do({ kind: 'requestSupplement', name: '论证报告修改', missing: ['水资源论证报告'] })
  expect(clockOf(anew, '2026-10-12 10:00', 'statutory')).toMatchObject({ state: 'paused', used: { amount: '4' } })
  supply(anew, '2026-10-14 10:00', '水资源论证报告')
  expect(clockOf(anew, '2026-10-15 10:00', 'statutory')).toMatchObject({
    restarted: true,
    used: { amount: '1' },
    due: { date: '2026-11-11' },
  })
})

test('延长 adds and 延长至 sets, for the statutory limit and the promise', () => {
  const water = accepted()
  water.at('2026-10-12 09:00').do({ kind: 'extend', name: '延长办理期限', reason: '情况复杂' })
  expect(clockOf(water, '2026-10-12 09:00', 'statutory')).toMatchObject({
    total: { amount: '30' },
    due: { date: '2026-11-13' },
  })
  expect(clockOf(water, '2026-10-12 09:00', 'promised').total).toEqual({ unit: 'workday', amount: '25' })
  water.at('2026-10-13 09:00').do({ kind: 'extend', name: '重大项目延长', reason: '重大项目' })
  expect(clockOf(water, '2026-10-13 09:00', 'statutory')).toMatchObject({
    total: { amount: '45' },
    due: { date: '2026-12-04' },
  })
})

test('the statutory clock stops with the decision, the promise with the result, and delivery has ten working days', () => {
  const water = decided('2026-10-12')
  expect(clockOf(water, '2026-10-20 09:00', 'statutory')).toMatchObject({ state: 'stopped', used: { amount: '6' } })
  // 制证送达 has a clock of its own, so the promise is kept with the decision.
  expect(clockOf(water, '2026-10-20 09:00', 'promised')).toMatchObject({ state: 'stopped', used: { amount: '6' } })
  expect(clockOf(water, '2026-10-20 09:00', 'delivery')).toMatchObject({
    state: 'running',
    due: { date: '2026-10-26' },
    source: { articles: [{ article: 44 }] },
  })
  complete(water.at('2026-10-21 09:00'), OFFICE, '制证送达')
  expect(clockOf(water, '2026-11-20 09:00', 'delivery')).toMatchObject({
    state: 'stopped',
    used: { amount: '7' },
    overdue: false,
  })
})

test('hours run from the stated moment, day and night, and stand still to the minute', () => {
  const water = accepted()
  complete(water.at('2026-10-12 09:00'), OFFICE, '技术审查')
  expect(clockOf(water, '2026-10-12 11:20', 'step', '决定')).toMatchObject({
    due: { date: '2026-10-12', at: '2026-10-12T13:00:00+08:00' },
    used: { unit: 'hour', amount: '7/3' },
    left: { unit: 'hour', amount: '5/3' },
  })
  water.at('2026-10-12 10:30').do({ kind: 'startProcedure', procedure: '专家评审' })
  water.at('2026-10-13 09:30').do({ kind: 'endProcedure', procedure: '专家评审' })
  const decision = clockOf(water, '2026-10-13 12:00', 'step', '决定')
  expect(decision).toMatchObject({ due: { at: '2026-10-13T12:00:00+08:00' }, left: { amount: '0' }, overdue: false })
  expect(clockOf(water, '2026-10-13 12:01', 'step', '决定').overdue).toBe(true)
})

test('what was deferred is due by itself, and only as long as it is missing', () => {
  const water = accepted()
  expect(clockOf(water, '2026-09-30 09:00', 'deferral', '水资源论证报告').due?.date).toBe('2026-10-08')
  water.at('2026-09-30 10:00').as(APPLICANT)
  water.do({ kind: 'provideMaterials', materials: [{ name: '水资源论证报告' }] })
  expect(() => clockOf(water, '2026-09-30 11:00', 'deferral')).toThrow('0 clocks')
})

test('a step that is sent back counts anew', () => {
  const water = accepted()
  complete(water.at('2026-10-12 09:00'), OFFICE, '技术审查')
  water.at('2026-10-12 10:00').do({ kind: 'returnTo', step: '技术审查', reason: '数据有误' })
  expect(clockOf(water, '2026-10-12 11:00', 'step', '技术审查')).toMatchObject({
    used: { amount: '0' },
    due: { date: '2026-10-20' },
  })
  expect(clockOf(water, '2026-10-12 11:00', 'statutory').used?.amount).toBe('6')
})

test('起算 moves the start: to the application, or to the decision for what follows it', () => {
  const certificate = defineMatter(`语言版本：1
事项：资格确认
事项类型：行政确认
依据：《示例资格管理办法》第六条
办理环节：
  环节：受理
    角色：窗口人员
  环节：决定
    角色：局领导
  环节：制证
    角色：窗口人员
    产出：资格证书
法定时限：20个工作日
  起算：作出决定之日的次日
承诺时限：15个自然日
  起算：收到申请之日的次日
渠道：窗口办理
结果：资格证书
  类型：证照
`)
  const confirmed = walk(certificate)
  confirmed.at('2026-10-12 09:00').do({ kind: 'submit' })
  const read = (at: string) =>
    readClocks(certificate, confirmed.state, createCalendar(), moment(at)).map(({ kind, state, used, due }) => ({
      kind,
      state,
      used: used?.amount,
      due: due?.date,
    }))
  expect(read('2026-10-13 09:00')).toEqual([{ kind: 'promised', state: 'running', used: '1', due: '2026-10-27' }])
  confirmed.as(OFFICE).at('2026-10-14 09:00').do({ kind: 'accept' })
  complete(confirmed.at('2026-10-15 09:00'), OFFICE, '决定')
  expect(read('2026-10-16 09:00')).toEqual([
    { kind: 'statutory', state: 'running', used: '1', due: '2026-11-12' },
    { kind: 'promised', state: 'running', used: '4', due: '2026-10-27' },
  ])
  complete(confirmed.at('2026-10-19 09:00'), OFFICE, '制证')
  expect(read('2026-10-30 09:00')).toEqual([
    { kind: 'statutory', state: 'stopped', used: '2', due: '2026-11-12' },
    { kind: 'promised', state: 'stopped', used: '7', due: '2026-10-27' },
  ])
})

function withReview(clock: string) {
  const definition = defineMatter(`语言版本：1
事项：树木移植许可
办件类型：承诺件
办理环节：
  环节：审查
  环节：决定
特别程序：专家评审
  位置：审查期间
  时限：3个工作日
  计时：${clock}
`)
  const trees = walk(definition)
  trees.at('2026-03-02 09:00').as(APPLICANT).do({ kind: 'submit' })
  const clocks = (at: string) =>
    readClocks(definition, trees.state, createCalendar(), moment(at)).filter(({ kind }) => kind === 'procedure')
  return { trees: trees.as(OFFICE), clocks }
}

test.each(['不计入', '暂停', '另计', '重新计算'])(
  'a procedure with a place and %s has no clock, alert or due date until it is started',
  (clock) => {
    const { trees, clocks } = withReview(clock)
    expect(clocks('2026-03-20 09:00')).toEqual([])
    expect(trees.at('2026-03-20 09:00').as(SYSTEM).refuses({ kind: 'tick' }).code).toBe('nothing-due')
    trees.as(OFFICE).do({ kind: 'startProcedure', procedure: '专家评审' })
    expect(clocks('2026-03-23 09:00')).toMatchObject([
      { start: moment('2026-03-20 09:00'), state: 'running', due: { date: '2026-03-25' }, overdue: false },
    ])
    trees.at('2026-03-24 09:00').do({ kind: 'endProcedure', procedure: '专家评审' })
    expect(clocks('2026-03-30 09:00')).toMatchObject([{ state: 'stopped', used: { amount: '2' } }])
  },
)

test('a procedure that nobody started has no clock once the case has ended either', () => {
  const { trees, clocks } = withReview('不计入')
  trees.at('2026-03-20 09:00').do({ kind: 'terminate', reason: '申请人死亡' })
  expect(clocks('2026-03-23 09:00')).toEqual([])
})

test('a procedure with a place that counts runs like a step, from when the case came to it', () => {
  const { clocks } = withReview('计入')
  expect(clocks('2026-03-20 09:00')).toMatchObject([{ due: { date: '2026-03-05' }, overdue: true }])
})
