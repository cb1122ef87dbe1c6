import { describe, expect, test } from 'vitest'
import { formatSource } from '../../src/syntax/format.ts'

function format(...lines: readonly string[]): readonly string[] {
  const text = formatSource({ uri: 'format.zw', text: lines.join('\n') })
  expect(text === '' || text.endsWith('\n')).toBe(true)
  return text.split('\n').slice(0, -1)
}

describe('the canonical layout', () => {
  test('indents by place, writes the official keyword and the colon of its width', () => {
    expect(
      format('语言版本:1', '事项 ：甲', '材料清单：', '（一）材料名称: 户口簿', '• 是否必要：是', '收费：不收费'),
    ).toEqual(['语言版本：1', '事项：甲', '申请材料：', '  材料：户口簿', '    必要性：是', '收费：不收费'])
  })

  test('keeps comments with what follows them, and single blank lines', () => {
    expect(format('', '事项：甲', '', '', '', '申请材料：', '注：常用', '材料：户口簿', '  # 末尾', '', '')).toEqual([
      '事项：甲',
      '',
      '申请材料：',
      '  注：常用',
      '  材料：户口簿',
      '# 末尾',
    ])
  })

  test('joins what an editor broke', () => {
    expect(format('事项：甲', '申请材料：', '材料：甲证', '材料：乙证', '任选其一：甲证、', '  乙证')).toContain(
      '  任选其一：甲证、乙证',
    )
  })

  test('joins a comment that an editor broke', () => {
    const note = '注：办理时限按工作日计算，不含法定节假日、公示期和申请人补正材料的时间，以受理通知书为准，'
    expect(format(note, '事项：甲', note, '特此说明', '编码：1')).toEqual([
      note,
      '事项：甲',
      `${note}特此说明`,
      '编码：1',
    ])
  })

  test('leaves what could not be read as it stands, apart from what was', () => {
    expect(format('事项：甲', '编码：0001', '   可以全程网办', '版本：1')).toEqual([
      '事项：甲',
      '编码：0001',
      '',
      '   可以全程网办',
      '版本：1',
    ])
    expect(format('事项：甲', '编马：0001')).toEqual(['事项：甲', '', '编马：0001'])
  })

  test('keeps another word where the official one would belong elsewhere', () => {
    const lines = ['事项：甲', '申请材料：', '  材料：户口簿', '事项编码：0001']
    expect(format(...lines)).toEqual(lines)
  })

  test('joins a table row that it could not use, and keeps it apart', () => {
    expect(
      format(
        '事项：甲',
        '| 审查标准：材料齐全、符合法定形式的，当场受理并出具加盖专用章的凭证',
        '及时办理 |',
        '环节：',
      ),
    ).toEqual([
      '事项：甲',
      '',
      '| 审查标准：材料齐全、符合法定形式的，当场受理并出具加盖专用章的凭证及时办理 |',
      '',
      '  环节：',
    ])
  })

  test('writes numbers in plain digits, and leaves those of names and prose', () => {
    const lines = [
      '事项：２号窗口',
      '到现场次数：１次',
      '法定时限：２０.５个工作日（自２０２５年１月１日起）',
      '  说明：共３份',
    ]
    expect(format(...lines)).toEqual([
      '事项：２号窗口',
      '到现场次数：1次',
      '法定时限：20.5个工作日（自2025年1月1日起）',
      '  说明：共３份',
    ])
    expect(
      format('事项：甲', '目标：', '  压减时限：不低于７２．９２％', '收费：工本费', '  标准：１２０元／２人'),
    ).toEqual(['事项：甲', '目标：', '  压减时限：不低于72.92%', '收费：工本费', '  标准：120元／２人'])
  })

  test('gives nothing for nothing', () => {
    expect(format('', '  ', '')).toEqual([])
  })
})

describe('indentation', () => {
  test('matters, implementations and bundles stand at the margin, what others hold stands further in', () => {
    expect(
      format('材料库：甲', '材料：户口簿', '编码：1', '工作日历：乙', '放假：2025年1月1日', '事项：丙', '编码：2'),
    ).toEqual([
      '材料库：甲',
      '  材料：户口簿',
      '    编码：1',
      '工作日历：乙',
      '  放假：2025年1月1日',
      '事项：丙',
      '编码：2',
    ])
    expect(format('用例：甲', '针对：乙', '那么：受理条件 满足')).toEqual([
      '用例：甲',
      '  针对：乙',
      '  那么：受理条件 满足',
    ])
    expect(format('一件事：甲', '编码：1')).toEqual(['一件事：甲', '编码：1'])
    expect(format('实施清单：甲', '基于：乙')).toEqual(['实施清单：甲', '基于：乙'])
  })
})

describe('tables', () => {
  const head = ['事项：甲', '申请材料：']

  test('copied with TABs get bars, and the blank cells at their ends', () => {
    expect(format(...head, '材料\t形式\t份数', '申请书\t原件', '3. 身份证\t\t2份')).toEqual([
      ...head,
      '  ｜ 材料   ｜ 形式 ｜ 份数 ｜',
      '  ｜ 申请书 ｜ 原件 ｜      ｜',
      '  ｜ 身份证 ｜      ｜ 2份  ｜',
    ])
  })

  test('whose cells hold bars keep their TABs', () => {
    const lines = [...head, '材料\t形式', '申请书\t原件|复印件', '', '身份证\t原件\t']
    expect(format(...lines)).toEqual(lines)
  })

  test('keep the line under the heads, and rows that lack cells apart', () => {
    expect(format(...head, '|材料|形式|', '|---|---|', '|申请书|原件|', '|身份证|')).toEqual([
      ...head,
      '  ｜ 材料   ｜ 形式 ｜',
      '  |---|---|',
      '  ｜ 申请书 ｜ 原件 ｜',
      '',
      '  ｜ 身份证 ｜',
    ])
  })
})

describe('names', () => {
  const facts = ['事项：甲', '申报信息：', '  信息：经营面积', '    单位：平方米', '  信息：或有负债', '情形：大型餐馆']
  const condition = (text: string, ...more: readonly string[]) =>
    format(...facts, ...more, `当：${text}`)
      .at(-1)
      ?.replace(/^ *当：/, '')

  test.each([
    ['经营面积150平方米以上且或有负债', '【经营面积】150平方米以上且【或有负债】'],
    ['非（大型餐馆 或 经营面积 不满 50）', '非（【大型餐馆】 或 【经营面积】 不满 50）'],
    ['「经营面积」≥3 且 [ 或有负债 ] 为 否', '【经营面积】≥3 且 【或有负债】 为 否'],
    ['受理日期≥ 2025年1月1日', '【受理日期】≥ 2025年1月1日'],
  ])('in conditions stand in 【】: %s', (bare, bracketed) => {
    expect(condition(bare)).toBe(bracketed)
  })

  test('that nothing in the file declares stay as they are, and so do the values of a comparison', () => {
    expect(condition('经营面积为 大型 且 从业人数 3人以上')).toBe('经营面积为 大型 且 从业人数 3人以上')
    const options = ['申报信息：', '  信息：主体业态', '    取值：餐饮、食堂']
    const lines = [...options, '  信息：最小面积', '情形：食堂情形']
    expect(condition('主体业态为 食堂 且 经营面积≥最小面积', ...lines)).toBe(
      '【主体业态】为 食堂 且 【经营面积】≥【最小面积】',
    )
  })

  test('that can be read in two ways are left to the author', () => {
    const twofold = ['信息：负债或经营面积', '信息：负债', '情形：乙']
    expect(condition('负债或经营面积', ...twofold)).toBe('负债或经营面积')
    const broken = format(...facts, ...twofold, '当：【经营面积】150平方米以上 且 负债或经营面积', '且 【或有负债】')
    expect(broken.at(-1)).toBe('  当：【经营面积】150平方米以上 且 负债或经营面积且 【或有负债】')
    const list = ['材料：户口簿', '材料：居住证', '材料：户口簿、居住证', '任选其一：户口簿、居住证']
    expect(format('事项：甲', '申请材料：', ...list).at(-1)).toBe('  任选其一：户口簿、居住证')
  })

  test('of lists get 【】 where a 、 belongs to them', () => {
    const materials = ['事项：甲', '申请材料：', '材料：图纸、说明', '材料：申请书（原件、复印件）']
    expect(format(...materials, '任选其一：图纸、说明、申请书（原件、复印件）').at(-1)).toBe(
      '  任选其一：【图纸、说明】、申请书（原件、复印件）',
    )
    expect(format('事项：甲', '申报信息：', '信息：业态', '取值：【甲、乙】、丙').at(-1)).toBe(
      '    取值：【甲、乙】、丙',
    )
  })

  test('of a matter are known to its scenarios elsewhere in the file', () => {
    expect(format(...facts, '当：经营面积150以上', '用例：乙', '假如：经营面积为 80平方米').at(-1)).toBe(
      '  假如：【经营面积】为 80平方米',
    )
    expect(format('用例：乙', '针对：甲', '假如：经营面积为 80平方米', ...facts)).toContain(
      '  假如：【经营面积】为 80平方米',
    )
    expect(format('用例：乙', '针对：甲', '假如：经营面积为 80平方米').at(-1)).toBe('  假如：经营面积为 80平方米')
  })

  test('stay bare where 【】 would join what stands before them to another name', () => {
    const lines = ['事项：甲', '申报信息：', '  信息：业态', '    取值：餐饮、餐饮且', '  信息：外送', '情形：乙']
    const text = [...lines, '  当：【业态】为 餐饮且外送'].map((line) => `${line}  `)
    expect(format(...text)).toEqual([...lines, '  当：【业态】为 餐饮且外送'])
  })
})
