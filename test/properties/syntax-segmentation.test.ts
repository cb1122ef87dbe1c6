import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { showCondition } from '../support/syntax-condition-text.ts'
import { allNodes } from '../support/syntax-tree-text.ts'

/** Names that contain operators, marks and digits of the language, as real names do. */
const NAMES = [
  ...[
    '经营面积',
    '或有负债',
    '且末县户籍',
    '非公有制企业',
    '为民服务站',
    '不动产权证书',
    '以上级批准',
    '负责人（法定代表人）',
  ],
  ...[
    '3个月内变更',
    '2024年度计划',
    '在校学生',
    '是否本人',
    '大于标准',
    '属于名录',
    '主要设备、经营布局',
    '一般程序',
    '加油站',
    '自然人A',
  ],
]

const name = fc.constantFrom(...NAMES)
const operator = fc.constantFrom(' 且 ', ' 或 ', '且', '或', ' 并且 ', ' 或者 ')
const tail = fc.constantFrom('', '为 是', '150以上', '不满50', '≥ 3', '属于 甲类、乙类')

interface Term {
  readonly negated: boolean
  readonly name: string
  readonly tail: string
}

const term: fc.Arbitrary<Term> = fc.record({ negated: fc.boolean(), name, tail })

function read(condition: string): string {
  const facts = [...new Set(NAMES)].map((fact) => `  信息：${fact}`)
  const options = '  信息：类别\n    取值：甲类、乙类'
  const text = `语言版本：1\n事项：甲\n申报信息：\n${facts.join('\n')}\n${options}\n情形：乙\n  当：${condition}\n`
  const tree = parse({ uri: 'segmentation.zw', text })
  const errors = tree.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const value = allNodes(tree).find(({ construct }) => construct === 'when')?.value
  return value?.kind === 'condition' ? `${errors.join()} ${showCondition(value.condition)}` : errors.join()
}

describe('names need no brackets', () => {
  test('with and without 【】 a condition is read alike, or refused; never silently otherwise', () => {
    fc.assert(
      fc.property(term, fc.array(fc.tuple(operator, term), { maxLength: 4 }), (first, rest) => {
        const write = (bracket: (one: string) => string) => {
          const one = (each: Term) => `${each.negated ? '非' : ''}${bracket(each.name)}${each.tail}`
          return one(first) + rest.map(([word, each]) => word + one(each)).join('')
        }
        const bracketed = read(write((one) => `【${one}】`))
        const bare = read(write((one) => one))
        if (!/^ZW/.test(bare)) expect(bare).toBe(bracketed)
        expect(bracketed.startsWith(' ')).toBe(true)
      }),
      { numRuns: process.env['CI'] === undefined ? 1000 : 5000 },
    )
  })

  test('a bare name alone is always read as that name', () => {
    for (const one of NAMES) expect(read(one)).toBe(read(`【${one}】`))
  })
})
