import { describe, expect, test } from 'vitest'
import { codesIn, findingsIn, type MatterParts, markedText, matterText } from '../../../support/matter-text.ts'

function messages(parts: Partial<MatterParts>, asOf?: string): readonly string[] {
  return findingsIn(matterText(parts), asOf).map(({ code, message }) => `${code} ${message}`)
}

const INSPECTED = [
  '环节：受理',
  '  时限：1个工作日',
  '环节：材料审查',
  '  时限：3个工作日',
  '环节：现场核查',
  '  当：【需要核查】',
  '  时限：5个工作日',
  '并联：材料审查、现场核查',
  '环节：决定',
  '  时限：1个工作日',
  '环节：制证送达',
  '  时限：1个工作日',
  '  产出：占道施工许可证',
]
const INSPECTION_FACT = ['信息：需要核查', '  类型：是否']

test('the plain matter gives no finding', () => {
  expect(messages({})).toEqual([])
})

describe('承诺时限 against 法定时限 (ZW6001)', () => {
  test('a longer promise is an error', () => {
    const limits = ['法定时限：2个工作日', '承诺时限：3个工作日']
    expect(messages({ limits })).toEqual(['ZW6001 承诺时限3个工作日超过法定时限2个工作日'])
  })

  test('limits of different units are converted, and the rate shows', () => {
    const limits = ['法定时限：3个自然日', '承诺时限：3个工作日']
    expect(messages({ limits })).toEqual(['ZW6001 承诺时限3个工作日超过法定时限3个自然日（折合2.1个工作日）'])
  })

  test('limits of situations that exclude each other are not compared', () => {
    const facts = ['信息：大型项目', '  类型：是否']
    const steps = [
      '环节：受理',
      '  时限：即办',
      '环节：决定',
      '  时限：8个工作日',
      '    当：【大型项目】',
      '  时限：3个工作日',
      '  产出：占道施工许可证',
    ]
    const limits = [
      '法定时限：10个工作日',
      '  当：【大型项目】',
      '法定时限：5个工作日',
      '承诺时限：8个工作日',
      '  当：【大型项目】',
      '承诺时限：3个工作日',
    ]
    expect(messages({ facts, steps, limits })).toEqual([])
  })

  test('only the promise in force on the day counts', () => {
    const limits = [
      '法定时限：3个工作日',
      '承诺时限：5个工作日（自2023年1月1日起）',
      '承诺时限：3个工作日（自2025年1月1日起）',
    ]
    expect(messages({ limits })).toEqual([])
    expect(messages({ limits }, '2026-11-22')).toEqual([])
    expect(codesIn(matterText({ limits }), '2024-06-03')).toEqual(['ZW6001', 'ZW6003'])
  })
})

describe('环节用时 against 承诺时限 (ZW6002, ZW6003)', () => {
  test('a promise shorter than the critical path names the chain of steps', () => {
    const found = findingsIn(
      matterText({ facts: INSPECTION_FACT, steps: INSPECTED, limits: ['法定时限：20个工作日', '承诺时限：5个工作日'] }),
    )
    expect(found.map(({ message }) => message)).toEqual([
      '环节用时（受理1→现场核查5→决定1→制证送达1＝8）超过承诺时限5个工作日',
    ])
    expect(found[0]?.labels.map(({ text }) => text)).toEqual([
      '【需要核查】为是时办不到',
      '1个工作日',
      '5个工作日',
      '1个工作日',
      '1个工作日',
    ])
  })

  test('a promise equal to the critical path is right', () => {
    const limits = ['法定时限：20个工作日', '承诺时限：8个工作日']
    expect(messages({ facts: INSPECTION_FACT, steps: INSPECTED, limits })).toEqual([])
  })

  test('halves count exactly', () => {
    const steps = ['环节：受理', '  时限：0.5个工作日', '环节：决定', '  时限：半个工作日', '  产出：占道施工许可证']
    expect(messages({ steps, limits: ['法定时限：20个工作日', '承诺时限：1个工作日'] })).toEqual([])
  })

  test('time that no step takes is a warning with the amount', () => {
    const limits = ['法定时限：20个工作日', '承诺时限：5个工作日']
    expect(messages({ limits })).toEqual(['ZW6003 环节用时合计3个工作日，承诺时限5个工作日，有2个工作日没有分配'])
  })

  test('each promise is compared with the path of its own situations', () => {
    const limits = ['法定时限：20个工作日', '承诺时限：8个工作日', '  当：【需要核查】', '承诺时限：6个工作日']
    expect(messages({ facts: INSPECTION_FACT, steps: INSPECTED, limits })).toEqual([])
    const swapped = ['法定时限：20个工作日', '承诺时限：6个工作日', '  当：【需要核查】', '承诺时限：8个工作日']
    expect(codesIn(matterText({ facts: INSPECTION_FACT, steps: INSPECTED, limits: swapped }))).toEqual([
      'ZW6002',
      'ZW6003',
    ])
  })

  test('a step without 时限 is pointed out where others have one, instead of unassigned time (ZW6016)', () => {
    const steps = ['环节：受理', '  时限：1个工作日', '环节：决定', '  产出：占道施工许可证']
    expect(messages({ steps })).toEqual(['ZW6016 环节“决定”没有写“时限：”，计算关键路径时按0个工作日计'])
  })
})

describe('targets (ZW6006, ZW6007, ZW6014)', () => {
  const target = (goal: string, basis = true) => [`压减时限：${goal}`, ...(basis ? ['  口径：法定时限→承诺时限'] : [])]

  test('a missed goal tells the exact cut and the days lacking', () => {
    const limits = ['法定时限：7个工作日', '承诺时限：3个工作日']
    expect(messages({ limits, targets: target('不低于60%') })).toEqual([
      'ZW6006 目标“压减时限：不低于60%”未达到：法定7→承诺3，压减57.1%（还差0.2个工作日）',
    ])
  })

  test('exactly 60 % meets 60 %', () => {
    const steps = ['环节：受理', '  时限：1个工作日', '环节：决定', '  时限：7个工作日', '  产出：占道施工许可证']
    const limits = ['法定时限：20个工作日', '承诺时限：8个工作日']
    expect(messages({ steps, limits, targets: target('不低于60%') })).toEqual([])
  })

  test('a cut of 59.96 % is never shown as 60 %', () => {
    const limits = ['法定时限：2500个工作日', '  依据：《某条例》', '承诺时限：1001个工作日']
    const steps = ['环节：受理', '  时限：1个工作日', '环节：决定', '  时限：1000个工作日', '  产出：占道施工许可证']
    expect(messages({ steps, limits, targets: target('不低于60%') }).join()).toContain('压减59.96%')
  })

  test('a goal without 口径 is read as 法定时限→承诺时限', () => {
    expect(messages({ targets: target('不低于60%', false) })).toEqual([
      'ZW6007 “压减时限：不低于60%”没有写“口径：”，按“法定时限→承诺时限”计算',
    ])
  })

  test('压减到 where 压减 was meant: the figures are exactly those of the other wording', () => {
    const limits = ['法定时限：10个工作日', '承诺时限：3个工作日']
    expect(messages({ limits, targets: target('压减到70%') })).toEqual([
      'ZW6014 “压减时限：压减到70%”是说减掉30%、剩下70%；是不是想写“压减70%”？',
    ])
  })

  test('压减 where 压减到 was meant', () => {
    const limits = ['法定时限：4个工作日', '承诺时限：3个工作日']
    expect(codesIn(matterText({ limits, targets: target('压减75%') }))).toEqual(['ZW6006', 'ZW6014'])
    expect(codesIn(matterText({ limits, targets: target('压减80%') }))).toEqual(['ZW6006'])
    expect(codesIn(matterText({ limits, targets: target('压减25%') }))).toEqual([])
  })

  test.each([
    ['不高于66%', '最多减掉66%', '不低于66%'],
    ['低于60%', '最多减掉60%', '不低于60%'],
    ['压减到40%以上', '至少剩下40%', '压减到40%'],
  ])('%s is the better met the less is cut', (goal, meaning, suggestion) => {
    const limits = ['法定时限：10个工作日', '承诺时限：5个工作日']
    expect(messages({ limits, targets: target(goal) })).toContain(
      `ZW6014 “压减时限：${goal}”是说${meaning}，一点不减也算达到；是不是想写“${suggestion}”？`,
    )
  })

  test('nothing can be cut by more than 100 %', () => {
    const limits = ['法定时限：10个工作日', '承诺时限：5个工作日']
    expect(messages({ limits, targets: target('不低于660%') }).join()).toContain('ZW1102 “压减时限：不低于660%”')
    expect(messages({ limits, targets: target('压减100.5%') }).join()).toContain('ZW1102')
    expect(messages({ limits, targets: target('不低于100%') }).join()).not.toContain('ZW1102')
  })

  test('at one half both wordings say the same', () => {
    const limits = ['法定时限：6个工作日', '承诺时限：3个工作日']
    expect(messages({ limits, targets: target('压减到50%') })).toEqual([])
  })
})

describe('the way to the decision against 法定时限 (ZW6023)', () => {
  const slow = [
    '环节：受理',
    '  时限：5个工作日',
    '环节：审查决定',
    '  时限：20个工作日',
    '环节：送达',
    '  时限：9个工作日',
    '  产出：占道施工许可证',
  ]

  test('acceptance and delivery are not in it', () => {
    expect(messages({ steps: slow, limits: ['法定时限：20个工作日'] })).toEqual([])
    expect(messages({ steps: slow, limits: ['法定时限：19个工作日'] })).toEqual([
      'ZW6023 从受理到决定用时（审查决定20＝20）超过法定时限19个工作日',
    ])
  })

  test('unless the limit starts with the application', () => {
    const limits = ['法定时限：20个工作日', '  起算：收到申请之日的次日']
    expect(messages({ steps: slow, limits })).toEqual([
      'ZW6023 从受理到决定用时（受理5→审查决定20＝25）超过法定时限20个工作日',
    ])
  })
})

describe('法定时限 itself', () => {
  test('a matter without one is left out of the totals (ZW2004)', () => {
    expect(messages({ limits: ['承诺时限：3个工作日'] })).toEqual(['ZW2004 事项“占道施工许可”缺少“法定时限：”'])
  })

  test('a licence above twenty working days needs another law as its source (ZW6015)', () => {
    const limits = ['法定时限：30个工作日', '承诺时限：3个工作日']
    expect(messages({ limits })).toEqual([
      'ZW6015 法定时限30个工作日超过《中华人民共和国行政许可法》第四十二条第一款规定的20个工作日',
    ])
    const sourced = ['法定时限：30个工作日', '  依据：《城市道路管理条例》第三十三条', '承诺时限：3个工作日']
    expect(messages({ limits: sourced })).toEqual([])
    const joint = ['事项类型：行政许可', '联办机构：公安机关', '依据：《城市道路管理条例》']
    expect(messages({ properties: joint, limits })).toEqual([])
    const service = ['事项类型：公共服务']
    expect(messages({ properties: service, limits })).toEqual([])
  })

  test('a line below one without 当 is never reached (ZW6018)', () => {
    const facts = ['信息：大型项目', '  类型：是否']
    const limits = ['法定时限：20个工作日', '承诺时限：3个工作日', '承诺时限：5个工作日', '  当：【大型项目】']
    const text = matterText({ facts, limits })
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe('这一行“承诺时限：”永远用不上：第17行没有“当：”，已经包括了所有情形')
    expect(finding && markedText(text, finding)).toBe('承诺时限：5个工作日')
  })

  test('a gap in the timeline is an error (ZW8001)', () => {
    const limits = [
      '法定时限：20个工作日',
      '承诺时限：5个工作日（自2023年1月1日起至2024年6月30日）',
      '承诺时限：3个工作日（自2024年9月1日起）',
    ]
    expect(messages({ limits })).toEqual(['ZW8001 承诺时限的时间线有空档：2024年7月1日至2024年8月31日没有有效规定'])
    const openStart = limits.map((line) => line.replace('自2023年1月1日起至', '至'))
    expect(messages({ limits: openStart })).toEqual(messages({ limits }))
    expect(messages({ limits: [...limits, '承诺时限：6个工作日'] })).toEqual([])
  })

  test.each([
    ['（自2024年1月1日起）', '（自2024年1月1日起）', '自2024年1月1日起'],
    ['（自2023年1月1日起至2024年6月30日）', '（自2024年6月30日起）', '在2024年6月30日至2024年6月30日'],
    ['（至2024年6月30日）', '（自2024年1月1日起至2024年3月31日）', '在2024年1月1日至2024年3月31日'],
  ])('two lines in force at once are an error: %s and %s (ZW8007)', (first, second, when) => {
    const limits = ['法定时限：20个工作日', `承诺时限：3个工作日${first}`, `承诺时限：3个工作日${second}`]
    expect(messages({ limits })).toEqual([`ZW8007 两条承诺时限${when}同时有效`])
    const facts = ['信息：大型项目', '  类型：是否']
    const bySituation = [...limits, '  当：【大型项目】']
    expect(messages({ facts, limits: bySituation })).toEqual([])
  })
})

describe('即办件', () => {
  const properties = ['事项类型：公共服务', '办件类型：即办件']

  test('may have several steps of hours, but not of more than a day together (ZW2005)', () => {
    const steps = (first: string, second: string) => [
      '环节：受理',
      `  时限：${first}`,
      '环节：决定',
      `  时限：${second}`,
      '  产出：占道施工许可证',
    ]
    const limits = ['法定时限：5个工作日', '承诺时限：1个工作日']
    expect(messages({ properties, steps: steps('4小时', '4小时'), limits })).toEqual([])
    expect(messages({ properties, steps: steps('1个工作日', '4小时'), limits })).toEqual([
      'ZW2005 办件类型为即办件，2个环节一共却要1.5个工作日',
    ])
  })

  test('promises no more than the same working day (ZW6021)', () => {
    const steps = ['环节：受理并办结', '  时限：2个工作日', '  产出：占道施工许可证']
    const limits = ['法定时限：5个工作日', '承诺时限：2个工作日']
    expect(messages({ properties, steps, limits })).toEqual(['ZW6021 办件类型为即办件，承诺时限却是2个工作日'])
    const sameDay = ['环节：受理并办结', '  时限：1个工作日', '  产出：占道施工许可证']
    expect(messages({ properties, steps: sameDay, limits: ['法定时限：5个工作日', '承诺时限：1个工作日'] })).toEqual([])
  })
})

describe('延长 and 特别程序', () => {
  test('an 延长 says either how much more or up to what (ZW6017)', () => {
    expect(
      codesIn(matterText({ procedures: ['延长：延长办理', '  时限：10个工作日', '  延长至：30个工作日'] })),
    ).toEqual(['ZW6017'])
    expect(codesIn(matterText({ procedures: ['延长：延长办理', '  批准：本机关负责人'] }))).toEqual(['ZW6017'])
    expect(codesIn(matterText({ procedures: ['延长：延长办理', '  延长至：30个工作日'] }))).toEqual([])
  })

  test('time kept out of the limit needs a source (ZW6008)', () => {
    const review = ['特别程序：专家评审', '  位置：受理之后', '  时限：20个工作日', '  计时：不计入']
    expect(messages({ procedures: review })).toEqual(['ZW6008 特别程序“专家评审”的时间不计入办理时限，但没有“依据：”'])
    expect(messages({ procedures: [...review, '  依据：《中华人民共和国行政许可法》第四十五条'] })).toEqual([])
    expect(
      codesIn(
        matterText({ procedures: ['特别程序：专家评审', '  位置：受理之后', '  时限：20个工作日', '  计时：计入'] }),
      ),
    ).toEqual(['ZW6023', 'ZW6002'])
  })
})
