import { describe, expect, test } from 'vitest'
import { APPLICANT, defineMatter, factsOf, moment, staff, walk } from './walk.ts'
import { accepted, BUREAU, DIRECTOR, PAPERS, SECTION, SURVEYOR, surveyed, WATER_WORKS } from './water-works.ts'

describe('a step that does not count', () => {
  test('stops the main clocks from its start to its end', () => {
    const works = surveyed()
    expect(works.state.ledger.pauses).toMatchObject(
      ['现场测量', '专家咨询'].map((name) => ({
        cause: 'step',
        name,
        from: moment('2025-03-05 09:00'),
        to: moment('2025-03-06 17:00'),
      })),
    )
  })

  test('stops nothing while nobody has begun it', () => {
    const works = accepted().at('2025-03-10 09:00').as(SURVEYOR)
    expect(works.state.ledger.pauses).toEqual([])
    works.do({ kind: 'completeStep', step: '专家咨询' })
    expect(works.state.ledger.pauses).toMatchObject([
      { from: moment('2025-03-10 09:00'), to: moment('2025-03-10 09:00') },
    ])
  })

  test('stops nothing any more when it is sent back', () => {
    const works = surveyed()
    works.as(SECTION).do({ kind: 'returnTo', step: '现场测量', reason: '缺断面图' })
    works.at('2025-03-07 09:00').as(SURVEYOR).do({ kind: 'startStep', step: '现场测量' })
    expect(works.state.ledger.pauses).toHaveLength(3)
    expect(works.state.ledger.pauses.filter(({ to }) => to === undefined)).toMatchObject([{ name: '现场测量' }])
  })

  test('stops nothing any more when a step before it is done anew', () => {
    const tested = defineMatter(`语言版本：1
事项：产品登记
事项类型：行政许可
办件类型：承诺件
依据：《示例省产品登记条例》第九条
办理环节：
  环节：受理
    时限：1个工作日
  环节：初审
    角色：初审人员
    时限：2个工作日
  环节：抽样检验
    角色：检验人员
    时限：5个工作日
    计时：不计入
  环节：资料审查
    角色：审查人员
    时限：2个工作日
  并联：抽样检验、资料审查
  环节：决定
    时限：2个工作日
    产出：登记证
法定时限：20个工作日
承诺时限：7个工作日
结果：登记证
`)
    const product = walk(tested)
    product.do({ kind: 'submit' })
    product.as(staff()).do({ kind: 'accept' })
    product.as(staff('初审人员')).do({ kind: 'completeStep', step: '初审' })
    product.at('2025-03-04 09:00').as(staff('检验人员')).do({ kind: 'startStep', step: '抽样检验' })
    product.at('2025-03-05 09:00').as(staff('审查人员')).do({ kind: 'returnTo', step: '初审', reason: '漏审一项' })
    expect(product.state.ledger.pauses).toEqual([
      { cause: 'step', name: '抽样检验', node: 2, from: moment('2025-03-04 09:00'), to: moment('2025-03-05 09:00') },
    ])
  })

  test('stops nothing any more when the case ends beside it', () => {
    const ended = defineMatter(`语言版本：1
事项：产品登记
事项类型：行政许可
办件类型：承诺件
依据：《示例省产品登记条例》第九条
申报信息：
  信息：撤销申请
    类型：是否
办理环节：
  环节：受理
    时限：1个工作日
  环节：抽样检验
    角色：检验人员
    时限：5个工作日
    计时：不计入
    产出：登记证
  环节：驳回决定
    当：【撤销申请】
    角色：审查人员
    时限：2个工作日
    产出：驳回通知
    终止：是
  并联：抽样检验、驳回决定
特别程序：听证
  时限：20个工作日
  计时：计入
法定时限：20个工作日
承诺时限：8个工作日
结果：登记证
结果：驳回通知
`)
    const product = walk(ended)
    product.do({ kind: 'submit', facts: factsOf(ended, { 撤销申请: true }) })
    product.as(staff()).do({ kind: 'accept' })
    product.as(staff('检验人员')).do({ kind: 'startStep', step: '抽样检验' })
    product.do({ kind: 'requestService', service: 'courier' })
    product.at('2025-03-06 09:00').as(staff('审查人员')).do({ kind: 'completeStep', step: '驳回决定' })
    expect(product.standing('抽样检验')).toBe('cancelled')
    // The courier has not answered, so the case is not closed yet.
    expect(product.state.status).toBe('accepted')
    expect(product.state.ledger.pauses).toMatchObject([{ name: '抽样检验', to: moment('2025-03-06 09:00') }])
    product.do({ kind: 'terminate', reason: '驳回决定已经送达' })
    expect(product.state.services).toEqual([])
  })
})

describe('the decision', () => {
  test('is the last one that can be made; what was taken for one before may be sent back', () => {
    const works = surveyed().at('2025-03-10 09:00').as(SECTION)
    works.do({ kind: 'completeStep', step: '初步决定' })
    expect(works.last('stepCompleted')?.decides).toBe(false)
    works.do({ kind: 'completeStep', step: '拟文', outcome: '是' })
    works.as(DIRECTOR).do({ kind: 'completeStep', step: '上级审批' })
    works.do({ kind: 'returnTo', step: '初步决定', reason: '补充依据' })
    // The survey has issued its report too, and stays done.
    expect(works.state.outputs).toEqual(['受理通知书', '测量报告'])
    works.as(SECTION).do({ kind: 'completeStep', step: '初步决定' })
    works.do({ kind: 'completeStep', step: '拟文', outcome: '是' })
    works.as(DIRECTOR).do({ kind: 'completeStep', step: '上级审批' })
    works.at('2025-03-11 09:00').do({ kind: 'completeStep', step: '局内审定' })
    expect(works.last('stepCompleted')?.decides).toBe(true)
    expect(works.state.ledger.decidedAt).toBe(moment('2025-03-11 09:00'))
  })

  test('is the one that was made, when it turns out that no other follows', () => {
    const works = surveyed().at('2025-03-10 09:00').as(SECTION)
    works.do({ kind: 'completeStep', step: '初步决定' })
    expect(works.state.ledger.decidedAt).toBeUndefined()
    works.at('2025-03-12 09:00').do({ kind: 'completeStep', step: '拟文', outcome: '否' })
    expect(works.last('flowAdvanced')).toMatchObject({ decidedAt: moment('2025-03-10 09:00') })
    expect(works.state.ledger.decidedAt).toBe(moment('2025-03-10 09:00'))
    works.at('2025-03-13 09:00').do({ kind: 'completeStep', step: '印发' })
    expect(works.events.filter((event) => 'decidedAt' in event)).toHaveLength(1)
    // The same result twice is one result.
    expect(works.state).toMatchObject({ ending: 'closed', outputs: ['受理通知书', '测量报告', '许可决定书'] })
  })
})

describe('a return', () => {
  test('voids what the steps had issued, and clears what they had found', () => {
    const works = surveyed().as(SECTION)
    const [returned] = works.do({ kind: 'returnTo', step: '现场测量', reason: '缺断面图' })
    expect(returned).toMatchObject({ clearedFacts: ['测量结论'], voidedOutputs: ['测量报告'] })
    expect(works.state.outputs).toEqual(['受理通知书'])
    expect(works.state.facts['测量结论']).toBeUndefined()
  })

  test('waits, like procedures, for a supplement', () => {
    const works = accepted().as(SURVEYOR)
    works.do({ kind: 'completeStep', step: '专家咨询' })
    works.do({ kind: 'requestSupplement', missing: ['工程方案'] })
    expect(works.last('supplementRequested')?.name).toBe('测量补正')
    expect(works.refuses({ kind: 'startProcedure', procedure: '听证' }).code).toBe('wrong-status')
    expect(works.refuses({ kind: 'returnTo', step: '专家咨询', reason: '重问' }).code).toBe('wrong-status')
  })
})

describe('acceptance', () => {
  const facts = factsOf(WATER_WORKS, { 工程等级: '二级' })

  test('knows its own day, and asks only for answers that applicants give', () => {
    const works = walk(WATER_WORKS)
    works.do({ kind: 'submit', materials: PAPERS })
    works.as(BUREAU)
    expect(works.refuses({ kind: 'accept' })).toMatchObject({ code: 'missing-fact', names: ['工程等级'] })
    works.as(APPLICANT).do({ kind: 'provideFacts', facts })
    // The notice of acceptance is due on 10 March, so that an untimely one comes too late in any case.
    const summer = walk(WATER_WORKS).at('2025-06-03 09:00')
    summer.do({ kind: 'submit', facts, materials: PAPERS })
    expect(summer.as(BUREAU).refuses({ kind: 'accept' })).toMatchObject({ names: ['受理当日在汛期以外'] })
    works.as(BUREAU).do({ kind: 'accept' })
    expect(works.state.facts['受理日期']).toEqual({ kind: 'date', date: '2025-03-03' })
  })

  test('lets a choice wait whose documents may come later, but not one of which too few are there', () => {
    const works = walk(WATER_WORKS)
    works.do({ kind: 'submit', facts, materials: [{ name: '工程方案' }, { name: '资质证书' }] })
    expect(works.as(BUREAU).refuses({ kind: 'accept' })).toMatchObject({
      code: 'missing-material',
      names: ['能力证明'],
    })
    works.do({ kind: 'requestSupplement', missing: ['能力证明', '能力证明'] })
    expect(works.state.supplement?.missing).toEqual(['能力证明'])
    works.as(APPLICANT)
    expect(works.refuses({ kind: 'supplement' })).toMatchObject({ code: 'missing-material', names: ['能力证明'] })
    works.do({ kind: 'supplement', materials: [{ name: '验资报告' }] })
    works.as(BUREAU).do({ kind: 'accept' })
  })

  test('takes the answers that the step gives', () => {
    const works = walk(WATER_WORKS)
    works.do({ kind: 'submit', facts, materials: PAPERS })
    const surveyedAlready = factsOf(WATER_WORKS, { 测量结论: '可行' })
    expect(works.as(APPLICANT).refuses({ kind: 'provideFacts', facts: surveyedAlready }).code).toBe('not-your-fact')
    expect(works.as(BUREAU).refuses({ kind: 'accept', facts: surveyedAlready }).code).toBe('not-your-fact')
  })

  test('is offered through the channels of the matter', () => {
    const command = { kind: 'submit', channel: 'online' } as const
    expect(walk(WATER_WORKS).refuses(command)).toMatchObject({
      code: 'bad-command',
      field: 'channel',
      names: ['窗口办理'],
    })
    walk(WATER_WORKS).do({ ...command, channel: 'window' })
  })
})

test('documents that are found to be needed late hold no step', () => {
  const works = walk(WATER_WORKS)
  works.do({ kind: 'submit', materials: PAPERS })
  // Nobody answered for five days, so the case counts as accepted without the answer.
  works.at('2025-03-20 09:00').do({ kind: 'provideFacts', facts: factsOf(WATER_WORKS, { 工程等级: '一级' }) })
  expect(works.last('serviceRequested')).toMatchObject({ data: { material: '电子营业执照' } })
  expect(works.last('serviceRequested')).not.toHaveProperty('step')
})

test('a supplement shows what other offices have to send', () => {
  const works = walk(WATER_WORKS)
  works.do({ kind: 'submit', materials: PAPERS })
  works.as(BUREAU).do({ kind: 'requestSupplement', name: '一次性告知补正', missing: ['工程等级'] })
  works.as(APPLICANT).do({ kind: 'supplement', facts: factsOf(WATER_WORKS, { 工程等级: '一级' }) })
  expect(works.last('serviceRequested')).toMatchObject({ step: '受理', data: { material: '电子营业执照' } })
  // Staff may ask again for another document beside it.
  works.as(BUREAU).do({ kind: 'requestService', service: 'dataSharing', step: '受理', data: { material: '信用报告' } })
})
