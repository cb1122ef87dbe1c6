import { describe, expect, test } from 'vitest'
import { printMatters } from '../../../src/compile/print/matter.ts'
import { readBack } from '../../../src/compile/print/read-back.ts'
import type { Condition } from '../../../src/model/condition.ts'
import type { DecisionTable } from '../../../src/model/decision-table.ts'
import { EMPTY_MATTER } from '../../../src/model/empty-matter.ts'
import type { Matter } from '../../../src/model/matter.ts'

const none = { sources: [], notes: [] }
const is = (fact: string, value: boolean): Condition => ({
  kind: 'compare',
  fact,
  operator: 'eq',
  operand: { kind: 'boolean', value },
})

/** A matter whose decision table asks these 是否 facts. */
function asking(inputs: readonly string[], rules: DecisionTable['rules']): Matter {
  const outputs = [{ name: '级别', type: 'number' as const, options: [] }]
  return {
    ...EMPTY_MATTER,
    facts: inputs.map((name) => ({ name, type: 'boolean', options: [], ...none })),
    decisionTables: [{ name: '定级', hits: 'unique', inputs, outputs, rules, ...none }],
  }
}

function both(inputs: readonly string[]): DecisionTable['rules'] {
  return [true, false].map((value) => ({
    inputs: inputs.map((fact) => is(fact, value)),
    outputs: [{ kind: 'number', amount: '1' }],
  }))
}

describe('a decision table comes back from its text', () => {
  test.each([
    ['that are those of a table of entries', ['环节', '阶段']],
    ['that are those of another table of entries', ['材料', '形式', '份数']],
    ['that is a column of numbers elsewhere', ['序号']],
    ['that are values elsewhere', ['是', '否']],
    ['that begins with an arrow', ['→去向']],
    ['that ends as if with a unit', ['面积（平方米）']],
  ])('with heads %s', (_, heads) => {
    expect(readBack(asking(heads, both(heads)), 'a.zw').lost).toEqual([])
  })

  test('with a row that says nothing', () => {
    const matter = asking(['改建'], [...both(['改建']), { inputs: [null], outputs: [null] }])
    expect(readBack(matter, 'a.zw').lost).toEqual([])
    expect(printMatters([matter])).toMatch(/\n {2}｜ 否 +｜ 1 +｜\n {2}｜ ／ +｜ ／ +｜\n/)
  })

  test('but what a cell cannot hold is told', () => {
    expect(readBack(asking(['新建｜改建'], both(['新建｜改建'])), 'a.zw').lost).not.toEqual([])
  })
})
