import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import type { Value } from '../../src/syntax/tree.ts'
import { allNodes } from '../support/syntax-tree-text.ts'

/** What a line means at a place: its value without spans, and the codes of the findings about it. */
function read(place: readonly string[], line: string): { readonly value: Value; readonly codes: readonly string[] } {
  const text = ['语言版本：1', '事项：甲', ...place, line].join('\n')
  const tree = parse({ uri: 'value.zw', text })
  const start = text.length - line.length
  const node = allNodes(tree).find(({ keyword }) => keyword.start === start)
  const value: Value = JSON.parse(
    JSON.stringify(node?.value ?? { kind: 'none' }, (key, part) => (key === 'span' ? undefined : part)),
  )
  return { value, codes: tree.diagnostics.map(({ code }) => code) }
}

const name = (text: string, key = text) => ({ text, key })

describe('limits', () => {
  test.each([
    ['20个工作日', { unit: 'workday', amount: '20' }],
    ['２０个工作日', { unit: 'workday', amount: '20' }],
    ['二十个工作日', { unit: 'workday', amount: '20' }],
    ['20 个工作日', { unit: 'workday', amount: '20' }],
    ['20（工作日）', { unit: 'workday', amount: '20' }],
    ['20个工作日内', { unit: 'workday', amount: '20' }],
    ['20个工作日。', { unit: 'workday', amount: '20' }],
    ['20個工作日', { unit: 'workday', amount: '20' }],
    ['半个工作日', { unit: 'workday', amount: '0.5' }],
    ['0.5个工作日', { unit: 'workday', amount: '0.5' }],
    ['1,095个自然日', { unit: 'calendarDay', amount: '1095' }],
    ['十五日', { unit: 'bareDay', amount: '15' }],
    ['15天', { unit: 'bareDay', amount: '15' }],
    ['3个月', { unit: 'month', amount: '3' }],
    ['半年', { unit: 'year', amount: '0.5' }],
    ['五年', { unit: 'year', amount: '5' }],
    ['4小时', { unit: 'hour', amount: '4' }],
    ['两个小时', { unit: 'hour', amount: '2' }],
    ['30分钟', { unit: 'minute', amount: '30' }],
    ['当场', { unit: 'instant' }],
    ['當場', { unit: 'instant' }],
    ['即办', { unit: 'instant' }],
    ['无法定时限', { unit: 'unlimited' }],
  ])('%s', (written, duration) => {
    expect(read([], `法定时限：${written}`)).toEqual({ value: { kind: 'duration', duration }, codes: [] })
  })

  test('with the days on which they hold', () => {
    const duration = { unit: 'workday', amount: '8' }
    const from = '2025-01-01'
    const expected = { value: { kind: 'duration', duration, from }, codes: [] }
    expect(read([], '承诺时限：8个工作日（自2025年1月1日起）')).toEqual(expected)
    expect(read([], '承诺时限：8个工作日(自2025-01-01起)')).toEqual(expected)
    expect(read([], '承诺时限：8个工作日（自二〇二五年一月一日起）')).toEqual(expected)
    expect(read([], '承诺时限：8个工作日（自2025年1月1日起至2025年12月31日止）')).toEqual({
      value: { kind: 'duration', duration, from, to: '2025-12-31' },
      codes: [],
    })
  })

  test('from a decision table where a step takes one', () => {
    const step = ['办理环节：', '环节：核查']
    const value = { kind: 'reference', name: name('核查方式·核查时限') }
    expect(read(step, '时限：【核查方式·核查时限】')).toEqual({ value, codes: [] })
    expect(read(['补正：补正'], '补正时限：【核查方式·核查时限】').codes).toEqual(['ZW1102'])
  })

  test('dates only where a limit may change in time', () => {
    expect(read(['补正：补正'], '补正时限：5个工作日（自2025年1月1日起）').codes).toEqual(['ZW1102'])
  })

  test.each([
    '若干工作日',
    '20个工作',
    '工作日20个',
    '大约20个工作日',
    '20个工作日至30个工作日',
    '1234567890123456789日',
  ])('%s is none', (written) => {
    expect(read([], `法定时限：${written}`)).toEqual({ value: { kind: 'missing' }, codes: ['ZW1102'] })
  })

  test('a number without a unit has a finding of its own', () => {
    expect(read([], '法定时限：20').codes).toEqual(['ZW5006'])
  })
})

describe('dates', () => {
  test.each([
    '2025年1月1日',
    '2025-01-01',
    '2025/1/1',
    '2025.1.1',
    '２０２５年１月１日',
    '二〇二五年一月一日',
    '自2025年1月1日起',
    '2025 年 1 月 1 日',
    '2025年1月1日起施行',
  ])('%s', (written) => {
    expect(read([], `施行：${written}`)).toEqual({ value: { kind: 'date', date: '2025-01-01' }, codes: [] })
  })

  test('whether the day exists is not for the parser to say', () => {
    expect(read([], '施行：2026年2月30日').value).toEqual({ kind: 'date', date: '2026-02-30' })
  })

  test('with a text behind them', () => {
    const value = { kind: 'datedText', date: '2025-01-01', text: '承诺时限由12个工作日压减至8个工作日' }
    expect(read([], '修订：2025年1月1日，承诺时限由12个工作日压减至8个工作日')).toEqual({ value, codes: [] })
    expect(read([], '修订：2025年1月1日：承诺时限由12个工作日压减至8个工作日')).toEqual({ value, codes: [] })
  })

  test.each(['2025年', '25年1月1日', '2025年1月', '明年', '2025-1-1日'])('%s is none', (written) => {
    expect(read([], `施行：${written}`).codes).toEqual(['ZW1102'])
  })
})

describe('amounts', () => {
  const material = ['申请材料：', '材料：申请书']

  test.each([
    ['1份', '1', '份'],
    ['两份', '2', '份'],
    ['１０份', '10', '份'],
    ['3', '3', undefined],
  ])('%s copies', (written, amount, unit) => {
    expect(read(material, `份数：${written}`).value).toEqual({ kind: 'count', amount, ...(unit && { unit }) })
  })

  test.each([
    ['50元', '5000', undefined],
    ['50元／件', '5000', '件'],
    ['每证20元', '2000', '证'],
    ['1.2万元', '1200000', undefined],
    ['两万三千元', '2300000', undefined],
    ['0.5元', '50', undefined],
    ['1,200元/次', '120000', '次'],
  ])('%s', (written, amountFen, per) => {
    const value = { kind: 'money', amountFen, ...(per && { per }) }
    expect(read(['收费：工本费'], `标准：${written}`)).toMatchObject({ value, codes: [] })
  })

  test('what is no number is refused', () => {
    expect(read(material, '份数：一式两份').value).toEqual({ kind: 'count', amount: '2', unit: '份' })
    expect(read(material, '份数：各1份').value).toEqual({ kind: 'count', amount: '1', unit: '份' })
    expect(read(material, '份数：一份两页').codes).toEqual(['ZW1102'])
    expect(read(material, '份数：若干').codes).toEqual(['ZW1102'])
    expect(read(['收费：工本费'], '标准：按规定').codes).toEqual(['ZW1102'])
  })
})

describe('goals', () => {
  test.each([
    ['不低于60%', 'ge', '60', 'cut'],
    ['≥60％', 'ge', '60', 'cut'],
    ['60%以上', 'ge', '60', 'cut'],
    ['压减60%', 'ge', '60', 'cut'],
    ['百分之六十', 'ge', '60', 'cut'],
    ['至少 66.7%', 'ge', '66.7', 'cut'],
    ['超过50%', 'gt', '50', 'cut'],
    ['压减到40%', 'le', '40', 'remaining'],
    ['控制在60%以内', 'le', '60', 'remaining'],
  ])('%s', (written, operator, percent, sense) => {
    const value = { kind: 'goal', operator, percent, sense }
    expect(read(['目标：'], `压减时限：${written}`)).toEqual({ value, codes: [] })
  })

  test('compare two quantities', () => {
    const value = { kind: 'basis', before: 'statutory', after: 'promised' }
    for (const arrow of ['→', '->', '－＞', ' => ', '至']) {
      expect(read(['目标：', '压减时限：不低于60%'], `口径：法定时限${arrow}承诺时限`)).toEqual({ value, codes: [] })
    }
    expect(read(['目标：', '压减时限：不低于60%'], '口径：法定时限→某时限').codes).toEqual(['ZW1102'])
  })
})

describe('citations', () => {
  const title = '中华人民共和国行政许可法'

  test.each([
    [`《${title}》`, { title, articles: [] }],
    [`《${title}》第三十二条`, { title, articles: [{ article: 32 }] }],
    [`《${title}》第32条第1款第（二）项`, { title, articles: [{ article: 32, paragraph: 1, item: 2 }] }],
    [
      `《${title}》（2019年修正）第四十二条、第八十二条`,
      { title, qualifier: '2019年修正', articles: [{ article: 42 }, { article: 82 }] },
    ],
    [
      `《${title}》第三十二条第一款、第二款`,
      {
        title,
        articles: [
          { article: 32, paragraph: 1 },
          { article: 32, paragraph: 2 },
        ],
      },
    ],
    ['《甲〈乙〉办法》附件3', { title: '甲〈乙〉办法', articles: [{ appendix: 3 }] }],
    ['《关于贯彻《甲》的通知》', { title: '关于贯彻《甲》的通知', articles: [] }],
  ])('%s', (written, citation) => {
    expect(read([], `依据：${written}`)).toEqual({ value: { kind: 'citation', ...citation }, codes: [] })
  })

  test.each([
    '行政许可法第三十二条',
    '《行政许可法',
    '《甲》第一款',
    '《甲》第三十五条之一',
    '《甲》第一条；《乙》第二条',
  ])('%s is none', (written) => {
    expect(read([], `依据：${written}`).codes).toEqual(['ZW1102'])
  })
})

describe('words and names', () => {
  test('words are read in any width, in traditional characters and by their other names', () => {
    const channels = { kind: 'enums', ids: ['online', 'window', 'selfService'] }
    for (const written of ['网上办理、窗口办理、自助终端', '网办，窗口；自助办理。', '網上辦理 窗口辦理 自助終端']) {
      expect(read([], `渠道：${written}`)).toEqual({ value: channels, codes: [] })
    }
    expect(read(['申请材料：', '材料：甲'], '是否必要：是').value).toEqual({ kind: 'enum', id: 'required' })
  })

  test('an unknown word is refused with the nearest one', () => {
    const { value, codes } = read(['申请材料：', '材料：甲'], '必要性：必须')
    expect({ value, codes }).toEqual({ value: { kind: 'missing' }, codes: ['ZW1103'] })
    expect(read([], '渠道：网上办理、上门办理')).toEqual({
      value: { kind: 'enums', ids: ['online'] },
      codes: ['ZW1103'],
    })
  })

  test('all unknown words of a line are told in one finding, with what they are called', () => {
    const find = (line: string) => parse({ uri: 'a.zw', text: `语言版本：1\n事项：甲\n${line}\n` }).diagnostics
    const [channels, ...others] = find('渠道：线上、线下')
    expect(others).toEqual([])
    expect(channels?.message).toMatch(/^“渠道：线上、线下”不在可选值中：.*；是不是“网上办理”、“窗口办理”？$/)
    expect(channels?.fixes.map(({ title, edits }) => [title, edits.map(({ text }) => text)])).toEqual([
      ['改为“网上办理”、“窗口办理”', ['网上办理', '窗口办理']],
    ])
    expect(find('服务对象：企业法人、个体户').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^“服务对象：个体户”不在可选值中：.*；是不是“个体工商户”？$/),
    ])
  })

  test('a name keeps its wording and compares by its key', () => {
    expect(read(['申请材料：'], '材料：【营业执照】（副本）。').value).toEqual({
      kind: 'name',
      name: name('【营业执照】（副本）', '[营业执照](副本)'),
    })
    expect(read(['申请材料：'], '材料：【营业执照】').value).toEqual({ kind: 'name', name: name('营业执照') })
    expect(read(['申请材料：'], '材料：Ａ 类 申请表').value).toEqual({
      kind: 'name',
      name: name('Ａ 类 申请表', 'A类申请表'),
    })
  })

  test('a list is split at its marks, and by the names that are declared', () => {
    const steps = ['办理环节：', '环节：勘验、测量和评估', '环节：审查', '环节：决定']
    const names = [name('勘验、测量和评估'), name('审查')]
    expect(read(steps, '并联：勘验、测量和评估、审查')).toEqual({ value: { kind: 'names', names }, codes: [] })
    expect(read(steps, '并联：【勘验、测量和评估】【审查】')).toEqual({ value: { kind: 'names', names }, codes: [] })
    expect(read(['申报信息：', '信息：类型'], '取值：企业（含个体、合伙）、个人').value).toEqual({
      kind: 'names',
      names: [name('企业（含个体、合伙）', '企业(含个体、合伙)'), name('个人')],
    })
  })

  test('a list with two readings asks for 【】', () => {
    const materials = ['申请材料：', '材料：户口簿', '材料：居住证', '材料：户口簿、居住证']
    expect(read(materials, '任选其一：户口簿、居住证').codes).toEqual(['ZW4006'])
    expect(read(materials, '任选其一：【户口簿】、【居住证】').codes).toEqual([])
  })

  test('a choice says how many it takes', () => {
    const materials = ['申请材料：', '材料：甲证', '材料：乙证', '材料：丙证']
    const names = ['甲证', '乙证', '丙证'].map((one) => name(one))
    expect(read(materials, '任选其一：甲证、乙证、丙证').value).toEqual({ kind: 'choice', atLeast: 1, names })
    expect(read(materials, '任选：2项：甲证、乙证、丙证').value).toEqual({ kind: 'choice', atLeast: 2, names })
    expect(read(materials, '任选两项：甲证、乙证、丙证').value).toEqual({ kind: 'choice', atLeast: 2, names })
  })

  test('a step is placed before, after or beside another', () => {
    const where = (written: string) => read(['特别程序：评审'], `位置：${written}`).value
    expect(where('材料审查之后')).toEqual({ kind: 'placement', step: name('材料审查'), where: 'after' })
    expect(where('【材料审查】前')).toEqual({ kind: 'placement', step: name('材料审查'), where: 'before' })
    expect(where('材料审查期间')).toEqual({ kind: 'placement', step: name('材料审查'), where: 'beside' })
  })

  test('the other way of a choice may say 转, unless the step itself begins with it', () => {
    const otherwise = (written: string) => {
      const { value } = read(['办理环节：', '环节：转让登记', '环节：不予许可', '分流：结果'], `否则：${written}`)
      return value.kind === 'name' ? value.name.key : undefined
    }
    expect(otherwise('转 不予许可')).toBe('不予许可')
    expect(otherwise('不予许可')).toBe('不予许可')
    expect(otherwise('转让登记')).toBe('转让登记')
    expect(otherwise('转转让登记')).toBe('转让登记')
  })
})
