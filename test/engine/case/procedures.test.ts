import { describe, expect, test } from 'vitest'
import {
  accepted as acceptedFood,
  complete,
  DECIDER,
  FOOD_LICENCE,
  INSPECTOR,
  RESTAURANT,
  REVIEWER,
  SUBMIT,
} from './food-licence.ts'
import { accepted, HEAD, HYGIENE_LICENCE, inspected, LEADER, OFFICER, submitted, WINDOW } from './hygiene-licence.ts'
import { APPLICANT, factsOf, moment, SYSTEM } from './walk.ts'

describe('a special procedure with a 位置', () => {
  function atReview() {
    const facts = { ...RESTAURANT, ...factsOf(FOOD_LICENCE, { 自制高风险食品: true }) }
    const food = acceptedFood({ command: { ...SUBMIT, facts } })
    complete(food.at('2025-03-06 10:00'), REVIEWER, '材料审查')
    return food
  }

  test('has its turn in the flow, by the staff of the step that it stands at, and stops the main clocks', () => {
    const food = atReview()
    expect(food.open()).toEqual(['专家评审', '现场核查'])
    expect(food.as(DECIDER).refuses({ kind: 'startProcedure', procedure: '专家评审' }).code).toBe('wrong-role')
    food.at('2025-03-07 09:00').as(REVIEWER).do({ kind: 'startProcedure', procedure: '专家评审', reason: '裱花蛋糕' })
    expect(food.last('procedureStarted')).toMatchObject({ clock: 'excluded', limit: { unit: 'workday', amount: '20' } })
    expect(food.state.ledger.pauses).toMatchObject([{ cause: 'procedure', name: '专家评审' }])
    expect(food.refuses({ kind: 'startProcedure', procedure: '专家评审' }).code).toBe('step-not-ready')
    complete(food, INSPECTOR, '现场核查')
    expect(food.open()).toEqual(['专家评审'])
    food.at('2025-03-19 09:00').as(REVIEWER).do({ kind: 'endProcedure', procedure: '专家评审' })
    expect(food.state.ledger.pauses).toMatchObject([
      { from: moment('2025-03-07 09:00'), to: moment('2025-03-19 09:00') },
    ])
    expect(food.open()).toEqual(['决定'])
  })

  test('is no step, and cannot be started before its turn', () => {
    const food = acceptedFood().as(REVIEWER)
    expect(food.refuses({ kind: 'completeStep', step: '专家评审' }).code).toBe('unknown-step')
    expect(food.refuses({ kind: 'startProcedure', procedure: '专家评审' }).code).toBe('step-not-ready')
    expect(food.refuses({ kind: 'endProcedure', procedure: '专家评审' }).code).toBe('step-not-ready')
    expect(food.refuses({ kind: 'startProcedure', procedure: '听证' })).toMatchObject({
      code: 'unknown-procedure',
      names: ['专家评审'],
    })
  })
})

describe('a special procedure without a 位置', () => {
  test('begins between 受理 and 决定, by who has the case in hand', () => {
    const before = submitted().at('2025-03-03 10:00').as(WINDOW)
    expect(before.refuses({ kind: 'startProcedure', procedure: '听证' }).code).toBe('wrong-status')

    const hygiene = accepted().at('2025-03-05 09:00')
    expect(hygiene.as(HEAD).refuses({ kind: 'startProcedure', procedure: '听证' }).code).toBe('wrong-role')
    hygiene.as(OFFICER).do({ kind: 'startProcedure', procedure: '听证' })
    expect(hygiene.last('procedureStarted')).toMatchObject({ floating: 0, clock: 'excluded' })
    expect(hygiene.refuses({ kind: 'startProcedure', procedure: '听证' }).code).toBe('step-not-ready')
  })

  test('lets the steps go on, but not the decision', () => {
    const hygiene = inspected().at('2025-03-10 09:00')
    hygiene.as(HEAD).do({ kind: 'startProcedure', procedure: '听证' })
    hygiene.do({ kind: 'completeStep', step: '复核' })
    hygiene.as(LEADER)
    expect(hygiene.refuses({ kind: 'completeStep', step: '决定' })).toMatchObject({
      code: 'work-left',
      names: ['听证'],
    })
    hygiene.at('2025-03-20 09:00').do({ kind: 'endProcedure', procedure: '听证' })
    expect(hygiene.state.ledger.pauses).toEqual([
      { cause: 'procedure', name: '听证', from: moment('2025-03-10 09:00'), to: moment('2025-03-20 09:00') },
    ])
    hygiene.do({ kind: 'completeStep', step: '决定' })
    expect(hygiene.refuses({ kind: 'startProcedure', procedure: '听证' }).code).toBe('wrong-status')
  })

  test('may be held again', () => {
    const hygiene = accepted().at('2025-03-05 09:00').as(OFFICER)
    for (const day of ['05', '12']) {
      hygiene.at(`2025-03-${day} 09:00`).do({ kind: 'startProcedure', procedure: '听证' })
      hygiene.at(`2025-03-${day} 17:00`).do({ kind: 'endProcedure', procedure: '听证' })
    }
    expect(hygiene.state.ledger.pauses).toHaveLength(2)
  })

  test('begins only where its 当 holds', () => {
    const without = accepted({ 使用集中空调: false }).as(OFFICER)
    expect(without.refuses({ kind: 'startProcedure', procedure: '集中空调检测' }).code).toBe('condition-not-met')
    accepted({ 使用集中空调: true }).as(OFFICER).do({ kind: 'startProcedure', procedure: '集中空调检测' })
    // Deemed accepted, so that the question was never asked.
    const unknown = submitted({}).at('2025-03-17 09:00').as(OFFICER)
    expect(unknown.refuses({ kind: 'startProcedure', procedure: '集中空调检测' })).toMatchObject({
      code: 'missing-fact',
      names: ['使用集中空调'],
    })
    unknown.as(APPLICANT).do({ kind: 'provideFacts', facts: factsOf(HYGIENE_LICENCE, { 使用集中空调: true }) })
    unknown.as(OFFICER).do({ kind: 'startProcedure', procedure: '集中空调检测' })
  })
})

describe('an extension', () => {
  test('adds to the limit, once, by who decides', () => {
    const hygiene = inspected().at('2025-03-10 09:00')
    const extend = { kind: 'extend', name: '延长办理期限', reason: '需要补充核实' } as const
    expect(hygiene.as(HEAD).refuses(extend).code).toBe('wrong-role')
    hygiene.as(LEADER).do(extend)
    expect(hygiene.state.ledger.extensions).toEqual([
      { name: '延长办理期限', at: moment('2025-03-10 09:00'), extendBy: { unit: 'workday', amount: '10' } },
    ])
    expect(hygiene.refuses(extend).code).toBe('too-often')
  })

  test('sets the limit where it says 延长至, for the cases that it is for', () => {
    const extend = { kind: 'extend', name: '复杂案件延长', reason: '案情复杂' } as const
    expect(inspected().as(LEADER).refuses(extend).code).toBe('condition-not-met')
    const complex = inspected({ 使用集中空调: true }).as(LEADER)
    complex.do(extend)
    expect(complex.last('extended')).toMatchObject({ extendTo: { unit: 'workday', amount: '40' } })
    const unknown = submitted({}).at('2025-03-17 09:00').as(LEADER)
    expect(unknown.refuses(extend)).toMatchObject({ code: 'missing-fact', names: ['使用集中空调'] })
  })

  test('is approved by whom the matter names', () => {
    const food = acceptedFood().as(DECIDER)
    const extend = { kind: 'extend', reason: '需要现场复核' } as const
    expect(food.refuses(extend)).toMatchObject({ code: 'not-approved', names: ['本行政机关负责人'] })
    food.as({ kind: 'staff', id: 'head', roles: ['本行政机关负责人'] }).do(extend)
    expect(food.as(APPLICANT).refuses(extend).code).toBe('wrong-role')
  })

  test('comes while the limit runs: after acceptance, before the decision, in time', () => {
    const extend = { kind: 'extend', name: '延长办理期限', reason: '需要补充核实' } as const
    expect(submitted().as(LEADER).refuses(extend).code).toBe('wrong-status')
    // 20 working days after 4 March 2025, Tomb Sweeping Day left out, end on 1 April.
    expect(inspected().at('2025-04-02 00:00').as(LEADER).refuses(extend).code).toBe('limit-passed')
    const decided = inspected()
    decided.as(HEAD).do({ kind: 'completeStep', step: '复核' })
    decided.as(LEADER).do({ kind: 'completeStep', step: '决定' })
    expect(decided.refuses(extend).code).toBe('wrong-status')
  })

  test('is named where the matter knows several, and exists', () => {
    const hygiene = inspected().as(LEADER)
    expect(hygiene.refuses({ kind: 'extend', reason: '需要补充核实' })).toMatchObject({
      code: 'no-extension',
      names: ['延长办理期限', '复杂案件延长'],
    })
    expect(hygiene.refuses({ kind: 'extend', name: '再延长', reason: '需要补充核实' }).code).toBe('no-extension')
    expect(hygiene.as(SYSTEM).refuses({ kind: 'extend', name: '延长办理期限', reason: '到时' }).code).toBe('wrong-role')
  })
})
