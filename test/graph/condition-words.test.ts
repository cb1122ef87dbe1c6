import { describe, expect, test } from 'vitest'
import { printConditionWords } from '../../src/graph/condition-words.ts'
import type { Condition, Operand } from '../../src/model/condition.ts'

const area = (operator: 'eq' | 'ne' | 'ge' | 'gt' | 'le' | 'lt', amount: string): Condition => ({
  kind: 'compare',
  fact: '面积',
  operator,
  operand: { kind: 'number', amount },
})
const large: Condition = { kind: 'situation', situation: '大型' }
const risky: Condition = { kind: 'fact', fact: '高风险' }
const scope = {
  facts: [
    { name: '面积', unit: '平方米' },
    { name: '高风险' },
    { name: '类型' },
    { name: '开工日', type: 'date' as const },
  ],
  situations: [
    { name: '大型', when: area('ge', '150') },
    { name: '自己', when: { kind: 'situation', situation: '自己' } as const },
  ],
}
const say = (condition: Condition, explain = false) => printConditionWords(condition, scope, { explain })

describe('a condition in plain words', () => {
  test.each([
    ['ge', '面积50平方米以上', '面积不满50平方米'],
    ['gt', '面积超过50平方米', '面积50平方米以下'],
    ['le', '面积50平方米以下', '面积超过50平方米'],
    ['lt', '面积不满50平方米', '面积50平方米以上'],
    ['eq', '面积为50平方米', '面积不为50平方米'],
    ['ne', '面积不为50平方米', '面积为50平方米'],
  ] as const)('%s and its opposite', (operator, words, opposite) => {
    expect(say(area(operator, '50'))).toBe(words)
    expect(say({ kind: 'not', of: area(operator, '50') })).toBe(opposite)
  })

  test('且 inside 或 stands in brackets', () => {
    expect(say({ kind: 'any', of: [{ kind: 'all', of: [risky, area('ge', '50')] }, large] })).toBe(
      '（高风险为“是”，并且面积50平方米以上），或者大型',
    )
    expect(say({ kind: 'not', of: { kind: 'all', of: [risky, large] } })).toBe('不是这样：（高风险为“是”，并且大型）')
  })

  test('a situation is told with what it means where that is asked for, and one that means itself comes to an end', () => {
    expect(say(large)).toBe('大型')
    expect(say(large, true)).toBe('大型（面积150平方米以上）')
    expect(say({ kind: 'not', of: large }, true)).toBe('不属于大型（面积150平方米以上）')
    expect(say({ kind: 'situation', situation: '自己' }, true)).toBe('自己（自己）')
  })

  test('lists, days and other facts', () => {
    const option = (word: string) => ({ kind: 'option', option: word }) as const
    const oneOf: Condition = { kind: 'oneOf', fact: '类型', operands: [option('甲'), option('乙')] }
    expect(say(oneOf)).toBe('类型为“甲”、“乙”之一')
    expect(say({ kind: 'not', of: oneOf })).toBe('类型不为“甲”、“乙”之一')
    expect(say({ kind: 'not', of: { kind: 'not', of: risky } })).toBe('高风险为“是”')
    const day = { kind: 'date', date: '2025-01-01' } as const
    expect(say({ kind: 'compare', fact: '申请日期', operator: 'ge', operand: day })).toBe('申请日期不早于2025年1月1日')
    const other = { kind: 'fact', fact: '上限' } as const
    expect(say({ kind: 'compare', fact: '面积', operator: 'ge', operand: other })).toBe('面积不小于“上限”')
  })

  test('a day compared with another day, and with so long before or after it', () => {
    const due = { kind: 'fact', fact: '到期日' } as const
    const month = { unit: 'calendarDay', amount: '30' } as const
    const shifted = (direction: 'earlier' | 'later') =>
      ({ ...due, kind: 'shifted', direction, duration: month }) as const
    const started = (operator: 'ge' | 'le', operand: Operand): Condition => ({
      kind: 'compare',
      fact: '开工日',
      operator,
      operand,
    })
    expect(say(started('ge', due))).toBe('开工日不早于“到期日”')
    expect(say({ kind: 'not', of: started('ge', due) })).toBe('开工日早于“到期日”')
    expect(say(started('le', shifted('earlier')))).toBe('开工日不晚于“到期日”前30个自然日')
    expect(say(started('ge', shifted('later')))).toBe('开工日不早于“到期日”后30个自然日')
  })

  test('the two ends of a range are one phrase, and the same joint inside needs no brackets', () => {
    const middle: Condition = { kind: 'all', of: [area('ge', '50'), area('lt', '150')] }
    expect(say(middle)).toBe('面积50平方米以上、不满150平方米')
    expect(say({ kind: 'all', of: [middle, risky] })).toBe('面积50平方米以上、不满150平方米，并且高风险为“是”')
    expect(say({ kind: 'any', of: [middle, risky] })).toBe('面积50平方米以上、不满150平方米，或者高风险为“是”')
    expect(say({ kind: 'any', of: [{ kind: 'any', of: [risky, large] }, area('lt', '5')] })).toBe(
      '高风险为“是”，或者大型，或者面积不满5平方米',
    )
    expect(say({ kind: 'all', of: [area('ge', '5'), area('ge', '6'), area('lt', '9')] })).toBe(
      '面积5平方米以上，并且面积6平方米以上，并且面积不满9平方米',
    )
  })

  test.each([
    ['99', '0.99元'],
    ['990000', '9900元'],
    ['1000000', '1万元'],
    ['1230000', '12300元'],
    ['100000000', '100万元'],
    ['10000000000', '1亿元'],
    ['15000000000', '1.5亿元'],
    ['12345000000', '12345万元'],
  ])('%s 分 is said as %s', (amountFen, words) => {
    const money = { kind: 'money', amountFen } as const
    expect(say({ kind: 'compare', fact: '投资额', operator: 'ge', operand: money })).toBe(`投资额${words}以上`)
  })
})
