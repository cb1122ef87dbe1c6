import { describe, expect, test } from 'vitest'
import { FOOD_LICENCE, PAPERS, RESTAURANT, SUBMIT, submitted, WINDOW } from './food-licence.ts'
import { APPLICANT, defineMatter, factsOf, moment, SYSTEM, staff, walk } from './walk.ts'

describe('what acceptance asks', () => {
  test('the conditions of acceptance', () => {
    const seller = { ...RESTAURANT, ...factsOf(FOOD_LICENCE, { 主体业态: '食品销售经营' }) }
    const food = submitted({ command: { ...SUBMIT, facts: seller } })
    const refused = food.at('2025-03-04 10:00').as(WINDOW).refuses({ kind: 'accept' })
    expect(refused).toMatchObject({
      code: 'condition-not-met',
      names: ['主体业态属于餐饮服务经营或者单位食堂'],
      help: '食品销售经营请办理“食品经营许可（食品销售）新办”',
    })
    expect(refused.origin?.file).toBe('full-matter.zw')
  })

  test('the judgement of the officer, where a condition is left to it', () => {
    const food = submitted().at('2025-03-04 10:00').as(WINDOW)
    const judgements = { 申请人已取得营业执照等合法主体资格: false }
    expect(food.refuses({ kind: 'accept', judgements })).toMatchObject({ code: 'condition-not-met' })
    food.do({ kind: 'refuse', reason: '营业执照已经注销', judgements })
    expect(food.state).toMatchObject({ status: 'ended', ending: 'refused', judgements })
    expect(food.open()).toEqual([])
  })

  test('all documents that are needed, those that may come later left out', () => {
    const food = submitted({ command: { ...SUBMIT, materials: [] } })
      .at('2025-03-04 10:00')
      .as(WINDOW)
    expect(food.refuses({ kind: 'accept' })).toMatchObject({
      code: 'missing-material',
      names: ['食品经营许可申请书', '与食品经营相适应的主要设备设施、经营布局、操作流程等文件', '经营场所合法使用证明'],
    })
  })

  test('one document of a choice is enough, whichever it is', () => {
    const owner = PAPERS.map(({ name }) => ({ name: name === '房屋租赁合同' ? '不动产权证书' : name }))
    const food = submitted({ command: { ...SUBMIT, materials: owner } })
    food.at('2025-03-04 10:00').as(WINDOW).do({ kind: 'accept' })
    expect(food.state.status).toBe('accepted')
  })

  test('the answers on which conditions and documents depend', () => {
    const { 经营面积: _, ...unmeasured } = RESTAURANT
    const materials = PAPERS.filter(({ name }) => !name.includes('经营布局'))
    const food = submitted({ command: { ...SUBMIT, facts: unmeasured, materials } })
    food.at('2025-03-04 10:00').as(WINDOW)
    expect(food.refuses({ kind: 'accept' })).toMatchObject({ code: 'missing-fact', names: ['经营面积'] })
    food.as(APPLICANT).do({ kind: 'provideFacts', facts: factsOf(FOOD_LICENCE, { 经营面积: 30 }) })
    food.as(WINDOW).do({ kind: 'accept' })
    expect(food.open()).toEqual(['材料审查'])
    expect(food.standing('现场核查')).toBe('passedOver')
  })
})

describe('when nobody answers within five working days', () => {
  test('the case counts as accepted on the day of receipt', () => {
    const food = submitted()
    // Monday to Monday: the fifth working day after the day of receipt ends at midnight.
    expect(food.at('2025-03-10 23:59').as(SYSTEM).refuses({ kind: 'tick' }).code).toBe('nothing-due')
    const events = food.at('2025-03-11 00:00').do({ kind: 'tick' })
    expect(events.map(({ kind }) => kind)).toContain('accepted')
    expect(food.last('accepted')).toMatchObject({
      how: 'deemed',
      acceptedOn: '2025-03-03',
      at: moment('2025-03-11 00:00'),
      by: { kind: 'system' },
    })
    expect(food.standing('受理')).toBe('done')
    expect(food.open()).toEqual(['材料审查', '现场核查'])
  })

  test('a late look finds the same as a timely one', () => {
    const late = submitted()
    late.at('2025-03-17 09:00').as(staff('审查人员')).do({ kind: 'startStep', step: '材料审查' })
    const timely = submitted()
    timely.at('2025-03-11 00:00').as(SYSTEM).do({ kind: 'tick' })
    expect(late.last('accepted')).toEqual(timely.last('accepted'))
    expect(late.refuses({ kind: 'accept' }).code).toBe('wrong-status')
  })

  test('a command that is refused does not let it happen either', () => {
    const food = submitted().at('2025-03-17 09:00').as(WINDOW)
    food.refuses({ kind: 'completeStep', step: '决定' })
    expect(food.state.status).toBe('received')
  })
})

const INSTANT = defineMatter(`语言版本：1
事项：就业登记
事项类型：公共服务
办件类型：即办件
依据：《就业服务与就业管理规定》第六十三条
申报信息：
  信息：已经就业
    类型：是否
申请材料：
  材料：就业登记表
    来源：申请人自备
    必要性：必要
办理环节：
  环节：受理办结
    阶段：受理、决定
    角色：窗口人员
    时限：即办
    产出：就业登记证明
法定时限：15个工作日
承诺时限：即办
结果：就业登记证明
`)

test('a step that accepts and does more is accepted first, then completed', () => {
  const job = walk(INSTANT).as(APPLICANT)
  job.do({ kind: 'submit', materials: [{ name: '就业登记表' }] })
  job.at('2025-03-03 09:05').as(staff('窗口人员'))
  expect(job.refuses({ kind: 'completeStep', step: '受理办结' })).toMatchObject({ code: 'wrong-status' })
  job.do({ kind: 'accept' })
  expect(job.standing('受理办结')).toBe('running')
  expect(job.refuses({ kind: 'accept' }).code).toBe('wrong-status')
  job.do({ kind: 'completeStep', step: '受理办结' })
  expect(job.state).toMatchObject({ ending: 'closed', outputs: ['就业登记证明'] })
  expect(job.state.ledger).toMatchObject({ acceptedOn: '2025-03-03', decidedAt: moment('2025-03-03 09:05') })
})

const TWO_COUNTERS = `语言版本：1
事项：联合登记
事项类型：公共服务
办件类型：承诺件
依据：《示例省公共服务条例》第九条
申报信息：
  信息：收件份数
    类型：数
办理环节：
  环节：网上预审
    阶段：审查
    角色：预审人员
    时限：1个工作日
  环节：收件
    角色：窗口人员
    时限：1个工作日
    填写：收件份数
  环节：受理
    角色：登记人员
    时限：1个工作日
  环节：决定
    角色：登记人员
    时限：2个工作日
    产出：登记证明
法定时限：10个工作日
承诺时限：6个工作日
结果：登记证明
`

test('of several steps that accept the last one accepts the case', () => {
  const definition = defineMatter(TWO_COUNTERS)
  const joint = walk(definition).as(APPLICANT)
  joint.do({ kind: 'submit' })
  expect(joint.as(staff('窗口人员')).refuses({ kind: 'accept', step: '收件' }).code).toBe('step-not-ready')
  joint.as(staff('预审人员')).do({ kind: 'completeStep', step: '网上预审' })
  joint.as(staff('窗口人员'))
  expect(joint.refuses({ kind: 'accept' })).toMatchObject({ code: 'missing-fact', names: ['收件份数'] })
  joint.do({ kind: 'accept', facts: factsOf(definition, { 收件份数: 3 }) })
  expect(joint.state).toMatchObject({ status: 'received', facts: { 收件份数: { amount: '3' } } })
  expect(joint.open()).toEqual(['受理'])
  joint.as(staff('登记人员')).do({ kind: 'accept', step: '受理' })
  expect(joint.state.status).toBe('accepted')
})

test('a case that no step accepts counts as accepted at once, and conditions learn the day', () => {
  const direct = walk(
    defineMatter(`语言版本：1
事项：信息查询
事项类型：公共服务
办件类型：承诺件
依据：《示例省公共服务条例》第九条
办理环节：
  环节：审查决定
    阶段：决定
    当：【受理日期】不超过 2025年6月1日
    时限：2个工作日
    产出：查询结果
  环节：答复
    阶段：决定
    时限：1个工作日
    产出：查询结果
法定时限：10个工作日
承诺时限：3个工作日
结果：查询结果
`),
  ).as(APPLICANT)
  direct.do({ kind: 'submit' })
  expect(direct.last('accepted')).toMatchObject({ how: 'withoutStep', acceptedOn: '2025-03-03' })
  expect(direct.open()).toEqual(['审查决定'])
  direct.as(staff()).do({ kind: 'completeStep', step: '审查决定' })
  expect(direct.state.ledger.decidedAt).toBeUndefined()
  direct.at('2025-03-04 09:00').do({ kind: 'completeStep', step: '答复' })
  expect(direct.state.ledger.decidedAt).toBe(moment('2025-03-04 09:00'))
  expect(direct.state.ending).toBe('closed')
})

describe('a way that leads past the step of 受理', () => {
  const definition = defineMatter(`语言版本：1
事项：项目备案
事项类型：其他行政权力
办件类型：承诺件
依据：《企业投资项目核准和备案管理条例》第十三条
申报信息：
  信息：属于备案范围
    类型：是否
  信息：重大项目
    类型：是否
办理环节：
  环节：预审
    时限：1个工作日
  分流：分办
    如果：非【属于备案范围】，转 不予受理
    如果：【重大项目】，转 当场决定
    否则：转 受理
  环节：受理
    时限：1个工作日
  环节：决定
    时限：2个工作日
    产出：备案证明
  环节：当场决定
    时限：1个工作日
    产出：备案证明
  环节：不予受理
    时限：1个工作日
    产出：不予受理通知书
法定时限：10个工作日
承诺时限：4个工作日
结果：备案证明
结果：不予受理通知书
`)

  test.each([
    [{ 属于备案范围: true, 重大项目: false }, '受理', undefined],
    [{ 属于备案范围: true, 重大项目: true }, '当场决定', 'withoutStep'],
    [{ 属于备案范围: false, 重大项目: true }, '不予受理', undefined],
  ] as const)('accepts where a decision is to come: %j', (plain, step, how) => {
    const project = walk(definition)
    project.do({ kind: 'submit', facts: factsOf(definition, plain) })
    project.as(staff()).do({ kind: 'completeStep', step: '预审' })
    expect(project.open()).toEqual([step])
    expect(project.last('accepted')?.how).toBe(how)
    if (step === '受理') return
    expect(project.refuses({ kind: 'accept' }).code).toBe('wrong-status')
    project.do({ kind: 'completeStep', step })
    expect(project.state.ending).toBe('closed')
    expect(project.last('accepted')?.how).toBe(how)
  })
})
