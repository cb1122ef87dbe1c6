import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'

const MATTER = [
  '语言版本：1',
  '事项：食品经营许可',
  '事项类型：行政许可',
  '申请材料：',
  '  材料：经营场所使用证明',
  '    法定：是',
  '  材料：布局图',
  '办理环节：',
  '  环节：受理',
  '    时限：1个工作日',
  '  环节：核查',
  '    时限：5个工作日',
  '    法定：是',
  '  环节：决定',
  '    时限：2个工作日',
  '    法定前序：核查',
  '    产出：许可证',
  '法定时限：20个工作日',
  '承诺时限：8个工作日',
  '结果：许可证',
]

const SPEED_UP = ['优化措施：核查提速', '  类型：提速', '  环节：核查', '  时限：2个工作日', '  成本：4.5人日']

function compiled(...lines: readonly string[]) {
  const text = [...MATTER, ...lines].join('\n')
  const { matters, diagnostics } = compile([{ uri: 'a.zw', text }], { asOf: '2026-11-22' })
  const codes = diagnostics.flatMap(({ code }) => (code < 'ZW7' ? [code] : []))
  return {
    codes: codes.filter((code) => code !== 'ZW2004'),
    matters: [...matters.values()].map(({ matter }) => matter),
  }
}

describe('优化措施', () => {
  test('says what would change, what it costs and what it rests on', () => {
    const { matters, codes } = compiled(
      ...SPEED_UP,
      '优化措施：证明免提交',
      '  类型：免提交',
      '  材料：布局图',
      '  成本：0',
      '  前提：接通证照库',
      '  前提措施：核查提速',
      '  已采取：是',
    )
    expect(codes).toEqual([])
    expect(matters[0]?.measures).toMatchObject([
      { name: '核查提速', kind: 'speedUp', steps: ['核查'], cost: { amount: '4.5', unit: '人日' } },
      { name: '证明免提交', kind: 'dataSharing', materials: ['布局图'], cost: { amount: '0' }, taken: true },
    ])
    expect(matters[0]?.measures[1]).toMatchObject({ precondition: '接通证照库', requires: ['核查提速'], excludes: [] })
  })

  test('leaves alone what the law asks for, which the definition says', () => {
    const { matters, codes } = compiled('优化措施：取消核查', '  类型：取消环节', '  环节：核查', '  成本：1人日')
    expect(codes).toEqual(['ZW6105'])
    expect(matters[0]?.flow).toMatchObject([{}, { mandatory: true }, { mandatoryAfter: ['核查'] }])
    expect(matters[0]?.materials).toMatchObject([{ mandatory: true }, { name: '布局图' }])
    expect(compiled('优化措施：并联', '  类型：并联', '  环节：核查、决定', '  成本：1人日').codes).toEqual(['ZW6105'])
    expect(compiled('优化措施：合办', '  类型：联合办理', '  环节：受理、核查', '  成本：1人日').codes).toEqual([])
  })

  test('is left out where its 类型 or 成本 is missing', () => {
    const { matters, codes } = compiled('优化措施：核查提速', '  环节：核查', '  时限：2个工作日')
    expect(codes).toEqual(['ZW2007', 'ZW2007'])
    expect(matters[0]?.measures).toEqual([])
  })

  test.each([
    [['  类型：并联', '  环节：核查'], 'ZW6101'],
    [['  类型：数据共享', '  环节：核查'], 'ZW6101'],
    [['  类型：数据共享', '  材料：布局图', '  时限：1个工作日'], 'ZW6101'],
    [['  类型：容缺受理', '  材料：布局图'], 'ZW6101'],
    [['  类型：提速', '  环节：踏勘', '  时限：1个工作日'], 'ZW4001'],
    [['  类型：提速', '  环节：核查', '  时限：5个工作日'], 'ZW6107'],
    [['  类型：合并环节', '  环节：核查、决定', '  时限：7个工作日'], 'ZW6105'],
    [['  类型：取消环节', '  环节：受理'], 'ZW6106'],
    [['  类型：取消环节', '  环节：受理', '  材料：布局图'], 'ZW6102'],
  ])('%j is found wrong: %s', (lines, code) => {
    expect(compiled('优化措施：某措施', ...lines, '  成本：1人日').codes).toContain(code)
  })

  test('a place has those of its base beside its own, and may say one again', () => {
    const { matters, codes } = compiled(
      ...SPEED_UP,
      '实施清单：食品经营许可（某县）',
      '基于：食品经营许可',
      '行使层级：县级',
      '优化措施：核查提速',
      '  类型：提速',
      '  环节：核查',
      '  时限：3个工作日',
      '  成本：1人日',
      '优化措施：受理提速',
      '  类型：提速',
      '  环节：受理',
      '  时限：当场',
      '  成本：1人日',
      '  前提措施：核查提速',
    )
    expect(codes).toEqual([])
    expect(matters[1]?.measures.map(({ name, cost }) => [name, cost.amount])).toEqual([
      ['核查提速', '1'],
      ['受理提速', '1'],
    ])
  })
})
