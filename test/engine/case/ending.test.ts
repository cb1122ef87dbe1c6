import { describe, expect, test } from 'vitest'
import { enabled } from '../../../src/engine/enabled/enabled.ts'
import { accepted, complete, DECIDER, ISSUER, PAPERS, reviewed, SUBMIT, submitted, WINDOW } from './food-licence.ts'
import {
  accepted as acceptedHygiene,
  HEAD,
  WINDOW as HYGIENE_WINDOW,
  inspected,
  LEADER,
  OFFICER,
} from './hygiene-licence.ts'
import { APPLICANT, defineMatter, moment, SYSTEM, staff, walk } from './walk.ts'

const RULES = PAPERS.filter(({ name }) => name.startsWith('食品安全自查'))

/** Everything done, but the document that may come later has not come. */
function waitingForPaper() {
  const food = reviewed({ command: { ...SUBMIT, materials: PAPERS.filter((paper) => !RULES.includes(paper)) } })
  complete(food.at('2025-03-10 09:00'), DECIDER, '决定', '通过')
  complete(food.at('2025-03-10 15:00'), ISSUER, '制证送达')
  return food
}

describe('a case closes', () => {
  test('by itself when everything is done and nothing is outstanding', () => {
    const food = waitingForPaper()
    expect(food.state.status).toBe('accepted')
    food.at('2025-03-11 09:00').as(APPLICANT).do({ kind: 'provideMaterials', materials: RULES })
    expect(food.last('closed')).toMatchObject({ outputs: ['食品经营许可证'], outstanding: [] })
    expect(food.state.ledger.endedAt).toBe(moment('2025-03-11 09:00'))
  })

  test('by hand, with a list of what is outstanding', () => {
    const food = waitingForPaper()
    food.at('2025-03-20 09:00').as(ISSUER).do({ kind: 'close', reason: '逾期未补交，已约谈' })
    expect(food.last('closed')).toMatchObject({ outstanding: RULES.map(({ name }) => name) })
  })

  test('not by hand while steps are left', () => {
    expect(accepted().as(DECIDER).refuses({ kind: 'close' })).toMatchObject({
      code: 'work-left',
      names: ['材料审查', '专家评审', '现场核查', '决定', '决定结果', '制证送达', '不予许可'],
    })
    expect(accepted().as(APPLICANT).refuses({ kind: 'close' }).code).toBe('wrong-role')
  })

  test('only when the hearing is over and the courier has answered', () => {
    const hygiene = acceptedHygiene().as(OFFICER)
    hygiene.do({ kind: 'requestService', service: 'courier' })
    hygiene.do({ kind: 'completeStep', step: '现场审查', outcome: '合格' })
    hygiene.as(HEAD).do({ kind: 'completeStep', step: '复核' })
    hygiene.as(LEADER).do({ kind: 'completeStep', step: '决定' })
    hygiene.as(HYGIENE_WINDOW).do({ kind: 'completeStep', step: '制证' })
    expect(hygiene.state.status).toBe('accepted')
    const [courier] = hygiene.state.services
    hygiene.as(SYSTEM).do({ kind: 'answerService', request: courier?.request ?? 0, outcome: 'done' })
    expect(hygiene.state).toMatchObject({ status: 'ended', ending: 'closed' })
  })
})

describe('a case ends before its time', () => {
  test('when the applicant withdraws, before the decision', () => {
    const food = accepted().as(APPLICANT)
    food.do({ kind: 'withdraw', reason: '不再开店' })
    expect(food.state).toMatchObject({ status: 'ended', ending: 'withdrawn' })
    expect(food.standing('材料审查')).toBe('cancelled')
    expect(food.standing('受理')).toBe('done')
    const decided = reviewed()
    complete(decided, DECIDER, '决定', '通过')
    expect(decided.as(APPLICANT).refuses({ kind: 'withdraw' }).code).toBe('wrong-status')
  })

  test('when who has it in hand terminates it, with the clocks that stood still', () => {
    const hygiene = acceptedHygiene().at('2025-03-05 09:00').as(OFFICER)
    hygiene.do({ kind: 'startProcedure', procedure: '听证' })
    expect(hygiene.as(HEAD).refuses({ kind: 'terminate', reason: '申请人死亡' }).code).toBe('wrong-role')
    hygiene.at('2025-03-06 09:00').as(OFFICER).do({ kind: 'terminate', reason: '申请人死亡' })
    expect(hygiene.state).toMatchObject({ status: 'ended', ending: 'terminated' })
    expect(hygiene.state.ledger.pauses).toMatchObject([{ to: moment('2025-03-06 09:00') }])
  })

  test('with a reason that can be read, and nothing to deliver when it was withdrawn', () => {
    const food = accepted()
    expect(food.as(DECIDER).refuses({ kind: 'terminate', reason: ' ' })).toMatchObject({
      code: 'bad-command',
      field: 'reason',
    })
    food.as(APPLICANT).do({ kind: 'withdraw' })
    expect(food.as(ISSUER).refuses({ kind: 'deliver' }).code).toBe('wrong-status')
    const terminated = accepted()
    terminated.as(DECIDER).do({ kind: 'terminate', reason: '申请人死亡' })
    terminated.as(ISSUER).do({ kind: 'deliver' })
  })

  test('when it is not accepted', () => {
    const refusal = { kind: 'refuse', reason: '不属于本机关职权范围' } as const
    submitted().as(WINDOW).do(refusal)
    expect(submitted().as(DECIDER).refuses(refusal).code).toBe('wrong-role')
    expect(accepted().as(WINDOW).refuses(refusal).code).toBe('wrong-status')
  })
})

describe('a result is delivered', () => {
  test('not before what was decided is produced', () => {
    const food = reviewed()
    complete(food.at('2025-03-10 09:00'), DECIDER, '决定', '通过')
    food.as(ISSUER)
    expect(food.refuses({ kind: 'deliver' })).toMatchObject({ code: 'work-left', names: ['制证送达'] })
    expect(enabled(food.definition, food.state).filter(({ command }) => command === 'deliver')).toEqual([])
    complete(food.at('2025-03-10 15:00'), ISSUER, '制证送达')
    expect(food.state.ledger.deliveredAt).toBe(moment('2025-03-10 15:00'))
  })

  test('nor while a step before 送达 still has to produce it', () => {
    const hygiene = inspected()
    hygiene.as(HEAD).do({ kind: 'completeStep', step: '复核' })
    hygiene.as(LEADER).do({ kind: 'completeStep', step: '决定' })
    expect(hygiene.as(HYGIENE_WINDOW).refuses({ kind: 'deliver' })).toMatchObject({ names: ['制证'] })
    hygiene.do({ kind: 'completeStep', step: '制证' })
    hygiene.do({ kind: 'deliver' })
  })

  test('by the counter before the step of 送达 is done, which does not deliver it again', () => {
    const register = walk(
      defineMatter(`语言版本：1
事项：户外设施登记
办件类型：承诺件
办理环节：
  环节：决定
  环节：制证
    产出：登记证
  环节：送达
  环节：归档
    产出：案卷
结果：登记证
结果：案卷
`),
    )
    register.at('2025-03-03 09:00').as(APPLICANT).do({ kind: 'submit' })
    register.as(staff())
    register.do({ kind: 'completeStep', step: '决定' })
    register.do({ kind: 'completeStep', step: '制证' })
    register.at('2025-03-04 09:00').do({ kind: 'deliver', channel: 'window' })
    register.at('2025-03-12 09:00').do({ kind: 'completeStep', step: '送达' })
    expect(register.events.filter(({ kind }) => kind === 'delivered')).toHaveLength(1)
    expect(register.state.ledger.deliveredAt).toBe(moment('2025-03-04 09:00'))
  })
})

describe('after the end', () => {
  function closedHygiene() {
    const hygiene = inspected()
    hygiene.as(HEAD).do({ kind: 'completeStep', step: '复核' })
    hygiene.as(LEADER).do({ kind: 'completeStep', step: '决定' })
    hygiene.as(HYGIENE_WINDOW).do({ kind: 'completeStep', step: '制证' })
    return hygiene
  }

  test('the result is delivered, once', () => {
    const hygiene = closedHygiene().at('2025-03-12 09:00')
    expect(hygiene.state.ledger.deliveredAt).toBeUndefined()
    expect(hygiene.as(APPLICANT).refuses({ kind: 'deliver' }).code).toBe('wrong-role')
    hygiene.as(HYGIENE_WINDOW).do({ kind: 'deliver', channel: 'mail' })
    expect(hygiene.state.ledger.deliveredAt).toBe(moment('2025-03-12 09:00'))
    expect(hygiene.refuses({ kind: 'deliver' }).code).toBe('wrong-status')
    expect(accepted().as(ISSUER).refuses({ kind: 'deliver' }).code).toBe('wrong-status')
  })

  test('the applicant rates the case and each step that was done, once', () => {
    const hygiene = closedHygiene().as(APPLICANT)
    hygiene.do({ kind: 'rate', score: 5 })
    expect(hygiene.refuses({ kind: 'rate', score: 4 }).code).toBe('already-rated')
    hygiene.do({ kind: 'rate', score: 3, step: '现场审查' })
    expect(hygiene.refuses({ kind: 'rate', score: 3, step: '听证' }).code).toBe('unknown-step')
    expect(hygiene.as(HYGIENE_WINDOW).refuses({ kind: 'rate', score: 5, step: '受理' }).code).toBe('not-applicant')
    expect(hygiene.as(APPLICANT).refuses({ kind: 'rate', score: 6, step: '受理' }).code).toBe('bad-command')
    expect(hygiene.refuses({ kind: 'rate', score: 4.5, step: '受理' }).code).toBe('bad-command')
    const under = accepted().as(APPLICANT)
    expect(under.refuses({ kind: 'rate', score: 5 }).code).toBe('wrong-status')
    expect(under.refuses({ kind: 'rate', score: 5, step: '决定' }).code).toBe('step-not-ready')
    under.do({ kind: 'rate', score: 5, step: '受理' })
  })

  test('nothing else happens', () => {
    const hygiene = closedHygiene()
    expect(hygiene.as(OFFICER).refuses({ kind: 'startStep', step: '现场审查' }).code).toBe('ended')
    expect(hygiene.as(APPLICANT).refuses({ kind: 'withdraw' }).code).toBe('ended')
    expect(hygiene.as(HYGIENE_WINDOW).refuses({ kind: 'close' }).code).toBe('ended')
    expect(hygiene.as(SYSTEM).refuses({ kind: 'tick' }).code).toBe('nothing-due')
  })
})
