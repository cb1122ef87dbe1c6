import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { orderColumns } from '../../../src/compile/print/column-order.ts'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { readBack } from '../../../src/compile/print/read-back.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'

const MATTER = `语言版本：1
事项：许可·甲类
申报信息：
  信息：面积
    类型：数
    单位：㎡
  信息：结论
    类型：枚举
    取值：通过、不通过
  信息：原结论
    类型：枚举
    取值：通过、不通过
受理条件：
  条件：布局合理
申请材料：
  材料：申请书
  材料：平面图
办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    填写：结论
    时限：1个工作日
    产出：许可证
特别程序：专家评审
  计时：不计入
法定时限：20个工作日
结果：许可证
`

function compiled(scenario: string): { readonly matter: Matter | undefined; readonly errors: readonly string[] } {
  const { matters, diagnostics } = compile([{ uri: 'a.zw', text: MATTER + scenario }])
  const [only] = matters.values()
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => code + message)
  return { matter: only && withoutOrigins(only.matter), errors }
}

/** What is lost, when a matter with this 用例 is printed and compiled again. */
function lostOf(scenario: string): readonly string[] {
  const { matter, errors } = compiled(scenario)
  expect(errors).toEqual([])
  if (matter === undefined) throw new Error('no matter')
  return readBack(matter, 'a.zw').lost
}

describe('a 用例 comes back from its text', () => {
  test('that stands behind its matter, whose steps and procedures it may name all the same', () => {
    const scenario = `用例：一
  针对：许可·甲类
  假如：【结论】不属于 【原结论】
  当：决定 结果为 通过
  并且：专家评审 用时 12个工作日
  那么：受理条件 满足
`
    const { matter } = compiled(scenario)
    expect(matter?.scenarios[0]?.premises).toMatchObject([{ condition: { of: { operands: [{ fact: '原结论' }] } } }])
    expect(matter?.scenarios[0]?.events).toMatchObject([
      { kind: 'outcome', step: '决定', fact: '结论', value: { option: '通过' } },
      { kind: 'happens', what: 'procedure', name: '专家评审' },
    ])
    expect(lostOf(scenario)).toEqual([])
  })

  test('with two columns about the same', () => {
    const rows = ['面积 ｜ →所需材料 ｜ →所需材料', '50 ｜ 包含 申请书 ｜ 共2份', '60 ｜ 平面图、申请书 ｜ 共2份']
    expect(lostOf(`用例：一\n  例子：\n${rows.map((row) => `  ｜ ${row} ｜\n`).join('')}`)).toEqual([])
  })

  test('with columns of which each row says some', () => {
    const rows = ['面积 ｜ 结论 ｜ 布局合理 ｜ →受理条件', '— ｜ 通过 ｜ — ｜ 满足', '50 ｜ 通过 ｜ 是 ｜ 待定']
    expect(lostOf(`用例：一\n  例子：\n${rows.map((row) => `  ｜ ${row} ｜\n`).join('')}`)).toEqual([])
  })

  test('with words in its cells as they were written', () => {
    const rows = ['面积 ｜ →提示', '50 ｜ 包含 “不满100㎡”']
    const { matter } = compiled(`用例：一\n  例子：\n${rows.map((row) => `  ｜ ${row} ｜\n`).join('')}`)
    expect(matter?.scenarios[0]?.examples[0]?.assertions).toMatchObject([{ texts: ['不满100㎡'] }])
    expect(matter && printMatters([matter])).toContain('“不满100㎡”')
  })
})

describe('the order of columns', () => {
  test.each([
    [
      'that of the rows',
      [
        ['甲', '乙'],
        ['乙', '丙'],
      ],
      ['甲', '乙', '丙'],
    ],
    ['before what was mentioned first', [['乙'], ['甲', '乙']], ['甲', '乙']],
    ['over several rows', [['乙'], ['丙'], ['丙', '甲'], ['甲', '乙']], ['丙', '甲', '乙']],
    [
      'of mention where the rows have none in common',
      [
        ['甲', '乙'],
        ['乙', '甲'],
      ],
      ['甲', '乙'],
    ],
  ])('is %s', (_, rows, expected) => {
    expect(orderColumns(rows)).toEqual(expected)
  })
})
