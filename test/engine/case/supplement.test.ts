import { describe, expect, test } from 'vitest'
import { FOOD_LICENCE, PAPERS, SUBMIT, submitted, WINDOW } from './food-licence.ts'
import {
  accepted as acceptedHygiene,
  WINDOW as HYGIENE_WINDOW,
  OFFICER,
  submitted as submittedHygiene,
} from './hygiene-licence.ts'
import { APPLICANT, factsOf, moment, SYSTEM } from './walk.ts'

const LAYOUT = '与食品经营相适应的主要设备设施、经营布局、操作流程等文件'
const PREMISES = '经营场所合法使用证明'

/** Submitted without the layout and the lease, of which the window told the applicant on Wednesday. */
function asked() {
  const materials = PAPERS.filter(({ name }) => name !== LAYOUT && name !== '房屋租赁合同')
  const food = submitted({ command: { ...SUBMIT, materials } })
  food
    .at('2025-03-05 10:00')
    .as(WINDOW)
    .do({ kind: 'requestSupplement', missing: [LAYOUT, PREMISES] })
  return food
}

describe('a supplement', () => {
  test('is asked for once, with all that is missing', () => {
    const food = asked()
    expect(food.state).toMatchObject({
      status: 'supplementing',
      supplement: { name: '一次性告知补正', missing: [LAYOUT, PREMISES], clock: 'paused' },
      supplementCounts: { 一次性告知补正: 1 },
    })
    const supplied = food.at('2025-03-06 09:00').as(APPLICANT)
    supplied.do({ kind: 'supplement', materials: [{ name: LAYOUT }, { name: '不动产权证书' }] })
    expect(food.state.status).toBe('received')
    expect(food.state.supplement).toBeUndefined()
    food.as(WINDOW)
    expect(food.refuses({ kind: 'requestSupplement', missing: [LAYOUT] }).code).toBe('too-often')
    food.do({ kind: 'accept' })
  })

  test('is handed in as a whole, however it comes together', () => {
    const food = asked().at('2025-03-06 09:00').as(APPLICANT)
    expect(food.refuses({ kind: 'supplement', materials: [{ name: LAYOUT }] })).toMatchObject({
      code: 'missing-material',
      names: [PREMISES],
    })
    food.do({ kind: 'provideMaterials', materials: [{ name: LAYOUT }] })
    food.do({ kind: 'supplement', materials: [{ name: '房屋租赁合同' }] })
    expect(food.state.status).toBe('received')
  })

  test('holds everything else while it is open', () => {
    const food = asked()
    expect(food.refuses({ kind: 'accept' }).code).toBe('wrong-status')
    expect(food.refuses({ kind: 'requestSupplement', missing: [LAYOUT] }).code).toBe('wrong-status')
    expect(food.state.status).toBe('supplementing')
  })

  test('lets the applicant answer anew what was asked for, and nothing else', () => {
    const food = submitted()
    food
      .at('2025-03-05 10:00')
      .as(WINDOW)
      .do({ kind: 'requestSupplement', missing: ['经营面积'] })
    food.as(APPLICANT)
    const otherKind = factsOf(FOOD_LICENCE, { 经营面积: 90, 主体业态: '单位食堂' })
    expect(food.refuses({ kind: 'supplement', facts: otherKind })).toMatchObject({
      code: 'fact-known',
      names: ['主体业态'],
    })
    food.do({ kind: 'supplement', facts: factsOf(FOOD_LICENCE, { 经营面积: 90 }) })
    expect(food.state.facts['经营面积']).toEqual({ kind: 'number', amount: '90' })
  })

  test('asks only for what the matter asks of the applicant', () => {
    const food = submitted().at('2025-03-05 10:00').as(WINDOW)
    const missing = ['审查结论', '健康证明']
    expect(food.refuses({ kind: 'requestSupplement', missing })).toMatchObject({
      code: 'unknown-material',
      names: missing,
    })
    expect(food.refuses({ kind: 'requestSupplement', missing: [] }).code).toBe('bad-command')
    expect(food.refuses({ kind: 'requestSupplement', name: '再次补正', missing: [LAYOUT] }).code).toBe('no-supplement')
  })

  test('may be asked of a step under way, where the matter says so', () => {
    const hygiene = acceptedHygiene()
    hygiene.at('2025-03-05 10:00').as(OFFICER)
    hygiene.do({ kind: 'requestSupplement', missing: ['卫生许可申请表'] })
    expect(hygiene.last('supplementRequested')).toMatchObject({ name: '审查补正', clock: 'paused' })
    expect(hygiene.state.ledger.pauses).toEqual([
      { cause: 'supplement', name: '审查补正', from: moment('2025-03-05 10:00') },
    ])
    hygiene.at('2025-03-06 10:00').as(APPLICANT).do({ kind: 'supplement' })
    expect(hygiene.state.status).toBe('accepted')
    expect(hygiene.state.ledger.pauses).toMatchObject([{ to: moment('2025-03-06 10:00') }])
    // A second time, by the matter's own count.
    hygiene.as(OFFICER).do({ kind: 'requestSupplement', name: '审查补正', missing: ['卫生许可申请表'] })
    hygiene.as(HYGIENE_WINDOW)
    expect(hygiene.refuses({ kind: 'requestSupplement', name: '申请材料补正', missing: ['卫生许可申请表'] }).code).toBe(
      'wrong-status',
    )
  })

  test('can begin the count anew', () => {
    const hygiene = submittedHygiene()
    hygiene.at('2025-03-04 10:00').as(HYGIENE_WINDOW)
    hygiene.do({ kind: 'requestSupplement', missing: ['卫生许可申请表'] })
    expect(hygiene.state.ledger.noticeAt).toBe(moment('2025-03-04 10:00'))
    hygiene
      .at('2025-03-06 10:00')
      .as(APPLICANT)
      .do({ kind: 'supplement', materials: [{ name: '卫生许可申请表' }] })
    expect(hygiene.state.ledger).toMatchObject({
      suppliedAt: moment('2025-03-06 10:00'),
      restartedAt: moment('2025-03-06 10:00'),
    })
  })
})

describe('a supplement that does not come', () => {
  test('ends the case where 逾期 says so, at the moment the time was over', () => {
    const food = asked()
    // 15 working days from 6 March end on 26 March.
    expect(food.at('2025-03-26 23:59').as(SYSTEM).refuses({ kind: 'tick' }).code).toBe('nothing-due')
    expect(food.at('2025-04-10 12:00').as(APPLICANT).refuses({ kind: 'supplement' }).code).toBe('ended')
    expect(food.state.status).toBe('supplementing')
    food.as(SYSTEM).do({ kind: 'tick' })
    expect(food.last('terminated')).toMatchObject({ at: moment('2025-03-27 00:00'), reason: '逾期没有补正' })
    expect(food.state).toMatchObject({ status: 'ended', ending: 'terminated' })
  })

  test('counts as a withdrawal where 逾期 says so', () => {
    const hygiene = submittedHygiene()
    hygiene.at('2025-03-04 10:00').as(HYGIENE_WINDOW)
    hygiene.do({ kind: 'requestSupplement', missing: ['卫生许可申请表'] })
    hygiene.at('2025-04-01 10:00').as(SYSTEM).do({ kind: 'tick' })
    expect(hygiene.last('withdrawn')).toMatchObject({ deemed: true })
    expect(hygiene.state.ending).toBe('withdrawn')
  })

  test('is done without where 逾期 says 继续办理', () => {
    const hygiene = acceptedHygiene()
    hygiene.at('2025-03-05 10:00').as(OFFICER)
    hygiene.do({ kind: 'requestSupplement', missing: ['卫生许可申请表'] })
    hygiene.at('2025-03-31 10:00').as(OFFICER)
    hygiene.do({ kind: 'completeStep', step: '现场审查', outcome: '合格' })
    expect(hygiene.last('supplementLapsed')).toMatchObject({ name: '审查补正', at: moment('2025-03-20 00:00') })
    expect(hygiene.state.ledger.pauses).toMatchObject([{ to: moment('2025-03-20 00:00') }])
    expect(hygiene.open()).toEqual(['复核'])
  })
})
