import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { printMatters } from '../../src/compile/print/matter.ts'
import { outcomes, verify } from './scenarios.ts'

describe('受理条件', () => {
  test('are met where all that a machine can judge are met; what is left to a person is counted beside', () => {
    expect(outcomes('假如：【主体业态】为 单位食堂 且 【经营面积】为 20平方米', '那么：受理条件 满足')).toEqual([
      '是 满足（另有1项需人工判断）',
    ])
  })

  test('a person’s answer takes part', () => {
    const known = '假如：【主体业态】为 单位食堂 且 【经营面积】为 20平方米'
    expect(outcomes(known, '并且：【已取得营业执照】为 否', '那么：受理条件 不满足')).toEqual([
      '是 不满足（不满足：“已取得营业执照”）',
    ])
    expect(outcomes(known, '并且：【已取得营业执照】为 是', '那么：受理条件 满足')).toEqual(['是 满足'])
  })

  test('除外 exempts, and where it is not known the verdict is 待定 unless the rule is met anyway', () => {
    const small = '假如：【主体业态】为 单位食堂 且 【经营面积】为 5平方米'
    expect(outcomes(small, '并且：【连锁企业】为 是', '那么：受理条件 满足')[0]).toMatch(/^是/)
    expect(outcomes(small, '并且：【连锁企业】为 否', '那么：受理条件 满足')[0]).toMatch(/^否/)
    expect(outcomes(small, '那么：受理条件 待定')).toEqual(['是 待定（待定：“面积不小于八平方米”；另有1项需人工判断）'])
    expect(outcomes('假如：【主体业态】为 单位食堂 且 【经营面积】为 9平方米', '那么：受理条件 满足')[0]).toMatch(/^是/)
  })

  test('names, hints and needed facts go with the verdict', () => {
    expect(
      outcomes(
        '假如：【主体业态】为 食品销售经营 且 【经营面积】为 20平方米',
        '那么：不满足的条件 为 属于餐饮服务',
        '那么：不满足的条件 不包含 面积不小于八平方米',
        '那么：提示 包含 “备案”',
        '那么：提示 不包含 “面积”',
        '那么：提示 为 “备案”',
      ).map((line) => line.slice(0, 1)),
    ).toEqual(['是', '是', '是', '是', '否'])
    expect(
      outcomes('假如：【主体业态】为 单位食堂', '那么：还需要的信息 为 经营面积、自制高风险食品、连锁企业'),
    ).toEqual(['是 经营面积、自制高风险食品、连锁企业'])
  })
})

describe('所需材料', () => {
  test('leaves out what need not be handed in, and counts a choice as one', () => {
    expect(
      outcomes('假如：【经营面积】为 20平方米', '那么：所需材料 为 申请书、场所证明', '那么：所需材料 共2份'),
    ).toEqual(['是 申请书、场所证明（房产证、租赁合同中任选）', '是 共2份：申请书、场所证明（房产证、租赁合同中任选）'])
  })

  test('goes by the situation, and is 待定 where that is not known', () => {
    expect(outcomes('假如：【经营面积】为 200平方米', '那么：所需材料 包含 布局图')[0]).toMatch(/^是/)
    expect(outcomes('那么：所需材料 包含 布局图')).toEqual([
      '待定 申请书、场所证明（房产证、租赁合同中任选）（待定：布局图）',
    ])
  })

  test('what was handed in stands for the choice', () => {
    const small = '假如：【经营面积】为 20平方米'
    expect(outcomes(small, '并且：已提交 租赁合同', '那么：所需材料 为 申请书、租赁合同')[0]).toMatch(/^是/)
    expect(outcomes(small, '并且：未提交 租赁合同', '那么：所需材料 为 申请书、房产证')[0]).toMatch(/^是/)
  })
})

describe('环节 and 结果', () => {
  const large = '假如：【经营面积】为 200平方米 且 【自制高风险食品】为 否'

  test('follow the flow', () => {
    expect(
      outcomes(
        large,
        '当：决定 结果为 通过',
        '那么：经过环节 为 受理、材料审查、现场核查、决定、制证',
        '那么：经过环节 共5个',
        '那么：材料审查 与 现场核查 同时办理',
        '那么：受理 与 决定 同时办理',
        '那么：结果 为 登记证',
      ),
    ).toEqual([
      '是 受理、材料审查、现场核查、决定、制证',
      '是 共5个：受理、材料审查、现场核查、决定、制证',
      '是 同时办理',
      '否 先受理，后决定',
      '是 登记证',
    ])
  })

  test('what is not known need not matter', () => {
    expect(outcomes(large, '那么：经过环节 包含 决定', '那么：经过环节 包含 制证')).toEqual([
      '是 受理、材料审查、现场核查、决定（待定：制证、不予登记）',
      '待定 受理、材料审查、现场核查、决定（待定：制证、不予登记）',
    ])
    // The way to the decision is decided for every answer, though the answer is not known.
    expect(outcomes(large, '那么：经过环节 共5个')[0]).toMatch(/^是/)
  })
})

describe('时限', () => {
  test('are those of the day that the scenario names', () => {
    expect(outcomes('假如：按2024年6月3日的规定', '那么：承诺时限 为 12个工作日', '那么：压减比例 为 40%')).toEqual([
      '是 12个工作日',
      '是 40.0%（20→12个工作日）',
    ])
    expect(outcomes('当：2024年6月3日 受理', '那么：承诺时限 为 12个工作日')[0]).toMatch(/^是/)
    expect(
      outcomes('那么：承诺时限 为 8个工作日', '那么：压减时限 为 12个工作日', '那么：压减时限 不低于 60%'),
    ).toEqual(['是 8个工作日', '是 12个工作日', '是 60.0%（20→8个工作日）'])
  })

  test('grow by an extension that was granted', () => {
    expect(outcomes('当：发生 延长办理期限', '那么：法定时限 为 30个工作日', '那么：承诺时限 为 18个工作日')).toEqual([
      '是 30个工作日',
      '是 18个工作日',
    ])
  })

  test('a percentage is never rounded to the bound that it misses', () => {
    expect(outcomes('那么：压减比例 超过 60%')).toEqual(['否 60.0%（20→8个工作日）'])
  })
})

describe('计入办理时限的时间 and 办结日期', () => {
  const small = '假如：【经营面积】为 20平方米 且 【自制高风险食品】为 否'

  test('run from the day after acceptance over the steps, on the working days of the calendar', () => {
    // 3 March 2025 is a Monday: 受理 by Tuesday, 材料审查 by Friday, 决定 on the 10th, 制证 on the 11th.
    expect(
      outcomes(
        small,
        '当：2025年3月3日 提交申请',
        '那么：计入办理时限的时间 为 5个工作日',
        '那么：办结日期 为 2025年3月11日',
      ),
    ).toEqual(['是 5个工作日（自受理起算；从申请起算6个工作日）', '是 2025年3月11日'])
  })

  test('take the time that a step really took', () => {
    expect(
      outcomes(small, '当：2025年3月3日 受理', '并且：材料审查 用时 1个工作日', '那么：办结日期 为 2025年3月6日'),
    ).toEqual(['是 2025年3月6日'])
  })

  test('skip the days off of the notices', () => {
    // 1 to 7 October 2026 are days off, 10 October is worked.
    expect(outcomes(small, '当：2026年9月30日 受理', '那么：办结日期 为 2026年10月13日')).toEqual(['是 2026年10月13日'])
  })

  test('leave out the 补正 before acceptance, and what is 不计入, once however much of it overlaps', () => {
    const risky = '假如：【经营面积】为 200平方米 且 【自制高风险食品】为 是'
    const events = [
      '当：2025年3月3日 提交申请',
      '并且：发生 一次性补正，用时 4个工作日',
      '并且：发生 专家评审，用时 12个工作日',
    ]
    // 材料审查 3, then 评审 12 beside what is left of 现场核查: 17 working days from acceptance, 12 of them stopped.
    expect(
      outcomes(risky, ...events, '那么：计入办理时限的时间 为 5个工作日', '那么：办结日期 为 2025年4月2日'),
    ).toEqual(['是 5个工作日（自受理起算；从申请起算6个工作日）', '是 2025年4月2日'])
  })

  test('a closing that really happened counts', () => {
    expect(
      outcomes(
        small,
        '当：2025年3月3日 受理',
        '并且：2025年3月20日 办结',
        '那么：计入办理时限的时间 为 13个工作日',
        '那么：计入办理时限的时间 为 17个自然日',
        '那么：计入办理时限的时间 8个工作日以内',
      ),
    ).toEqual(['是 13个工作日', '是 17个自然日', '否 13个工作日'])
  })

  test('without a date there are lengths, but no days', () => {
    expect(outcomes(small, '那么：计入办理时限的时间 为 5个工作日', '那么：办结日期 为 2025年3月11日')).toEqual([
      '是 5个工作日（自受理起算；从申请起算6个工作日）',
      '否 没有写“当：某年某月某日 提交申请”或者“受理”，算不出日期',
    ])
  })
})

test('收费 is what is charged', () => {
  expect(outcomes('那么：收费 为 50元', '那么：收费 不超过 49.99元', '那么：收费 为 不收费')).toEqual([
    '是 50元',
    '否 50元',
    '否 50元',
  ])
})

describe('a range', () => {
  test('holds for all of its values or not at all, and the failing value is named', () => {
    const { results } = verify(
      '用例：范围\n  假如：【经营面积】100平方米以上 且 【经营面积】不满200平方米\n  那么：所需材料 包含 布局图',
    )
    expect(results[0]?.checks[0]).toMatchObject({ truth: 'no', given: '【经营面积】为100平方米' })
    expect(outcomes('假如：【经营面积】150平方米以上', '那么：所需材料 包含 布局图')[0]).toMatch(/^是/)
  })

  test('may be several options', () => {
    const lines = ['假如：【主体业态】属于 餐饮服务经营、单位食堂 且 【经营面积】为 9', '那么：受理条件 满足']
    expect(outcomes(...lines)[0]).toMatch(/^是/)
    const { results } = verify(
      '用例：各业态\n  假如：【主体业态】不为 单位食堂 且 【经营面积】为 9\n  那么：受理条件 满足',
    )
    expect(results[0]?.checks[0]).toMatchObject({ truth: 'no', given: '【主体业态】为“食品销售经营”' })
  })
})

describe('what zw verify says', () => {
  test('points from a failure to the lines that cause it', () => {
    const { problems } = verify('用例：时限\n  那么：承诺时限 为 5个工作日')
    const failure = problems.find(({ code }) => code === 'ZW9001')
    expect(failure?.message).toBe('用例不成立：那么 承诺时限 为 5个工作日 —— 实际 8个工作日')
    expect(failure?.labels.map(({ text }) => text)).toEqual(['这一条不成立', '由这里得出'])
  })

  test('asks for a missing fact once, with a line to fill in', () => {
    const { problems } = verify(
      '用例：缺信息\n  假如：【自制高风险食品】为 否\n  那么：所需材料 包含 布局图\n  那么：经过环节 包含 现场核查',
    )
    const missing = problems.filter(({ code }) => code === 'ZW9002')
    expect(missing.map(({ message }) => message)).toEqual([
      '用例没有给出【经营面积】，“所需材料 包含 布局图”的结果为“待定”',
    ])
    expect(missing[0]?.fixes[0]?.edits[0]?.text).toBe('\n  并且：【经营面积】为 （请填写）')
  })

  test('tells which conditions no scenario has seen fail, with an outline of one that does', () => {
    const { problems } = verify('用例：业态\n  假如：【主体业态】为 食品销售经营\n  那么：受理条件 不满足')
    const uncovered = problems.filter(({ code }) => code === 'ZW9003')
    expect(uncovered.map(({ message }) => message)).toEqual(['条件“面积不小于八平方米”没有任何用例触发过“不满足”'])
    const outline = uncovered[0]?.fixes[0]?.edits[0]?.text ?? ''
    expect(outline).toContain('假如：【经营面积】为 7平方米')
    const added = verify(`${outline}用例：业态\n  假如：【主体业态】为 食品销售经营\n  那么：受理条件 不满足`)
    expect(added.uncovered).toEqual([])
  })

  test('has nothing to say about matters without scenarios', () => {
    expect(verify('').problems).toEqual([])
  })
})

describe('例子', () => {
  const table = `用例：版本
  那么：法定时限 为 20个工作日
  例子：
  ｜ 受理日期 ｜ 经营面积（平方米） ｜ →承诺时限 ｜ →所需材料 ｜
  ｜ 2024年6月3日 ｜ 不满150 ｜ 12个工作日 ｜ 申请书、场所证明 ｜
  ｜ 2025年1月2日 ｜ 150以上 ｜ 不超过8个工作日 ｜ 包含 布局图 ｜
  ｜ 2025年1月2日 ｜ — ｜ 为 9个工作日 ｜ — ｜`

  test('each row is a case of its own, with what the scenario says besides', () => {
    const { results, workspace } = verify(table)
    expect(workspace.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(results[0]?.checks.map(({ truth, expected }) => `${truth} ${expected}`)).toEqual([
      'yes 法定时限 为 20个工作日',
      'yes 承诺时限 为 12个工作日',
      'yes 所需材料 为 申请书、场所证明',
      'yes 法定时限 为 20个工作日',
      'yes 承诺时限 不超过 8个工作日',
      'yes 所需材料 包含 布局图',
      'yes 法定时限 为 20个工作日',
      'no 承诺时限 为 9个工作日',
    ])
  })

  test('a failure points to its cell', () => {
    const { problems, workspace } = verify(table)
    const span = problems.find(({ code }) => code === 'ZW9001')?.labels[0].origin.span
    expect(workspace.sources[0]?.text.slice(span?.start, span?.end)).toBe('为 9个工作日')
  })

  test('a head that begins no expectation is reported once; a scenario may have a table alone', () => {
    const codes = (lines: string) =>
      verify(lines).workspace.diagnostics.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []))
    expect(codes(table.replace('→承诺时限', '→承诺').replace('  那么：法定时限 为 20个工作日\n', ''))).toEqual([
      'ZW1102',
    ])
    expect(codes('用例：空\n  例子：')).toEqual(['ZW1101'])
  })

  test('is printed as a table that means the same', () => {
    const { workspace } = verify(`${table}\n  ｜ 2025年1月2日 ｜ 50以上不满150 ｜ — ｜ 不包含 布局图 ｜`)
    const matters = [...workspace.matters.values()].map(({ matter }) => matter)
    const again = compile([{ uri: 'b.zw', text: printMatters(matters) }])
    expect(withoutOrigins([...again.matters.values()].map(({ matter }) => matter))).toEqual(withoutOrigins(matters))
  })
})

function withoutOrigins(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'origin' ? undefined : part)))
}
