import { describe, expect, test } from 'vitest'
import { accepted as acceptedFood, complete, DECIDER, INSPECTOR, REVIEWER, reviewed } from './food-licence.ts'
import { accepted, HEAD, inspected, LEADER, OFFICER, WINDOW } from './hygiene-licence.ts'
import { APPLICANT } from './walk.ts'

describe('a return', () => {
  test('has the step and all that depends on it done anew', () => {
    const hygiene = inspected().at('2025-03-10 09:00').as(HEAD)
    const [returned] = hygiene.do({ kind: 'returnTo', step: '现场审查', reason: '照片看不清' })
    expect(returned).toMatchObject({ kind: 'returned', step: '现场审查', clearedFacts: ['审查意见'] })
    expect(hygiene.open()).toEqual(['现场审查'])
    expect(hygiene.standing('复核')).toBe('waiting')
    expect(hygiene.state).toMatchObject({ returns: 1, facts: { 使用集中空调: { value: false } } })
    hygiene.as(OFFICER)
    expect(hygiene.refuses({ kind: 'completeStep', step: '现场审查' })).toMatchObject({
      code: 'missing-fact',
      names: ['审查意见'],
    })
    hygiene.do({ kind: 'completeStep', step: '现场审查', outcome: '不合格' })
    expect(hygiene.open()).toEqual(['复核'])
  })

  test('leaves what stands beside the step as it is', () => {
    const food = reviewed()
    food.at('2025-03-10 09:00').as(DECIDER).do({ kind: 'returnTo', step: '现场核查', reason: '缺一张照片' })
    expect(food.standing('材料审查')).toBe('done')
    expect(food.open()).toEqual(['现场核查'])
    complete(food, INSPECTOR, '现场核查')
    expect(food.open()).toEqual(['决定'])
  })

  test('is for who has a later step in hand', () => {
    const hygiene = inspected().at('2025-03-10 09:00')
    const back = { kind: 'returnTo', step: '现场审查', reason: '照片看不清' } as const
    expect(hygiene.as(LEADER).refuses(back).code).toBe('wrong-role')
    expect(hygiene.as(OFFICER).refuses(back).code).toBe('wrong-role')
    expect(hygiene.as(APPLICANT).refuses(back).code).toBe('wrong-role')
  })

  test('goes neither before the acceptance, nor to what is not done, nor sideways', () => {
    const hygiene = inspected().as(HEAD)
    for (const step of ['受理', '复核', '决定']) {
      expect(hygiene.refuses({ kind: 'returnTo', step, reason: '重办' }).code).toBe('cannot-return')
    }
    expect(hygiene.refuses({ kind: 'returnTo', step: '听证', reason: '重办' }).code).toBe('unknown-step')
    const food = acceptedFood()
    complete(food, REVIEWER, '材料审查')
    expect(food.as(INSPECTOR).refuses({ kind: 'returnTo', step: '材料审查', reason: '重办' }).code).toBe(
      'cannot-return',
    )
  })

  test('does not take a decision back', () => {
    const hygiene = inspected()
    hygiene.as(HEAD).do({ kind: 'completeStep', step: '复核' })
    hygiene.as(LEADER).do({ kind: 'returnTo', step: '复核', reason: '意见不全' })
    hygiene.as(HEAD).do({ kind: 'completeStep', step: '复核' })
    hygiene.as(LEADER).do({ kind: 'completeStep', step: '决定' })
    expect(hygiene.as(WINDOW).refuses({ kind: 'returnTo', step: '复核', reason: '写错了' }).code).toBe('cannot-return')
  })

  test('happens so often as the supervisor allows', () => {
    const hygiene = accepted()
    for (let times = 0; times < 3; times++) {
      hygiene.as(OFFICER).do({ kind: 'completeStep', step: '现场审查', outcome: '合格' })
      hygiene.as(HEAD).do({ kind: 'returnTo', step: '现场审查', reason: '照片看不清' })
    }
    hygiene.as(OFFICER).do({ kind: 'completeStep', step: '现场审查', outcome: '合格' })
    expect(hygiene.as(HEAD).refuses({ kind: 'returnTo', step: '现场审查', reason: '照片看不清' }).code).toBe(
      'too-often',
    )
  })
})
