import { describe, expect, test } from 'vitest'
import { codesIn, compileOne, findingsIn, markedText, matterText, modelOf } from '../../support/matter-text.ts'

describe('conditions', () => {
  const facts = [
    '信息：经营面积',
    '  类型：数',
    '  单位：平方米',
    '信息：主体业态',
    '  类型：枚举',
    '  取值：食品销售经营、餐饮服务经营、单位食堂',
    '信息：网络经营',
    '  类型：是否',
    '信息：注册资本',
    '  类型：数',
    '  单位：万元',
    '信息：投资总额',
    '  类型：金额',
    '信息：从业年限',
    '  类型：数',
    '  单位：年',
    '信息：停业时间',
    '  类型：时长',
    '信息：到期日',
    '  类型：日期',
    '信息：备注名称',
    '  类型：文本',
  ]
  const situations = ['情形：大型餐馆', '  当：【经营面积】150平方米以上 且 【主体业态】为 餐饮服务经营']
  const lowered = (condition: string) => {
    const text = matterText({ facts, situations, materials: ['材料：平面图', `  当：${condition}`] })
    return compileOne(text).matter.materials[0]?.when
  }

  test('a range becomes comparisons that both must hold', () => {
    expect(lowered('【经营面积】50平方米以上不满150平方米')).toEqual({
      kind: 'all',
      of: [
        { kind: 'compare', fact: '经营面积', operator: 'ge', operand: { kind: 'number', amount: '50' } },
        { kind: 'compare', fact: '经营面积', operator: 'lt', operand: { kind: 'number', amount: '150' } },
      ],
    })
  })

  test('属于 and 不属于', () => {
    const oneOf = {
      kind: 'oneOf',
      fact: '主体业态',
      operands: [
        { kind: 'option', option: '餐饮服务经营' },
        { kind: 'option', option: '单位食堂' },
      ],
    }
    expect(lowered('【主体业态】属于 餐饮服务经营、单位食堂')).toEqual(oneOf)
    expect(lowered('【主体业态】不属于 餐饮服务经营、单位食堂')).toEqual({ kind: 'not', of: oneOf })
  })

  test('a name that stands alone is a situation or a 是否 fact', () => {
    expect(lowered('【大型餐馆】 或 【网络经营】')).toEqual({
      kind: 'any',
      of: [
        { kind: 'situation', situation: '大型餐馆' },
        { kind: 'fact', fact: '网络经营' },
      ],
    })
    expect(lowered('【大型餐馆】为 否')).toEqual({ kind: 'not', of: { kind: 'situation', situation: '大型餐馆' } })
  })

  test.each([
    ['【注册资本】不低于 1000万元', 'ge', { kind: 'number', amount: '1000' }],
    ['【注册资本】不低于 500000元', 'ge', { kind: 'number', amount: '50' }],
    ['【投资总额】超过 1.2万元', 'gt', { kind: 'money', amountFen: '1200000' }],
    ['【从业年限】不低于 3年', 'ge', { kind: 'number', amount: '3' }],
    ['【停业时间】超过 3个月', 'gt', { kind: 'duration', duration: { unit: 'month', amount: '3' } }],
    ['【到期日】低于 2026年1月1日', 'lt', { kind: 'date', date: '2026-01-01' }],
    ['【备注名称】为 “无”', 'eq', { kind: 'text', text: '无' }],
    ['【网络经营】为 否', 'eq', { kind: 'boolean', value: false }],
  ])('the right side is read by the type of the left: %s', (condition, operator, operand) => {
    expect(lowered(condition)).toMatchObject({ kind: 'compare', operator, operand })
  })

  test('dates may be compared with what every case knows', () => {
    expect(lowered('【到期日】不超过 申请日期')).toMatchObject({ operand: { kind: 'fact', fact: '申请日期' } })
    expect(lowered('【受理日期】超过 2026年1月1日')).toMatchObject({ fact: '受理日期' })
  })

  const wrong = (condition: string) => {
    const text = matterText({ facts, situations, materials: ['材料：平面图', `  当：${condition}`] })
    return findingsIn(text)
      .filter(({ code }) => code !== 'ZW4005')
      .map((finding) => `${finding.code} ${markedText(text, finding)}`)
  }

  test.each([
    ['【主体业态】≥ 3', 'ZW5001 主体业态'],
    ['【经营面积】', 'ZW5001 经营面积'],
    ['【经营面积】150亩以上', 'ZW5002 150亩'],
    ['【主体业态】为 餐饮服务', 'ZW5003 餐饮服务'],
    ['【停业时间】超过 “很久”', 'ZW5007 “很久”'],
    ['【经营面积】为 是', 'ZW5007 是'],
    ['【大形餐馆】', 'ZW4001 大形餐馆'],
    ['【到期日】超过 2026年2月30日', 'ZW1102 2026年2月30日'],
    ['【停业时间】超过 30日', 'ZW5004 30日'],
    ['【到期日】超过 申请日期加5日', 'ZW5004 加5日'],
    ['【到期日】超过 申请日期加3个月加5日', 'ZW5007 申请日期加3个月加5日'],
  ])('%s is reported as %s', (condition, expected) => {
    expect(wrong(condition)).toEqual([expected])
  })

  test('a condition with a wrong part is left out as a whole, and what it would decide stays silent', () => {
    expect(lowered('【经营面积】150亩以上 或 【网络经营】')).toBeUndefined()
  })
})

describe('日 without 工作 or 自然', () => {
  const limits = (...lines: readonly string[]) => modelOf({ limits: lines }).statutoryLimits[0]?.limit

  test('is a working day for a licence and a natural day elsewhere', () => {
    expect(limits('法定时限：20日')).toEqual({ unit: 'workday', amount: '20' })
    const service = modelOf({ properties: ['事项类型：公共服务'], limits: ['法定时限：20日'] })
    expect(service.statutoryLimits[0]?.limit).toEqual({ unit: 'calendarDay', amount: '20' })
    expect([service.profile, modelOf().profile]).toEqual(['民法典', '行政许可法'])
  })

  test('goes by the profile that the matter or the line names', () => {
    const matter = modelOf({
      properties: ['事项类型：行政处罚', '计算规则：行政处罚法'],
      limits: ['法定时限：7日', '承诺时限：10日', '承诺时限：20日', '  计算规则：行政许可法'],
    })
    expect([...matter.statutoryLimits, ...matter.promisedLimits].map(({ limit }) => limit)).toEqual([
      { unit: 'workday', amount: '7' },
      { unit: 'calendarDay', amount: '10' },
      { unit: 'workday', amount: '20' },
    ])
  })

  test('how long a result is valid is no time limit of an agency', () => {
    const { outputs } = modelOf({ outputs: ['结果：占道施工许可证', '  有效期：30日'] })
    expect(outputs[0]?.validity).toEqual({ unit: 'calendarDay', amount: '30' })
  })

  test('both readings are offered, the one that is used first', () => {
    const text = matterText({ limits: ['法定时限：20日（自2025年1月1日起）', '承诺时限：3个工作日'] })
    const [finding] = findingsIn(text)
    expect(finding && markedText(text, finding)).toBe('20日')
    expect(finding?.message).toBe('“20日”没有说明是工作日还是自然日，依行政许可法第八十二条按工作日理解')
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['改为“20个工作日”', '改为“20个自然日”'])
  })

  test('an unknown profile is named with those that exist', () => {
    const [finding] = findingsIn(matterText({ properties: ['事项类型：公共服务', '计算规则：行政许可发'] }))
    expect([finding?.message, finding?.fixes[0]?.title]).toEqual([
      '找不到名为“行政许可发”的计算规则',
      '改为“行政许可法”',
    ])
  })
})

describe('dates and counts', () => {
  test('a day that does not exist is an error and is left out', () => {
    const text = matterText({ properties: ['事项类型：公共服务', '施行：自2026年2月30日起'] })
    expect(findingsIn(text).map(({ message }) => message)).toEqual([
      '“施行：自2026年2月30日起”应为日期，如“2026年9月28日”（2026年2月只有28天）',
    ])
    expect(compileOne(text).matter.effectiveFrom).toBeUndefined()
  })

  test('dated limits keep both ends', () => {
    const { promisedLimits } = modelOf({
      limits: [
        '法定时限：20个工作日',
        '承诺时限：5个工作日（自2023年1月1日起至2024年12月31日）',
        '承诺时限：3个工作日（自2025年1月1日起）',
      ],
    })
    expect(promisedLimits.map(({ from, to }) => [from, to])).toEqual([
      ['2023-01-01', '2024-12-31'],
      ['2025-01-01', undefined],
    ])
  })

  test('an end before its beginning is an error', () => {
    expect(
      codesIn(
        matterText({ limits: ['法定时限：20个工作日', '承诺时限：3个工作日（自2025年1月1日起至2024年1月1日）'] }),
      ),
    ).toEqual(['ZW8006'])
  })

  test('times are whole numbers', () => {
    expect(codesIn(matterText({ properties: ['事项类型：公共服务', '到现场次数：0.5次'] }))).toEqual(['ZW1102'])
  })
})

describe('steps', () => {
  const stagesOf = (...names: readonly string[]) =>
    modelOf({ steps: names.flatMap((name) => [`环节：${name}`, '  时限：1个工作日']) }).flow.map((item) =>
      item.kind === 'step' ? item.stages : [],
    )

  test('the stage follows from the name, unless 阶段 says otherwise', () => {
    expect(stagesOf('收件', '现场核查', '审批', '制证送达')).toEqual([
      ['acceptance'],
      ['review'],
      ['decision'],
      ['certificate', 'delivery'],
    ])
    const { flow } = modelOf({ steps: ['环节：受理', '环节：核准', '  阶段：审查、决定'] })
    expect(flow[1]).toMatchObject({ stages: ['review', 'decision'] })
  })

  test('the only step of a matter is every stage', () => {
    expect(stagesOf('受理并办结')).toEqual([['acceptance', 'review', 'decision', 'certificate', 'delivery']])
  })

  test('several 时限 keep their conditions and order', () => {
    const facts = ['信息：加急', '  类型：是否']
    const { flow } = modelOf({
      facts,
      steps: ['环节：受理', '  时限：0.5个工作日', '    当：【加急】', '  时限：1个工作日'],
    })
    expect(flow[0]).toMatchObject({
      limits: [
        { limit: { unit: 'workday', amount: '0.5' }, when: { kind: 'fact', fact: '加急' } },
        { limit: { unit: 'workday', amount: '1' } },
      ],
    })
  })

  test('a special procedure does not count unless it says so', () => {
    const { specialProcedures } = modelOf({ procedures: ['特别程序：听证', '  位置：受理之后', '  时限：20个工作日'] })
    expect(specialProcedures[0]).toMatchObject({ clock: 'excluded', placement: { step: '受理', where: 'after' } })
  })

  test('it may stand beside another one', () => {
    const procedures = [
      '特别程序：听证',
      '  位置：受理之后',
      '  计时：计入',
      '特别程序：公告',
      '  位置：听证期间',
      '  计时：计入',
    ]
    expect(modelOf({ procedures }).specialProcedures[1]).toMatchObject({ placement: { step: '听证', where: 'beside' } })
  })

  test('a decision table cannot be named yet', () => {
    const steps = ['环节：受理', '  时限：1个工作日', '环节：决定', '  时限：【核查方式·核查时限】']
    expect(codesIn(matterText({ steps, limits: ['法定时限：20个工作日'] }))).toEqual(['ZW4001'])
  })
})

describe('what may stand anywhere', () => {
  test('依据 keeps title, number and articles; 说明 and 备注 are notes', () => {
    const { sources, notes } = modelOf({
      properties: ['依据：《某办法》（国家某局令第78号）第四条第一款第（二）项、附件3', '说明：甲', '备注：乙'],
    })
    expect(sources).toMatchObject([
      {
        title: '某办法',
        qualifier: '国家某局令第78号',
        articles: [{ article: 4, paragraph: 1, item: 2 }, { appendix: 3 }],
      },
    ])
    expect(notes).toEqual(['甲', '乙'])
  })

  test('不收费 in any of its usual words', () => {
    for (const words of [
      '不收费',
      '不收',
      '免费',
      '免费办理',
      '免收',
      '不收费。',
      '否',
      '此项不收费',
      '本事项不收取任何费用',
      '无',
    ]) {
      expect(modelOf({ properties: [`是否收费：${words}`] }).fees).toMatchObject([{ charged: false }])
    }
    expect(modelOf({ properties: ['收费：无纸化考试费'] }).fees).toMatchObject([{ charged: true }])
    expect(modelOf({ properties: ['收费：工本费', '  标准：120元／本'] }).fees).toMatchObject([
      { charged: true, amountFen: '12000', per: '本' },
    ])
  })

  test.each(['按规定收取', '按照国家有关规定执行。', '详见收费标准', '依法收费', '以物价部门核定为准'])(
    '收费：%s does not say what is charged either',
    (fee) => {
      expect(findingsIn(matterText({ properties: [`收费：${fee}`] })).map(({ code }) => code)).toEqual(['ZW1102'])
    },
  )

  test('a fee may be called by how it is counted', () => {
    const properties = ['收费：按件收取的工本费', '  标准：10元／件', '  依据：《示例收费管理办法》']
    expect(findingsIn(matterText({ properties }))).toEqual([])
  })

  test('是否收费：是 does not say what is charged', () => {
    const [finding] = findingsIn(matterText({ properties: ['是否收费：是'] }))
    expect(finding?.code).toBe('ZW1102')
    expect(finding?.message).toBe('“收费：是”应为收费项目的名称或者“不收费”，如“考试费”')
  })

  test('every part knows where it stands', () => {
    const text = matterText({ materials: ['材料：施工方案', '  份数：2份'] })
    const [material] = compileOne(text).matter.materials
    const span = material?.origin?.span
    expect(span && text.slice(span.start, span.end)).toBe('材料：施工方案')
    expect(material?.copies).toBe('2')
  })
})
