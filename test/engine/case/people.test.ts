import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/engine/actor.ts'
import {
  accepted,
  complete,
  DECIDER,
  FOOD_LICENCE,
  INSPECTOR,
  ISSUER,
  PAPERS,
  RESTAURANT,
  REVIEWER,
  SUBMIT,
  submitted,
  WINDOW,
} from './food-licence.ts'
import { accepted as acceptedHygiene, HYGIENE_LICENCE, OFFICER } from './hygiene-licence.ts'
import { APPLICANT, factsOf, SYSTEM, staff, walk } from './walk.ts'

const STRANGER: Actor = { kind: 'applicant', id: 'applicant-2', roles: [] }

describe('who submits', () => {
  test('an applicant for nobody else', () => {
    const food = walk(FOOD_LICENCE)
    expect(food.as(APPLICANT).refuses({ ...SUBMIT, applicant: 'applicant-2' }).code).toBe('not-applicant')
    expect(food.as(SYSTEM).refuses(SUBMIT).code).toBe('wrong-role')
  })

  test('the window, for somebody at the counter', () => {
    const food = walk(FOOD_LICENCE).as(WINDOW)
    expect(food.refuses(SUBMIT)).toMatchObject({ code: 'bad-command', field: 'applicant' })
    expect(food.refuses({ ...SUBMIT, applicant: '张三' })).toMatchObject({ code: 'bad-command', field: 'applicant' })
    expect(food.as(REVIEWER).refuses({ ...SUBMIT, applicant: 'applicant-1' }).code).toBe('wrong-role')
    food.as(WINDOW).do({ ...SUBMIT, applicant: 'applicant-1', channel: 'window' })
    expect(food.state.applicant).toBe('applicant-1')
  })

  test('nobody but the applicant and the window sees to the application', () => {
    const food = accepted()
    const papers = { kind: 'provideMaterials', materials: PAPERS } as const
    expect(food.as(STRANGER).refuses(papers).code).toBe('not-applicant')
    expect(food.as(REVIEWER).refuses(papers).code).toBe('wrong-role')
    expect(food.as(SYSTEM).refuses({ kind: 'withdraw' }).code).toBe('not-applicant')
    food.as(WINDOW).do(papers)
    food.as(APPLICANT).do(papers)
  })
})

describe('who works on a step', () => {
  test('staff of its role', () => {
    const food = accepted()
    for (const actor of [WINDOW, INSPECTOR, APPLICANT, SYSTEM, staff()]) {
      expect(food.as(actor).refuses({ kind: 'completeStep', step: '材料审查' })).toMatchObject({
        code: 'wrong-role',
        names: ['审查人员'],
      })
    }
    food.as(staff('核查人员', '审查人员')).do({ kind: 'completeStep', step: '材料审查' })
  })
})

describe('who answers what', () => {
  test('the applicant what the matter asks of applicants', () => {
    const food = submitted({ command: { ...SUBMIT, facts: {} } }).as(APPLICANT)
    const conclusion = factsOf(FOOD_LICENCE, { 审查结论: '通过' })
    expect(food.refuses({ kind: 'provideFacts', facts: conclusion })).toMatchObject({
      code: 'not-your-fact',
      help: '由审批负责人填写',
      field: 'facts.审查结论',
    })
    const today = { 申请日期: { kind: 'date', date: '2025-01-01' } } as const
    expect(food.refuses({ kind: 'provideFacts', facts: today }).code).toBe('not-your-fact')
    food.do({ kind: 'provideFacts', facts: RESTAURANT })
    expect(food.refuses({ kind: 'provideFacts', facts: factsOf(FOOD_LICENCE, { 经营面积: 10 }) }).code).toBe(
      'fact-known',
    )
    // The same answer again changes nothing.
    food.do({ kind: 'provideFacts', facts: factsOf(FOOD_LICENCE, { 经营面积: 200 }) })
  })

  test('staff what their step collects, when it does', () => {
    const food = accepted()
    const conclusion = factsOf(FOOD_LICENCE, { 审查结论: '通过' })
    expect(food.as(DECIDER).refuses({ kind: 'provideFacts', facts: conclusion }).code).toBe('not-your-fact')
    expect(food.as(REVIEWER).refuses({ kind: 'completeStep', step: '材料审查', facts: conclusion }).code).toBe(
      'not-your-fact',
    )
    expect(food.as(REVIEWER).refuses({ kind: 'completeStep', step: '材料审查', facts: RESTAURANT }).code).toBe(
      'not-your-fact',
    )
    complete(food, REVIEWER, '材料审查')
    complete(food, INSPECTOR, '现场核查')
    food.as(DECIDER).do({ kind: 'completeStep', step: '决定', facts: conclusion })
    expect(food.open()).toEqual(['制证送达'])
  })

  test('staff of the role what a step left open that is over', () => {
    const hygiene = acceptedHygiene().as(OFFICER)
    hygiene.do({ kind: 'requestSupplement', missing: ['卫生许可申请表'] })
    const opinion = factsOf(HYGIENE_LICENCE, { 审查意见: '合格' })
    // The step is not over, so it is the place to say it.
    expect(hygiene.refuses({ kind: 'provideFacts', facts: opinion }).code).toBe('not-your-fact')
  })
})

describe('a conclusion', () => {
  test('is one of those that the step declares, and fills it in', () => {
    const food = accepted()
    complete(food, REVIEWER, '材料审查', '不通过')
    complete(food, INSPECTOR, '现场核查')
    food.as(DECIDER)
    expect(food.refuses({ kind: 'completeStep', step: '决定', outcome: '暂缓' })).toMatchObject({
      code: 'bad-outcome',
      names: ['通过', '不通过'],
    })
    const contrary = factsOf(FOOD_LICENCE, { 审查结论: '不通过' })
    expect(food.refuses({ kind: 'completeStep', step: '决定', outcome: '通过', facts: contrary }).code).toBe(
      'bad-outcome',
    )
    expect(food.refuses({ kind: 'completeStep', step: '决定' })).toMatchObject({
      code: 'missing-fact',
      names: ['审查结论'],
    })
    food.do({ kind: 'completeStep', step: '决定', outcome: '不通过' })
    expect(food.last('stepCompleted')).toMatchObject({ outcome: '不通过', decides: true, facts: contrary })
  })

  test('is 通过 or 不通过 where the step declares nothing', () => {
    const food = accepted().as(REVIEWER)
    expect(food.refuses({ kind: 'completeStep', step: '材料审查', outcome: '合格' }).code).toBe('bad-outcome')
  })
})

describe('one organ receives, another decides (收受分离)', () => {
  const handling = { receivingOrgan: '甲市政务服务中心', decidingOrgan: '乙市市场监督管理局' }
  const at = (organ: string, actor: Actor): Actor => ({ ...actor, organ })
  const { receivingOrgan, decidingOrgan } = handling

  test('each on its own steps', () => {
    const food = submitted({ command: { ...SUBMIT, handling } }).at('2025-03-04 10:00')
    expect(food.as(at(decidingOrgan, WINDOW)).refuses({ kind: 'accept' })).toMatchObject({
      code: 'wrong-organ',
      names: [receivingOrgan, decidingOrgan],
    })
    food.as(at(receivingOrgan, WINDOW)).do({ kind: 'accept' })
    const review = { kind: 'completeStep', step: '材料审查' } as const
    expect(food.as(at(receivingOrgan, REVIEWER)).refuses(review).code).toBe('wrong-organ')
    food.as(at(decidingOrgan, REVIEWER)).do(review)
    complete(food, at(decidingOrgan, INSPECTOR), '现场核查')
    complete(food, at(decidingOrgan, DECIDER), '决定', '通过')
    // 制证送达 is of both kinds.
    complete(food, at(receivingOrgan, ISSUER), '制证送达')
    expect(food.state.ending).toBe('closed')
  })

  test('a window elsewhere does not submit under the name of another', () => {
    const food = walk(FOOD_LICENCE).as(at('丙市政务服务中心', WINDOW))
    expect(food.refuses({ ...SUBMIT, applicant: 'applicant-1', handling }).code).toBe('wrong-organ')
  })
})
