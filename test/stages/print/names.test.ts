import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { modelOf } from '../../support/matter-text.ts'

const fact = (name: string, ...lines: readonly string[]) => [`信息：${name}`, ...lines.map((each) => `  ${each}`)]
const situation = (when: string) => ['情形：例外', `  当：${when}`]

function conditionIn({ situations }: Matter): Condition | undefined {
  return situations[0]?.when
}

describe('a name with brackets of its own', () => {
  test('stands in 【】 in a condition', () => {
    const facts = fact('持有国发〔2020〕1号文批复', '类型：是否')
    const model = modelOf({ facts, situations: situation('非【持有国发〔2020〕1号文批复】') })
    expect(conditionIn(model)).toEqual({ kind: 'not', of: { kind: 'fact', fact: '持有国发〔2020〕1号文批复' } })
  })

  test('stands in 【】 in a list', () => {
    const materials = [
      '材料：〔2020〕1号文',
      '材料：【批复】及附件、图纸',
      '任选其一：【〔2020〕1号文】、【【批复】及附件、图纸】',
    ]
    const [choice] = modelOf({ materials }).materialChoices
    expect(choice?.materials).toEqual(['〔2020〕1号文', '【批复】及附件、图纸'])
  })
})

describe('a fact whose 单位 is a unit of time or money', () => {
  const facts = [
    ...fact('缴费月数', '类型：数', '单位：个月'),
    ...fact('年收入', '类型：数', '单位：元'),
    ...fact('注册资本', '类型：金额'),
    ...fact('出生日期', '类型：日期'),
  ]

  test.each([
    ['【缴费月数】6个月以上', { kind: 'number', amount: '6' }],
    ['【年收入】不超过 5万元', { kind: 'number', amount: '50000' }],
    ['【注册资本】不低于 50元', { kind: 'money', amountFen: '5000' }],
    [
      '【出生日期】≤ 【申请日期】减3个月',
      { kind: 'shifted', fact: '申请日期', direction: 'earlier', duration: { unit: 'month', amount: '3' } },
    ],
  ])('leaves %s to be read by the type of its left side', (when, operand) => {
    expect(conditionIn(modelOf({ facts, situations: situation(when) }))).toMatchObject({ kind: 'compare', operand })
  })
})
