import fc from 'fast-check'
import type { Fact } from '../../model/application.ts'
import type { Condition, Operand } from '../../model/condition.ts'

/** A fact as guides ask for it, with a condition that some of its values meet and others do not. */
export interface DeclaredFact {
  readonly fact: Fact
  readonly situation: string
  readonly when: fc.Arbitrary<Condition>
}

const plain = { options: [], sources: [], notes: [] }

/** One fact of every type; what distinguishes cases in published guides. */
export const DECLARED_FACTS: readonly DeclaredFact[] = [
  {
    fact: { name: '自有房屋', type: 'boolean', ...plain },
    situation: '使用自有房屋',
    when: fc.constant({ kind: 'fact', fact: '自有房屋' }),
  },
  {
    fact: { name: '经营形式', type: 'option', ...plain, options: ['堂食', '外卖', '单位食堂'] },
    situation: '特定经营形式',
    when: fc.shuffledSubarray(['堂食', '外卖', '单位食堂'], { minLength: 1, maxLength: 2 }).map((options) => ({
      kind: 'oneOf',
      fact: '经营形式',
      operands: options.map((option): Operand => ({ kind: 'option', option })),
    })),
  },
  {
    fact: { name: '经营面积', type: 'number', unit: '平方米', ...plain },
    situation: '面积较大',
    when: atLeast(
      '经营面积',
      fc.integer({ min: 1, max: 500 }).map((amount) => ({ kind: 'number', amount: String(amount) })),
    ),
  },
  {
    fact: { name: '注册资本', type: 'money', ...plain },
    situation: '出资较多',
    when: atLeast(
      '注册资本',
      fc.integer({ min: 1, max: 1000 }).map((wan) => ({ kind: 'money', amountFen: String(wan * 1_000_000) })),
    ),
  },
  {
    fact: { name: '设立日期', type: 'date', ...plain },
    situation: '新设立',
    when: atLeast(
      '设立日期',
      fc.integer({ min: 1990, max: 2024 }).map((year) => ({ kind: 'date', date: `${year}-07-01` })),
    ),
  },
  {
    fact: { name: '使用期限', type: 'duration', ...plain },
    situation: '长期使用',
    when: atLeast(
      '使用期限',
      fc
        .integer({ min: 1, max: 36 })
        .map((months) => ({ kind: 'duration', duration: { unit: 'month', amount: String(months) } })),
    ),
  },
]

function atLeast(fact: string, operand: fc.Arbitrary<Operand>): fc.Arbitrary<Condition> {
  return operand.map((least) => ({ kind: 'compare', fact, operator: 'ge', operand: least }))
}
