import { describe, expect, test } from 'vitest'
import { applyFix, codesIn, findingsIn, type MatterParts, matterText } from '../../../support/matter-text.ts'

const OUTPUTS = ['结果：占道施工许可证', '结果：不予许可决定书']
const CONCLUSION = ['信息：审查结论', '  类型：枚举', '  取值：通过、不通过、补充检验', '  填写人：审批负责人']

function step(name: string, ...lines: readonly string[]): readonly string[] {
  return [`环节：${name}`, '  时限：1个工作日', ...lines.map((line) => `  ${line}`)]
}

function messages(parts: Partial<MatterParts>): readonly string[] {
  return findingsIn(matterText(parts)).map(({ code, message }) => `${code} ${message}`)
}

function licence(steps: readonly string[], more: Partial<MatterParts> = {}): Partial<MatterParts> {
  return { steps, limits: ['法定时限：20个工作日'], ...more }
}

describe('阶段 (ZW2006)', () => {
  test('a matter in which nobody decides is warned, with a fix that settles it', () => {
    const text = matterText(licence([...step('受理'), ...step('审核'), ...step('送达', '产出：占道施工许可证')]))
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe('事项“占道施工许可”没有“决定”阶段的环节，法定时限无从起止')
    expect(finding?.fixes.map(({ title }) => title)).toEqual(['在环节“审核”下面写“阶段：审查、决定”'])
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('the fix extends a 阶段 that is written already', () => {
    const text = matterText(
      licence([...step('收件窗口'), ...step('核准', '阶段：审查'), ...step('送达', '产出：占道施工许可证')]),
    )
    const [finding] = findingsIn(text)
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('the only step of a matter is all of its stages', () => {
    expect(messages(licence(step('现场办理', '产出：占道施工许可证')))).toEqual([])
  })
})

describe('分流', () => {
  const choice = (...branches: readonly string[]) => [
    ...step('受理'),
    ...step('决定', '填写：审查结论'),
    '分流：决定结果',
    ...branches.map((branch) => `  ${branch}`),
    ...step('制证送达', '产出：占道施工许可证'),
    ...step('不予许可', '产出：不予许可决定书', '终止：是'),
  ]
  const decided = (branches: readonly string[]) =>
    messages(licence(choice(...branches), { facts: CONCLUSION, outputs: OUTPUTS }))

  test('否则 covers the rest', () => {
    expect(decided(['如果：【审查结论】为 通过，转 制证送达', '否则：转 不予许可'])).toEqual([])
  })

  test('a value that no branch takes is named (ZW6005)', () => {
    expect(decided(['如果：【审查结论】为 通过，转 制证送达', '如果：【审查结论】为 不通过，转 不予许可'])).toEqual([
      'ZW6005 分流“决定结果”缺少“否则：”，【审查结论】为“补充检验”时无处可去',
    ])
  })

  test('branches that cover every value need no 否则', () => {
    expect(
      decided(['如果：【审查结论】为 通过，转 制证送达', '如果：【审查结论】属于 不通过、补充检验，转 不予许可']),
    ).toEqual([])
  })

  test('a branch that earlier ones leave nothing for is pointed out (ZW3009)', () => {
    const found = decided([
      '如果：【审查结论】属于 通过、补充检验，转 制证送达',
      '如果：【审查结论】为 补充检验，转 不予许可',
      '否则：转 不予许可',
    ])
    expect(found).toEqual([expect.stringMatching(/^ZW3009 这个条件永远不成立/)])
  })

  test('转 to what stands before is a circle (ZW6011)', () => {
    expect(
      decided([
        '如果：【审查结论】为 通过，转 制证送达',
        '如果：【审查结论】为 补充检验，转 受理',
        '否则：转 不予许可',
      ]),
    ).toEqual(['ZW6011 分流“决定结果”转到了排在前面的环节“受理”，流程会成环'])
  })

  test('a fact that the office fills in must be collected before (ZW6019)', () => {
    const steps = choice('如果：【审查结论】为 通过，转 制证送达', '否则：转 不予许可').filter(
      (line) => !line.includes('填写'),
    )
    expect(messages(licence(steps, { facts: CONCLUSION, outputs: OUTPUTS }))).toEqual([
      'ZW6019 分流“决定结果”要看【审查结论】，前面的环节却没有哪个“填写：”它，申请人也不填',
    ])
  })

  test('a branch that neither ends nor merges is refused; each of its fixes settles it (ZW6012)', () => {
    const facts = ['信息：需要核查', '  类型：是否']
    const steps = [
      ...step('受理'),
      '分流：核查方式',
      '  如果：【需要核查】，转 现场核查',
      '  否则：转 决定',
      ...step('现场核查'),
      ...step('决定', '产出：占道施工许可证'),
    ]
    const text = matterText(licence(steps, { facts }))
    const [finding, ...others] = findingsIn(text)
    expect(others).toEqual([])
    expect(finding?.code).toBe('ZW6012')
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[], []])
  })

  test('a step after the 分流 that no branch leads to cannot be reached (ZW6004)', () => {
    const steps = [
      ...step('受理'),
      ...step('决定', '填写：审查结论'),
      '分流：决定结果',
      '  如果：【审查结论】为 通过，转 制证送达',
      '  否则：转 不予许可',
      ...step('归档'),
      ...step('制证送达', '产出：占道施工许可证'),
      ...step('不予许可', '产出：不予许可决定书'),
    ]
    expect(messages(licence(steps, { facts: CONCLUSION, outputs: OUTPUTS }))).toEqual(['ZW6004 环节“归档”走不到'])
  })
})

describe('并联', () => {
  const parallel = (second: readonly string[], line: string, between: readonly string[] = []) =>
    messages(
      licence([
        ...step('受理'),
        ...step('材料审查'),
        ...between,
        ...second,
        line,
        ...step('决定', '产出：占道施工许可证'),
      ]),
    )

  test('steps side by side may not wait for each other (ZW6009)', () => {
    expect(parallel(step('现场核查', '前序：材料审查'), '并联：材料审查、现场核查')).toEqual([
      'ZW6009 并联的“材料审查”“现场核查”之间又有先后（前序）',
    ])
  })

  test('a step in between is named by the fix (ZW6010)', () => {
    const steps = [
      ...step('受理'),
      ...step('材料审查'),
      ...step('信息比对'),
      ...step('现场核查'),
      '并联：材料审查、现场核查',
      ...step('决定', '产出：占道施工许可证'),
    ]
    const text = matterText(licence(steps))
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe('并联的“材料审查”“现场核查”中间隔着环节“信息比对”，先后不清')
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('a step belongs to one 并联 (ZW6022)', () => {
    expect(
      messages(
        licence([
          ...step('受理'),
          ...step('材料审查'),
          ...step('现场核查'),
          ...step('信息比对'),
          '并联：材料审查、现场核查',
          '并联：现场核查、信息比对',
          ...step('决定', '产出：占道施工许可证'),
        ]),
      ),
    ).toEqual(['ZW6022 环节“现场核查”写进了两个“并联：”'])
  })

  test('a 分流 cannot stand in it (ZW4001)', () => {
    const steps = [
      ...step('受理'),
      ...step('材料审查'),
      '分流：去向',
      '  否则：转 决定',
      '并联：材料审查、去向',
      ...step('决定', '产出：占道施工许可证'),
    ]
    expect(messages(licence(steps))).toEqual(['ZW4001 找不到名为“去向”的环节'])
  })
})

describe('前序, 终止 and 产出', () => {
  test('steps that wait for each other are shown with the whole circle (ZW4004)', () => {
    const steps = [
      ...step('受理'),
      ...step('现场核查', '前序：决定'),
      ...step('决定', '前序：现场核查', '产出：占道施工许可证'),
    ]
    expect(messages(licence(steps))).toEqual(['ZW4004 循环依赖：现场核查 → 决定 → 现场核查'])
  })

  test('what follows a step with 终止 cannot be reached (ZW6004)', () => {
    const steps = [...step('受理', '终止：是'), ...step('决定', '产出：占道施工许可证')]
    expect(messages(licence(steps))).toEqual(['ZW6004 环节“决定”走不到'])
  })

  test('a last step without 产出 is warned where others have one (ZW6013)', () => {
    const steps = [...step('受理'), ...step('决定', '产出：占道施工许可证'), ...step('归档')]
    const text = matterText(licence(steps))
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe('环节“归档”后面没有环节，又没有写“产出：”，办完得不到结果')
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('where no step says 产出, the last one yields the results', () => {
    expect(messages(licence([...step('受理'), ...step('决定')]))).toEqual([])
  })

  test('a 结果 that no step yields is warned (ZW6020)', () => {
    const steps = [...step('受理'), ...step('决定', '产出：占道施工许可证')]
    expect(messages(licence(steps, { outputs: OUTPUTS }))).toEqual(['ZW6020 结果“不予许可决定书”没有哪个环节“产出”'])
  })

  test('a situation that passes the result over comes to no end (ZW6004)', () => {
    const facts = ['信息：需要发证', '  类型：是否']
    const conditional = ['环节：发证', '  当：【需要发证】', '  时限：1个工作日', '  产出：占道施工许可证']
    const [finding, ...others] = findingsIn(
      matterText(licence([...step('受理'), ...step('决定'), ...conditional], { facts })),
    )
    expect(others).toEqual([])
    expect(finding?.message).toBe('环节“发证”走不到办结')
    expect(finding?.labels[0].text).toBe('【需要发证】为否时到不了办结')
    const ended = [...step('受理'), ...step('决定', '产出：占道施工许可证'), ...conditional.slice(0, 3)]
    expect(messages(licence(ended, { facts })).filter((message) => message.startsWith('ZW6004'))).toEqual([])
  })

  test('a step that never runs because of the way to it (ZW6004)', () => {
    const facts = ['信息：大型项目', '  类型：是否']
    const steps = [
      ...step('受理'),
      '分流：去向',
      '  如果：【大型项目】，转 论证',
      '  否则：转 审查',
      '环节：论证',
      '  当：非【大型项目】',
      '  时限：1个工作日',
      '  产出：占道施工许可证',
      ...step('审查'),
      ...step('决定', '产出：占道施工许可证'),
    ]
    expect(messages(licence(steps, { facts }))).toEqual(['ZW6004 环节“论证”走不到'])
  })
})
