import { describe, expect, test } from 'vitest'
import { applyFix, codesIn, findingsIn, type MatterParts, matterText } from '../../../support/matter-text.ts'

function messages(parts: Partial<MatterParts>, asOf?: string): readonly string[] {
  return findingsIn(matterText(parts), asOf).map(({ code, message }) => `${code} ${message}`)
}

describe('names that nothing uses (ZW4005)', () => {
  test('a fact is asked for in vain', () => {
    const text = matterText({ facts: ['信息：从业人数', '  类型：数', '  单位：人'] })
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe('“信息：从业人数”没有被用到')
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('a situation that no line mentions', () => {
    const facts = ['信息：大型项目', '  类型：是否']
    expect(messages({ facts, situations: ['情形：大型', '  当：【大型项目】'] })).toEqual([
      'ZW4005 “情形：大型”没有被用到',
    ])
  })

  test('plain text of a form, such as an address, needs no rule', () => {
    expect(messages({ facts: ['信息：通信地址', '  类型：文本'] })).toEqual([])
  })

  test('a fact that a step collects is used', () => {
    const facts = ['信息：踏勘意见', '  类型：枚举', '  取值：同意、不同意']
    const steps = [
      '环节：受理',
      '  时限：1个工作日',
      '环节：决定',
      '  时限：2个工作日',
      '  填写：踏勘意见',
      '  产出：占道施工许可证',
    ]
    expect(messages({ facts, steps })).toEqual([])
  })
})

describe('conditions that decide nothing (ZW3009)', () => {
  const facts = ['信息：占道面积', '  类型：数', '  单位：平方米', '信息：夜间施工', '  类型：是否']
  const material = (condition: string) => ['材料：交通组织方案', `  当：${condition}`, '  来源：数据共享']

  test('never', () => {
    expect(
      messages({
        facts,
        materials: material('【占道面积】150平方米以上 且 【占道面积】不满100平方米 且 【夜间施工】'),
      }),
    ).toEqual(['ZW3009 这个条件永远不成立（【占道面积】150平方米以上 且 【占道面积】不满100平方米 且 【夜间施工】）'])
  })

  test('always', () => {
    expect(
      messages({
        facts,
        materials: material('【占道面积】100平方米以上 或 【占道面积】不满100平方米 或 【夜间施工】'),
      }),
    ).toEqual([expect.stringMatching(/^ZW3009 这个条件永远成立/)])
  })

  test('what rests on a constant situation is only its echo', () => {
    const situations = [
      '情形：超大',
      '  当：【占道面积】150平方米以上 且 【占道面积】不满100平方米',
      '情形：夜间超大',
      '  当：【超大】 且 【夜间施工】',
    ]
    expect(messages({ facts, situations, materials: material('【夜间超大】') })).toEqual([
      expect.stringMatching(/^ZW3009/),
    ])
  })
})

describe('受理条件', () => {
  test('needs a rule or a note for a person (ZW7001)', () => {
    expect(messages({ requirements: ['条件：施工方案可行'] })).toEqual([
      'ZW7001 条件“施工方案可行”既没有“判断：”也没有“人工判断：”',
    ])
    expect(messages({ requirements: ['条件：施工方案可行', '  人工判断：专家看方案'] })).toEqual([])
  })

  test('a document that it asks for belongs to the materials (ZW7005)', () => {
    const requirements = ['条件：申请人已取得建设工程规划许可证', '  人工判断：核对证件']
    expect(messages({ requirements, materials: ['材料：施工方案'] })).toEqual([
      'ZW7005 条件“申请人已取得建设工程规划许可证”要求“建设工程规划许可证”，申请材料里没有',
    ])
    expect(messages({ requirements, materials: ['材料：建设工程规划许可证（正本）', '  来源：数据共享'] })).toEqual([])
  })

  test('a matter without any list of materials is not held to it', () => {
    expect(messages({ requirements: ['条件：申请人已取得营业执照', '  人工判断：核对登记状态'] })).toEqual([])
  })
})

describe('依据 (ZW7002)', () => {
  const service = ['事项类型：公共服务']
  const licence = ['事项类型：行政许可']
  const handedIn = (name: string, ...lines: readonly string[]) => [`材料：${name}`, '  来源：申请人自备', ...lines]
  const SOURCE = '  依据：《城市道路管理条例》第三十一条'

  test('a licence without any source is told once, not for every material', () => {
    const materials = [...handedIn('申请书'), ...handedIn('施工方案'), ...handedIn('位置图')]
    expect(messages({ properties: licence, materials })).toEqual(['ZW7002 事项“占道施工许可”没有“依据：”'])
  })

  test('the source of the matter covers its materials', () => {
    expect(messages({ materials: [...handedIn('申请书'), ...handedIn('施工方案')] })).toEqual([])
  })

  test('where most materials name their own source the others stand out', () => {
    const materials = [...handedIn('申请书', SOURCE), ...handedIn('施工方案', SOURCE), ...handedIn('位置图')]
    expect(messages({ materials })).toEqual(['ZW7002 材料“位置图”没有“依据：”'])
  })

  test('what the office fetches by itself needs none', () => {
    const materials = [...handedIn('申请书', SOURCE), '材料：营业执照', '  来源：数据共享']
    expect(messages({ materials })).toEqual([])
  })

  test('a service needs none, a fee always does', () => {
    expect(messages({ properties: service, materials: handedIn('申请书') })).toEqual([])
    expect(messages({ properties: [...service, '收费：工本费', '  标准：10元／本'] })).toEqual([
      'ZW7002 收费“工本费”没有“依据：”',
    ])
    expect(messages({ properties: [...service, '收费：不收费'] })).toEqual([])
  })
})

describe('容缺后补 (ZW2004)', () => {
  test('says how long a material may be late', () => {
    const late = ['材料：位置图', '  来源：申请人自备', '  必要性：容缺后补']
    expect(messages({ materials: late })).toEqual(['ZW2004 容缺后补的材料“位置图”缺少“容缺期限：”'])
    expect(messages({ materials: [...late, '  容缺期限：5个工作日'] })).toEqual([])
  })
})

describe('dates of the matter', () => {
  test('失效 before 施行 (ZW8006)', () => {
    expect(messages({ properties: ['事项类型：公共服务', '施行：自2025年1月1日起', '失效：2024年12月31日'] })).toEqual([
      'ZW8006 起止日期颠倒：2025年1月1日晚于2024年12月31日',
    ])
  })

  test('a check longer ago than a year, seen from the day of the report (ZW8003)', () => {
    const properties = ['事项类型：公共服务', '核对：2025年11月21日']
    expect(messages({ properties })).toEqual([])
    expect(messages({ properties }, '2026-11-21')).toEqual([])
    expect(messages({ properties }, '2026-11-22')).toEqual(['ZW8003 最近一次核对是2025年11月21日，已超过12个月'])
  })
})

describe('materials printed in one breath with their form and number (ZW7009)', () => {
  const taken = (...materials: readonly string[]) => {
    const text = matterText({ materials })
    const finding = findingsIn(text).find(({ code }) => code === 'ZW7009')
    const [fix] = finding?.fixes ?? []
    return { message: finding?.message, text: fix && applyFix(text, fix) }
  }

  test.each([
    ['身份证复印件1份', ['材料：身份证', '  形式：复印件', '  份数：1份']],
    ['近期照片两张', ['材料：近期照片', '  份数：两张']],
    ['租赁合同（原件一式三份）', ['材料：租赁合同', '  形式：原件', '  份数：三份']],
    ['高龄津贴申请书 原件１份', ['材料：高龄津贴申请书', '  形式：原件', '  份数：１份']],
  ])('%s is taken apart', (name, lines) => {
    const { message, text } = taken(`材料：${name}`)
    expect(message).toBe(`材料名称“${name}”里写着份数`)
    expect(text).toContain(lines.map((line) => `  ${line}`).join('\n'))
    expect(codesIn(text ?? '')).toEqual([])
  })

  test('what is said apart already is not said twice', () => {
    const { text } = taken('材料：身份证复印件1份', '  份数：1份')
    expect(text?.match(/份数/g)).toHaveLength(1)
    expect(text).toContain('形式：复印件')
  })

  test('a name that other lines mention, or that another material has, is left to the author', () => {
    const chosen = ['材料：甲证1份', '材料：乙证', '任选其一：甲证1份、乙证']
    expect(taken(...chosen)).toEqual({ message: '材料名称“甲证1份”里写着份数', text: undefined })
    expect(taken('材料：甲证1份', '材料：甲证').text).toBeUndefined()
  })

  test.each(['营业执照复印件', '第一套标准文本', '一份承诺书', '工程图纸（全套）'])('%s is a name', (name) => {
    expect(taken(`材料：${name}`).message).toBeUndefined()
  })
})
