import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { readBack } from '../../../src/compile/print/read-back.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../../src/graph/fact-value.ts'
import type { Condition } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'

const FACTS = `申报信息：
  信息：经营面积
    类型：数
    单位：平方米
  信息：高风险
    类型：是否
  信息：业态
    类型：枚举
    取值：餐饮、食堂、不满意的选项
情形：大型
  当：【经营面积】1000平方米以上
`

const STEPS = `办理环节：
  环节：受理
    时限：1个工作日
  环节：核查
    当：【方式】为 现场
    时限：【用时】
  环节：决定
    时限：1个工作日
    产出：许可证
`

function textOf(table: string, steps: string = STEPS): string {
  return `语言版本：1\n事项：许可\n${FACTS}${steps}${table}法定时限：20个工作日\n结果：许可证\n`
}

function compiled(text: string): { readonly matter: Matter; readonly found: readonly string[] } {
  const { matters, diagnostics } = compile([{ uri: 'a.zw', text }])
  const matter = [...matters.values()][0]?.matter
  if (matter === undefined) throw new Error('no matter')
  const found = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`)
  return { matter, found }
}

function table(rows: readonly string[], hits = '唯一'): string {
  return `判定表：核查\n  命中：${hits}\n${rows.map((row) => `  ｜ ${row} ｜\n`).join('')}`
}

const COMPLETE = table([
  '经营面积（平方米） ｜ 高风险 ｜ →方式 ｜ →用时',
  '不满50 ｜ 否 ｜ 承诺 ｜ 当场',
  '50以上不满150 ｜ 否 ｜ 远程 ｜ 2个工作日',
  '150以上 ｜ 否 ｜ 现场 ｜ 5个工作日',
  '— ｜ 是 ｜ 现场 ｜ 6个工作日',
])

function truthOf(facts: Facts, condition: Condition | undefined, situations: Matter['situations'] = []) {
  return condition === undefined ? 'yes' : createEvaluator(situations, facts).truthOf(condition)
}

function facts(area: number, risky: boolean, kind = '餐饮'): Facts {
  return new Map<string, FactValue>([
    ['经营面积', { kind: 'number', amount: String(area) }],
    ['高风险', { kind: 'boolean', value: risky }],
    ['业态', { kind: 'option', option: kind }],
  ])
}

/** The length of the step 核查 in a case, by the first limit whose condition holds; undefined where it does not run. */
function checked(matter: Matter, known: Facts): unknown {
  const step = matter.flow.find((item) => item.kind === 'step' && item.name === '核查')
  if (step?.kind !== 'step' || truthOf(known, step.when) !== 'yes') return undefined
  return step.limits.find(({ when }) => truthOf(known, when) === 'yes')?.limit
}

describe('a decision table', () => {
  test('becomes rules with typed outputs', () => {
    const { matter, found } = compiled(textOf(COMPLETE))
    expect(found).toEqual([])
    const [decision] = matter.decisionTables
    expect(decision).toMatchObject({ name: '核查', hits: 'unique', inputs: ['经营面积', '高风险'] })
    expect(decision?.outputs).toEqual([
      { name: '方式', type: 'option', options: ['承诺', '远程', '现场'] },
      { name: '用时', type: 'duration', options: [] },
    ])
    expect(decision?.rules.map(({ inputs }) => inputs[0] === null)).toEqual([false, false, false, true])
    expect(decision?.rules[1]?.outputs).toEqual([
      { kind: 'option', option: '远程' },
      { kind: 'duration', duration: { unit: 'workday', amount: '2' } },
    ])
  })

  test('gives its outputs to 当 and 时限, case by case', () => {
    const { matter } = compiled(textOf(COMPLETE))
    expect(checked(matter, facts(49, false))).toBeUndefined()
    expect(checked(matter, facts(149, false))).toBeUndefined()
    expect(checked(matter, facts(150, false))).toEqual({ unit: 'workday', amount: '5' })
    expect(checked(matter, facts(10, true))).toEqual({ unit: 'workday', amount: '6' })
  })

  test('may be named before its output, and must be where several tables have it', () => {
    const named = STEPS.replace('【方式】', '【核查·方式】').replace('【用时】', '【核查·用时】')
    expect(compiled(textOf(COMPLETE, named)).found).toEqual([])
    const twice = COMPLETE + table(['高风险 ｜ →用时', '是 ｜ 1个工作日', '否 ｜ 2个工作日']).replace('核查', '另一表')
    expect(compiled(textOf(twice)).found).toEqual(['ZW4012 “用时”在2个判定表里都有，不知道是哪一个'])
    expect(compiled(textOf(twice, named)).found).toEqual([])
  })

  test('with 首个 takes the first row that applies', () => {
    const first = table(
      [
        '经营面积 ｜ →方式 ｜ →用时',
        '150平方米以上 ｜ 现场 ｜ 5个工作日',
        '50平方米以上 ｜ 远程 ｜ 2个工作日',
        '— ｜ 现场 ｜ 1个工作日',
      ],
      '首个',
    )
    const { matter, found } = compiled(textOf(first))
    expect(found).toEqual([])
    expect(checked(matter, facts(200, false))).toEqual({ unit: 'workday', amount: '5' })
    expect(checked(matter, facts(60, false))).toBeUndefined()
    expect(checked(matter, facts(10, false))).toEqual({ unit: 'workday', amount: '1' })
  })

  test('with 全部 gives a value wherever one of its rows does', () => {
    const all = table(['经营面积 ｜ 高风险 ｜ →方式', '50以上 ｜ — ｜ 远程', '— ｜ 是 ｜ 现场'], '全部')
    const steps = STEPS.replace('时限：【用时】', '时限：1个工作日')
    const { matter, found } = compiled(textOf(all, steps))
    expect(found).toEqual([])
    expect(checked(matter, facts(60, true))).toBeDefined()
    expect(checked(matter, facts(60, false))).toBeUndefined()
    const not = compiled(textOf(all, steps.replace('为 现场', '不为 现场')))
    expect(checked(not.matter, facts(60, true))).toBeUndefined()
    expect(checked(not.matter, facts(10, false))).toBeDefined()
  })

  test('may rest on situations, and situations on it', () => {
    const byScale = table(['大型 ｜ →方式 ｜ →用时', '是 ｜ 现场 ｜ 5个工作日', '否 ｜ 远程 ｜ 1个工作日'])
    const { matter, found } = compiled(
      textOf(`${byScale}情形：要跑现场\n  当：【方式】为 现场\n`, STEPS.replace('【方式】为 现场', '【要跑现场】')),
    )
    expect(found).toEqual([])
    expect(matter.situations.map(({ name }) => name)).toEqual(['大型', '要跑现场'])
    expect(truthOf(facts(2000, false), { kind: 'situation', situation: '要跑现场' }, matter.situations)).toBe('yes')
    expect(truthOf(facts(20, false), { kind: 'situation', situation: '要跑现场' }, matter.situations)).toBe('no')
  })

  test('that rests on a situation which rests on it is a circle', () => {
    const circle = table(['要跑现场 ｜ →方式 ｜ →用时', '是 ｜ 现场 ｜ 5个工作日', '否 ｜ 远程 ｜ 1个工作日'])
    const { found } = compiled(textOf(`${circle}情形：要跑现场\n  当：【方式】为 现场\n`))
    expect(found.map((each) => each.slice(0, 6))).toContain('ZW4004')
  })

  test.each([
    ['a value that is no option', '业态 ｜ →方式 ｜ →用时', '餐厅 ｜ 现场 ｜ 1个工作日', 'ZW5003'],
    ['a range of what has no order', '业态 ｜ →方式 ｜ →用时', '50以上 ｜ 现场 ｜ 1个工作日', 'ZW5001'],
    ['another unit at the head', '经营面积（亩） ｜ →方式 ｜ →用时', '50以上 ｜ 现场 ｜ 1个工作日', 'ZW5002'],
    ['another unit in a cell', '经营面积 ｜ →方式 ｜ →用时', '50亩以上 ｜ 现场 ｜ 1个工作日', 'ZW5002'],
    ['a date for a number', '经营面积 ｜ →方式 ｜ →用时', '2025年1月1日 ｜ 现场 ｜ 1个工作日', 'ZW5007'],
    ['an unknown name at the head', '经营面职 ｜ →方式 ｜ →用时', '50以上 ｜ 现场 ｜ 1个工作日', 'ZW4001'],
    ['a cell that says nothing', '经营面积 ｜ →方式 ｜ →用时', '50以上且 ｜ 现场 ｜ 1个工作日', 'ZW1102'],
    ['a table without conditions', '经营面积 ｜ →方式 ｜ →用时', '— ｜ 现场 ｜ 1个工作日', 'ZW7007'],
    ['a blank cell', '经营面积 ｜ 高风险 ｜ →方式 ｜ →用时', '50以上 ｜ ｜ 现场 ｜ 1个工作日', 'ZW1011'],
  ])('%s is told, once', (_, heads, row, code) => {
    const { found } = compiled(textOf(table([heads, row])))
    expect(found.map((each) => each.slice(0, 6))).toEqual([code])
  })

  test.each([
    [
      'an output that is no limit',
      ['经营面积 ｜ →方式 ｜ →用时', '不满50 ｜ 现场 ｜ 很快', '50以上 ｜ 远程 ｜ 很快'],
      'ZW7008',
    ],
    ['an output that nothing gives', ['经营面积 ｜ →方式', '不满50 ｜ 现场', '50以上 ｜ 远程'], 'ZW4001'],
  ])('%s is told, once, where it is used', (_, rows, code) => {
    expect(compiled(textOf(table(rows))).found.map((each) => each.slice(0, 6))).toEqual([code])
  })

  test('an option may begin with a word of the language', () => {
    const rows = ['业态 ｜ →方式 ｜ →用时', '不满意的选项 ｜ 现场 ｜ 1个工作日', '餐饮、食堂 ｜ 远程 ｜ 2个工作日']
    expect(compiled(textOf(table(rows))).found).toEqual([])
  })

  test('a bare number takes the unit of its head, in conditions and in results', () => {
    const rows = ['经营面积（平方米） ｜ →方式 ｜ →用时（工作日）', '不满50 ｜ 现场 ｜ 3', '50以上 ｜ 远程 ｜ 5']
    const { matter, found } = compiled(textOf(table(rows)))
    expect(found).toEqual([])
    expect(checked(matter, facts(10, false))).toEqual({ unit: 'workday', amount: '3' })
  })
})

describe('an option of one fact is a plain word behind another', () => {
  const SENIORITY = `申报信息：
  信息：工龄
    类型：数
    单位：年
  信息：档次
    类型：枚举
    取值：3年以上、不满3年、是、否、甲档
  信息：改建
    类型：是否
  信息：称谓
    类型：文本
`
  const rows = (...lines: readonly string[]) => lines.map((row) => `  ｜ ${row} ｜\n`).join('')
  const lowered = (lines: string) => {
    const { matters, diagnostics } = compile([{ uri: 'a.zw', text: `语言版本：1\n事项：许可\n${SENIORITY}${lines}` }])
    const told = diagnostics.filter(({ code }) => !['ZW2004', 'ZW4005', 'ZW7004'].includes(code))
    expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([])
    const matter = [...matters.values()][0]?.matter
    return { rules: matter?.decisionTables[0]?.rules ?? [], when: matter?.situations[0]?.when }
  }
  const years = (operator: string) => ({
    kind: 'compare',
    fact: '工龄',
    operator,
    operand: { kind: 'number', amount: '3' },
  })
  const rebuilt = { kind: 'compare', fact: '改建', operator: 'eq', operand: { kind: 'boolean', value: true } }
  const option = (name: string) => ({ kind: 'option', option: name })

  test.each([
    ['工龄', '3年以上', years('ge')],
    ['工龄', '不满3年', years('lt')],
    ['改建', '是', rebuilt],
    ['称谓', '甲档', { kind: 'compare', fact: '称谓', operator: 'eq', operand: { kind: 'text', text: '甲档' } }],
    ['档次', '3年以上', { kind: 'compare', fact: '档次', operator: 'eq', operand: option('3年以上') }],
    ['档次', '是', { kind: 'compare', fact: '档次', operator: 'eq', operand: option('是') }],
    ['档次', '否、不满3年', { kind: 'oneOf', fact: '档次', operands: [option('否'), option('不满3年')] }],
  ])('in a cell under %s: %s', (head, cell, expected) => {
    const { rules } = lowered(`判定表：级别\n${rows(`${head} ｜ →级别`, `${cell} ｜ 1`)}`)
    expect(rules[0]?.inputs).toEqual([expected])
  })

  test.each([
    ['【工龄】3年以上', years('ge')],
    ['工龄3年以上 且 改建为是', { kind: 'all', of: [years('ge'), rebuilt] }],
    ['改建为是 且 工龄不满3年', { kind: 'all', of: [rebuilt, years('lt')] }],
    ['档次为3年以上', { kind: 'compare', fact: '档次', operator: 'eq', operand: option('3年以上') }],
    ['档次属于不满3年、3年以上', { kind: 'oneOf', fact: '档次', operands: [option('不满3年'), option('3年以上')] }],
  ])('in a condition: %s', (written, expected) => {
    expect(lowered(`情形：某种\n  当：${written}\n`).when).toEqual(expected)
  })

  test('a situation has none', () => {
    const { rules } = lowered(
      `情形：老职工\n  当：【工龄】3年以上\n判定表：级别\n${rows('老职工 ｜ →级别', '是 ｜ 1', '否 ｜ 2')}`,
    )
    const holds = { kind: 'situation', situation: '老职工' }
    expect(rules.map(({ inputs }) => inputs[0])).toEqual([holds, { kind: 'not', of: holds }])
  })
})

/** Cells of the column 经营面积 and where they hold. */
const AREAS: readonly (readonly [string, (area: number) => boolean])[] = [
  ['—', () => true],
  ['不满50', (area) => area < 50],
  ['50以上', (area) => area >= 50],
  ['50以上不满150', (area) => area >= 50 && area < 150],
  ['50以上150以下', (area) => area >= 50 && area <= 150],
  ['超过150', (area) => area > 150],
  ['150以上', (area) => area >= 150],
  ['不为 100', (area) => area !== 100],
]
const KINDS: readonly (readonly [string, (kind: string) => boolean])[] = [
  ['—', () => true],
  ['餐饮', (kind) => kind === '餐饮'],
  ['餐饮、食堂', (kind) => kind !== '不满意的选项'],
  ['不为 食堂', (kind) => kind !== '食堂'],
]
const RISKS: readonly (readonly [string, (risky: boolean) => boolean])[] = [
  ['—', () => true],
  ['是', (risky) => risky],
  ['否', (risky) => !risky],
]

const CASES = [0, 49, 50, 99, 100, 149, 150, 151].flatMap((area) =>
  ['餐饮', '食堂', '不满意的选项'].flatMap((kind) => [true, false].map((risky) => ({ area, kind, risky }))),
)

const anyRows = fc.array(
  fc.record({
    area: fc.constantFrom(...AREAS),
    kind: fc.constantFrom(...KINDS),
    risk: fc.constantFrom(...RISKS),
    way: fc.constantFrom('现场', '远程'),
  }),
  { minLength: 1, maxLength: 5 },
)

test('a decision table that was printed is the same table', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const lines = rows.map(
        ({ area, kind, risk, way }) => `${area[0]} ｜ ${kind[0]} ｜ ${risk[0]} ｜ ${way} ｜ 3个工作日`,
      )
      const text = textOf(table(['经营面积 ｜ 业态 ｜ 高风险 ｜ →方式 ｜ →用时', ...lines], '首个'))
      const { matter } = compiled(text)
      fc.pre(lines.some((line) => !line.startsWith('— ｜ — ｜ —')))
      expect(matter.decisionTables).toHaveLength(1)
      expect(readBack(matter, 'a.zw').lost).toEqual([])
    }),
    { numRuns: 100 },
  )
})

describe('gaps, overlaps and outputs agree with trying every case', () => {
  test.each(['唯一', '首个', '全部'])('命中：%s', (hits) => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const lines = rows.map(({ area, kind, risk, way }) => `${area[0]} ｜ ${kind[0]} ｜ ${risk[0]} ｜ ${way}`)
        const steps = STEPS.replace('时限：【用时】', '时限：1个工作日')
        const text = textOf(table(['经营面积 ｜ 业态 ｜ 高风险 ｜ →方式', ...lines], hits), steps)
        fc.pre(lines.some((line) => !line.startsWith('— ｜ — ｜ —')))
        const { diagnostics, matters } = compile([{ uri: 'a.zw', text }])
        const codes = new Set(diagnostics.map(({ code }) => code))
        const hitting = CASES.map((each) =>
          rows.filter(({ area, kind, risk }) => area[1](each.area) && kind[1](each.kind) && risk[1](each.risky)),
        )
        expect(codes.has('ZW7003')).toBe(hits === '唯一' && hitting.some((each) => each.length > 1))
        expect(codes.has('ZW7004')).toBe(hits !== '全部' && hitting.some((each) => each.length === 0))
        const matter = [...matters.values()][0]?.matter
        const step = matter?.flow.find((item) => item.kind === 'step' && item.name === '核查')
        if (step?.kind !== 'step' || codes.has('ZW7003') || !rows.some(({ way }) => way === '现场')) return
        for (const [index, each] of CASES.entries()) {
          const counting = hits === '首个' ? (hitting[index] ?? []).slice(0, 1) : (hitting[index] ?? [])
          const expected = counting.some(({ way }) => way === '现场') ? 'yes' : 'no'
          expect(truthOf(facts(each.area, each.risky, each.kind), step.when)).toBe(expected)
        }
      }),
      { numRuns: 200 },
    )
  })
})
