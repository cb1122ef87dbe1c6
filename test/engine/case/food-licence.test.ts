import { expect, test } from 'vitest'
import { complete, DECIDER, INSPECTOR, ISSUER, REVIEWER, reviewed, submitted, WINDOW } from './food-licence.ts'
import { APPLICANT, moment } from './walk.ts'

test('a case is walked from 提交 to 评价', () => {
  const food = submitted()
  expect(food.state.status).toBe('received')
  expect(food.open()).toEqual(['受理'])

  food
    .at('2025-03-04 10:00')
    .as(WINDOW)
    .do({ kind: 'accept', judgements: { 申请人已取得营业执照等合法主体资格: true } })
  expect(food.state.status).toBe('accepted')
  expect(food.state.ledger.acceptedOn).toBe('2025-03-04')
  expect(food.open()).toEqual(['材料审查', '现场核查'])

  food.at('2025-03-05 09:00').as(REVIEWER).do({ kind: 'startStep', step: '材料审查' })
  complete(food.at('2025-03-06 17:00'), REVIEWER, '材料审查', '通过')
  expect(food.standing('专家评审')).toBe('passedOver')
  complete(food.at('2025-03-07 10:00'), INSPECTOR, '现场核查')
  expect(food.open()).toEqual(['决定'])

  complete(food.at('2025-03-10 11:00'), DECIDER, '决定', '通过')
  expect(food.state.facts['审查结论']).toEqual({ kind: 'option', option: '通过' })
  expect(food.state.ledger.decidedAt).toBe(moment('2025-03-10 11:00'))
  expect(food.open()).toEqual(['制证送达'])
  expect(food.standing('不予许可')).toBe('dead')
  // The step says so itself; the flow need not find it out.
  expect(food.last('stepCompleted')?.decides).toBe(true)
  expect(food.events.some((event) => 'decidedAt' in event)).toBe(false)

  complete(food.at('2025-03-11 15:00'), ISSUER, '制证送达')
  expect(food.state).toMatchObject({ status: 'ended', ending: 'closed', outputs: ['食品经营许可证'] })
  expect(food.state.ledger.deliveredAt).toBe(moment('2025-03-11 15:00'))

  food.at('2025-03-12 08:00').as(APPLICANT)
  food.do({ kind: 'rate', score: 5, comment: '窗口人员很耐心' })
  food.do({ kind: 'rate', score: 4, step: '现场核查' })
  expect(food.state.ratings).toEqual({ '': 5, 现场核查: 4 })
})

test('a case that is refused the licence ends with the decision in writing', () => {
  const food = reviewed()
  complete(food.at('2025-03-10 11:00'), DECIDER, '决定', '不通过')
  expect(food.open()).toEqual(['不予许可'])
  complete(food.at('2025-03-11 15:00'), ISSUER, '不予许可')
  expect(food.state).toMatchObject({ status: 'ended', ending: 'closed', outputs: ['不予行政许可决定书'] })
})

test('documents that other offices have are asked for at once, and hold the acceptance until they are there', () => {
  const food = submitted({ command: { kind: 'submit' } })
  expect(food.events.filter(({ kind }) => kind === 'serviceRequested')).toMatchObject([
    { service: 'dataSharing', step: '受理', data: { material: '营业执照' } },
    { service: 'dataSharing', step: '受理', data: { material: '负责人身份证件' } },
  ])
})
