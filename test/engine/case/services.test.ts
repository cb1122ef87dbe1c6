import { describe, expect, test } from 'vitest'
import { accepted, DECIDER, FOOD_LICENCE, RESTAURANT, REVIEWER, SUBMIT, WINDOW } from './food-licence.ts'
import { APPLICANT, defineMatter, factsOf, SYSTEM, walk } from './walk.ts'

describe('a service', () => {
  test('holds the step that asked for it until it has answered', () => {
    const food = accepted().as(REVIEWER)
    const [asked] = food.do({
      kind: 'requestService',
      service: 'identityCheck',
      step: '材料审查',
      data: { method: '人脸' },
    })
    expect(food.state.services).toEqual([{ request: asked?.seq, service: 'identityCheck', step: '材料审查' }])
    expect(food.refuses({ kind: 'completeStep', step: '材料审查' })).toMatchObject({
      code: 'service-pending',
      names: ['身份核验'],
    })
    expect(food.refuses({ kind: 'requestService', service: 'identityCheck', step: '材料审查' }).code).toBe(
      'service-pending',
    )
    const answer = {
      kind: 'answerService',
      request: asked?.seq ?? 0,
      outcome: 'done',
      data: { matched: true },
    } as const
    expect(food.refuses(answer).code).toBe('wrong-role')
    food.as(SYSTEM).do(answer)
    expect(food.state.services).toEqual([])
    expect(food.refuses(answer).code).toBe('unknown-service')
    food.as(REVIEWER).do({ kind: 'completeStep', step: '材料审查' })
  })

  test('that failed lets the step go on, and brings nothing', () => {
    const food = accepted().as(REVIEWER)
    const [asked] = food.do({ kind: 'requestService', service: 'seal', step: '材料审查' })
    const failed = { kind: 'answerService', request: asked?.seq ?? 0, outcome: 'failed' } as const
    food.as(SYSTEM)
    expect(food.refuses({ ...failed, materials: [{ name: '房屋租赁合同' }] }).code).toBe('bad-command')
    expect(food.refuses({ ...failed, data: { fee: 1.5 } })).toMatchObject({ code: 'bad-command', field: 'data' })
    food.do(failed)
    food.as(REVIEWER).do({ kind: 'completeStep', step: '材料审查' })
  })

  test('is asked for by staff: of the step that is named, else of any', () => {
    const food = accepted()
    expect(food.as(APPLICANT).refuses({ kind: 'requestService', service: 'payment' }).code).toBe('wrong-role')
    expect(food.as(WINDOW).refuses({ kind: 'requestService', service: 'seal', step: '材料审查' }).code).toBe(
      'wrong-role',
    )
    expect(food.as(DECIDER).refuses({ kind: 'requestService', service: 'seal', step: '决定' }).code).toBe(
      'step-not-ready',
    )
    food.as(WINDOW).do({ kind: 'requestService', service: 'courier' })
    expect(food.state.services).toMatchObject([{ service: 'courier' }])
  })
})

describe('documents that other offices have', () => {
  test('are asked for at submission and hold the acceptance', () => {
    const food = walk(FOOD_LICENCE).as(APPLICANT)
    food.do(SUBMIT)
    expect(food.state.services.map(({ step }) => step)).toEqual(['受理', '受理'])
    expect(food.as(WINDOW).refuses({ kind: 'accept' })).toMatchObject({
      code: 'service-pending',
      names: ['数据共享取件'],
    })
    const [licence, identity] = food.state.services
    food.as(SYSTEM)
    const materials = [{ name: '营业执照', reference: 'licence-1' }]
    food.do({ kind: 'answerService', request: licence?.request ?? 0, outcome: 'done', materials })
    expect(food.state.materials['营业执照']).toBe('licence-1')
    expect(
      food.refuses({
        kind: 'answerService',
        request: identity?.request ?? 0,
        outcome: 'done',
        materials: [{ name: '身份证' }],
      }).code,
    ).toBe('unknown-material')
    food.do({ kind: 'answerService', request: identity?.request ?? 0, outcome: 'failed' })
    food.as(WINDOW).do({ kind: 'accept' })
  })

  test('are not asked for when the applicant has handed them in', () => {
    const food = walk(FOOD_LICENCE).as(APPLICANT)
    food.do({ kind: 'submit', materials: [{ name: '营业执照' }, { name: '负责人身份证件' }], facts: RESTAURANT })
    expect(food.state.services).toEqual([])
  })

  test('are asked for when an answer shows that they are needed', () => {
    const pension = defineMatter(`语言版本：1
事项：高龄津贴申领
事项类型：行政给付
办件类型：承诺件
依据：《示例省老年人权益保障条例》第十条
申报信息：
  信息：已婚
    类型：是否
申请材料：
  材料：结婚证
    当：【已婚】
    来源：数据共享
    必要性：免提交
办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    时限：2个工作日
    产出：津贴发放通知
法定时限：20个工作日
承诺时限：3个工作日
结果：津贴发放通知
`)
    const single = walk(pension).as(APPLICANT)
    single.do({ kind: 'submit', facts: factsOf(pension, { 已婚: false }) })
    expect(single.state.services).toEqual([])
    const open = walk(pension).as(APPLICANT)
    open.do({ kind: 'submit' })
    expect(open.state.services).toEqual([])
    open.do({ kind: 'provideFacts', facts: factsOf(pension, { 已婚: true }) })
    expect(open.last('serviceRequested')).toMatchObject({ service: 'dataSharing', data: { material: '结婚证' } })
  })
})
