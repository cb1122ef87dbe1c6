import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { applyFix, codesIn, compileOne, findingsIn, type MatterParts, matterText } from '../../support/matter-text.ts'

function messages(parts: Partial<MatterParts>): readonly string[] {
  return findingsIn(matterText(parts)).map(({ code, message }) => `${code} ${message}`)
}

const facts = ['信息：夜间施工', '  类型：是否']
const situations = ['情形：大型项目', '  当：【夜间施工】']

describe('unknown names (ZW4001)', () => {
  test('the nearest name is shown with its place, and the fix puts it in', () => {
    const text = matterText({
      facts,
      situations,
      materials: ['材料：施工方案', '  当：【大形项目】', '材料：位置图', '  当：【大型项目】'],
    })
    const [finding, ...others] = findingsIn(text)
    expect(others).toEqual([])
    expect(finding?.message).toBe('找不到名为“大形项目”的情形')
    expect(finding?.labels[1]).toMatchObject({ text: '相近的名称在这里声明' })
    expect(finding?.context).toBe('事项“占道施工许可” › 申请材料 › 材料“施工方案”')
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('without a near one those that exist are listed', () => {
    const [finding] = findingsIn(matterText({ steps: ['环节：受理', '环节：决定', '  前序：专家论证'] }))
    expect([finding?.message, finding?.help]).toEqual(['找不到名为“专家论证”的环节', '已经声明的环节有：受理、决定'])
  })

  test.each<readonly [string, Partial<MatterParts>]>([
    ['找不到名为“占道许可”的结果', { steps: ['环节：受理', '环节：决定', '  产出：占道许可'] }],
    ['找不到名为“踏勘意见”的信息', { steps: ['环节：受理', '环节：决定', '  填写：踏勘意见'] }],
    ['找不到名为“交通方案”的材料', { materials: ['材料：施工方案书', '任选其一：【施工方案书】、【交通方案】'] }],
    ['找不到名为“预审”的环节', { procedures: ['补正：一次告知', '  环节：预审'] }],
    ['找不到名为“评审会”的环节', { procedures: ['特别程序：听证', '  位置：评审会之后', '  计时：计入'] }],
  ])('%s', (message, parts) => {
    expect(findingsIn(matterText(parts)).map((finding) => finding.message)).toContain(message)
  })

  test('what a mention of nothing would decide is not judged any further', () => {
    const steps = ['环节：受理', '  时限：1个工作日', '环节：决定', '  前序：审察', '  时限：9个工作日']
    expect(messages({ steps })).toEqual([expect.stringMatching(/^ZW4001/)])
  })
})

describe('one mistake, one finding', () => {
  test('a 信息 without a name makes no other name unknown', () => {
    expect(
      messages({ facts: ['信息：', '  类型：是否'], materials: ['材料：施工方案', '  当：【夜间施工】'] }),
    ).toEqual([expect.stringMatching(/^ZW1101/)])
  })

  test('a name in a line that was rejected is not unknown', () => {
    expect(
      messages({
        facts: ['审批难度：夜间施工', ...facts.slice(1)],
        materials: ['材料：施工方案', '  当：【夜间施工】'],
      }),
    ).toEqual([
      expect.stringMatching(/^ZW1001/),
      ...messages({ facts: ['审批难度：夜间施工', ...facts.slice(1)] }).filter(
        (message) => !message.startsWith('ZW1001'),
      ),
    ])
  })

  test('a fact without a type is asked for it once, however often it is used', () => {
    const materials = [
      '材料：施工方案',
      '  当：【占道面积】100平方米以上',
      '材料：位置图',
      '  当：【占道面积】不满50平方米',
    ]
    expect(messages({ facts: ['信息：占道面积'], materials })).toEqual(['ZW2007 信息“占道面积”缺少“类型：”'])
    expect(messages({ facts: ['信息：占道面积', '  类型：大小'], materials })).toEqual([
      expect.stringMatching(/^ZW1103/),
    ])
  })

  test('a situation without 当 is asked for it once', () => {
    expect(messages({ situations: ['情形：大型项目'], materials: ['材料：施工方案', '  当：【大型项目】'] })).toEqual([
      'ZW2007 情形“大型项目”缺少“当：”',
    ])
  })

  test('wrong limits are not compared', () => {
    expect(messages({ limits: ['法定时限：很快', '承诺时限：30个工作日'] })).toEqual([expect.stringMatching(/^ZW11/)])
  })
})

describe('spelling (ZW4007)', () => {
  test('a name in other widths is the same name, and stands as it is declared', () => {
    const text = matterText({
      materials: ['材料：施工方案（正本）', '材料：位置图', '任选其一：施工方案(正本)、位置图'],
    })
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe(
      '“施工方案(正本)”与第8行“施工方案（正本）”只有全角半角、空格或繁简之别，按同一名称处理',
    )
    expect(compileOne(text).matter.materialChoices[0]?.materials).toEqual(['施工方案（正本）', '位置图'])
    expect(finding?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })
})

describe('names that are declared twice (ZW4002)', () => {
  test('the first one stands', () => {
    const text = matterText({ materials: ['材料：施工方案', '  份数：1份', '材料：施工方案', '  份数：2份'] })
    const [finding] = findingsIn(text)
    expect(finding?.message).toBe('材料“施工方案”声明了两次（第8行、第10行）')
    expect(finding?.fixes).toEqual([])
    expect(compileOne(text).matter.materials.map(({ copies }) => copies)).toEqual(['1'])
  })

  test('a copy word for word can go', () => {
    const text = matterText({ materials: ['材料：施工方案', '  份数：1份', '材料：施工方案', '  份数：1份'] })
    expect(findingsIn(text)[0]?.fixes.map((fix) => codesIn(applyFix(text, fix)))).toEqual([[]])
  })

  test('what does not contradict the first is put below it, wherever that is', () => {
    const text = matterText({
      materials: [
        '材料：施工方案',
        '  份数：1份',
        '材料：身份证',
        '材料：施工方案',
        '  份数：1份',
        '  # 盖章',
        '  形式：原件',
      ],
    })
    const [fix] = findingsIn(text)[0]?.fixes ?? []
    expect(fix?.title).toBe('合并到第8行的那一处')
    const mended = fix === undefined ? '' : applyFix(text, fix)
    expect(codesIn(mended)).toEqual([])
    expect(mended).toContain('  份数：1份\n    # 盖章\n    形式：原件\n  材料：身份证\n')
    expect(compileOne(mended).matter.materials).toMatchObject([
      { name: '施工方案', copies: '1', forms: ['original'] },
      { name: '身份证' },
    ])
  })

  test('several lines of a kind that may stand more than once go together; a contradiction is left to the author', () => {
    const twice = (...lines: readonly string[]) =>
      findingsIn(matterText({ materials: ['材料：施工方案', '  依据：《甲法》第一条', '材料：施工方案', ...lines] }))
    expect(twice('  依据：《乙法》第二条')[0]?.fixes).toHaveLength(1)
    const other = matterText({
      materials: ['材料：施工方案', '  形式：原件', '材料：施工方案', '  形式：复印件', '  份数：1份'],
    })
    expect(findingsIn(other)[0]?.fixes).toEqual([])
  })

  test('环节 and 分流 share their names; other kinds may repeat them', () => {
    expect(messages({ steps: ['环节：受理', '环节：决定', '分流：受理', '  否则：转 决定'] })[0]).toContain(
      '环节“受理”声明了两次',
    )
    expect(messages({ materials: ['材料：占道施工许可证', '  来源：数据共享'] })).toEqual([])
  })
})

describe('situations that rest on each other', () => {
  test('in any order', () => {
    const resting = ['情形：夜间大型项目', '  当：【大型项目】 且 【夜间施工】', ...situations]
    const text = matterText({ facts, situations: resting, materials: ['材料：施工方案', '  当：【夜间大型项目】'] })
    expect(codesIn(text)).toEqual([])
    expect(compileOne(text).matter.situations.map(({ name }) => name)).toEqual(['夜间大型项目', '大型项目'])
  })

  test('in a circle are reported once with the whole circle (ZW4004)', () => {
    const circle = [
      '情形：甲',
      '  当：【乙】',
      '情形：乙',
      '  当：【丙】 或 【夜间施工】',
      '情形：丙',
      '  当：非【甲】',
      '情形：丁',
      '  当：【甲】',
    ]
    const text = matterText({ facts, situations: circle, materials: ['材料：施工方案', '  当：【丁】'] })
    expect(findingsIn(text).map(({ message }) => message)).toEqual(['循环依赖：甲 → 乙 → 丙 → 甲'])
    expect(compileOne(text).matter.situations).toEqual([])
  })
})

describe('many sources', () => {
  const source = (uri: string, name: string) => ({ uri, text: matterText({}, name) })

  test('are compiled together and reported in their order', () => {
    const broken = { uri: 'b.zw', text: matterText({ limits: ['承诺时限：3个工作日'] }, '乙许可') }
    const { matters, diagnostics } = compile([source('a.zw', '甲许可'), broken, source('c.zw', '丙许可')])
    expect([...matters].map(([name, { file }]) => [name, file])).toEqual([
      ['甲许可', 'a.zw'],
      ['乙许可', 'b.zw'],
      ['丙许可', 'c.zw'],
    ])
    expect(diagnostics.map(({ code, labels }) => [code, labels[0].origin.file])).toEqual([['ZW2004', 'b.zw']])
  })

  test('a matter of the same name is reported with both places; the first stands (ZW4008)', () => {
    const { matters, diagnostics } = compile([source('a.zw', '甲许可'), source('b.zw', '甲许可')])
    expect(matters.get('甲许可')?.file).toBe('a.zw')
    expect(diagnostics.map(({ message }) => message)).toEqual(['事项“甲许可”写了两次（a.zw第3行、b.zw第3行）'])
  })

  test('two matters in one file know nothing of each other’s names', () => {
    const first = matterText({ facts, materials: ['材料：施工方案', '  当：【夜间施工】'] }, '甲许可')
    const second = matterText({ materials: ['材料：施工方案', '  当：【夜间施工】'] }, '乙许可').replace(
      '语言版本：1\n',
      '',
    )
    expect(codesIn(first + second)).toEqual(['ZW4001'])
  })

  test('a matter without a name is left out, with what the parser said about it', () => {
    const { matters, diagnostics } = compile([{ uri: 'a.zw', text: matterText({}, '') }])
    expect(matters.size).toBe(0)
    expect(diagnostics.map(({ code }) => code)).toEqual(['ZW1101'])
  })

  test('nothing at all is an empty workspace', () => {
    expect(compile([])).toEqual({
      matters: new Map(),
      versions: new Map(),
      bundles: new Map(),
      calendars: new Map(),
      selectionTargets: new Map(),
      diagnostics: [],
      waiting: [],
      sources: [],
    })
  })
})
