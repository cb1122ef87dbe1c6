import { describe, expect, test } from 'vitest'
import { explainAdmission } from '../../../src/analysis/explain/explain-admission.ts'
import type { ConditionTrace } from '../../../src/analysis/explain/trace-condition.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { Facts, FactValue } from '../../../src/graph/fact-value.ts'
import type { Requirement } from '../../../src/model/application.ts'
import type { Condition, Operand } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { all, any, atLeast, below, fact, isOption, isTrue, matter, not } from '../../graph/matters.ts'

const number = (amount: number): FactValue => ({ kind: 'number', amount: String(amount) })
const yes: FactValue = { kind: 'boolean', value: true }
const no: FactValue = { kind: 'boolean', value: false }
const option = (word: string): FactValue => ({ kind: 'option', option: word })

function requirement(name: string, parts: Partial<Requirement>): Requirement {
  return { name, except: [], sources: [], notes: [], ...parts }
}

const FACTS = [
  { ...fact('经营面积', 'number'), unit: '平方米' },
  fact('主体业态', 'option', ['食品销售经营', '餐饮服务经营', '单位食堂']),
  fact('告知承诺'),
  fact('设立日期', 'date'),
  fact('注册资本', 'money'),
  fact('实缴资本', 'money'),
]

const one = (rule: Condition, given: Record<string, FactValue> = {}, parts: Partial<Matter> = {}) => {
  const definition = matter({ facts: FACTS, requirements: [requirement('条件', { rule })], ...parts })
  const facts: Facts = new Map(Object.entries(given))
  return explainAdmission({ matter: definition, graph: buildGraph(definition).graph }, facts).requirements[0]?.rule
}

/** The sentences of a tree, two spaces for each level. */
function lines(trace: ConditionTrace | undefined, depth = 0): readonly string[] {
  if (trace === undefined) return []
  return ['  '.repeat(depth) + trace.sentence, ...trace.parts.flatMap((part) => lines(part, depth + 1))]
}

const operand = (fact: string): Operand => ({ kind: 'fact', fact })

describe('one sentence for every part of a condition', () => {
  test.each([
    [atLeast('经营面积', 150), { 经营面积: number(80) }, '经营面积为80平方米，要求150平方米以上，不满足'],
    [below('经营面积', 150), { 经营面积: number(80) }, '经营面积为80平方米，要求不满150平方米，满足'],
    [atLeast('经营面积', 150), {}, '经营面积还没有填写，要求150平方米以上，待定'],
    [isTrue('告知承诺'), { 告知承诺: no }, '告知承诺为否，要求为是，不满足'],
    [isOption('主体业态', '单位食堂'), {}, '主体业态还没有填写，要求为“单位食堂”，待定'],
    [
      { kind: 'oneOf', fact: '主体业态', operands: [option('餐饮服务经营'), option('单位食堂')] } as Condition,
      { 主体业态: option('单位食堂') },
      '主体业态为“单位食堂”，要求为“餐饮服务经营”、“单位食堂”之一，满足',
    ],
    [
      { kind: 'compare', fact: '设立日期', operator: 'ge', operand: { kind: 'date', date: '2020-07-01' } } as Condition,
      { 设立日期: { kind: 'date', date: '2019-01-02' } as FactValue },
      '设立日期为2019年1月2日，要求不早于2020年7月1日，不满足',
    ],
    [
      { kind: 'compare', fact: '实缴资本', operator: 'ge', operand: operand('注册资本') } as Condition,
      { 实缴资本: { kind: 'money', amountFen: '5000000' } as FactValue },
      '实缴资本为5万元，注册资本还没有填写，要求不小于“注册资本”，待定',
    ],
  ] as const)('%j', (rule, given, sentence) => {
    expect(lines(one(rule, given))).toEqual([sentence])
  })

  test('且 and 或 tell how many of their parts hold', () => {
    expect(
      lines(
        one(all(atLeast('经营面积', 50), any(isTrue('告知承诺'), isOption('主体业态', '单位食堂'))), {
          经营面积: number(80),
          告知承诺: no,
        }),
      ),
    ).toEqual([
      '以下2项都要满足，其中1项满足、1项待定：待定',
      '  经营面积为80平方米，要求50平方米以上，满足',
      '  以下2项满足一项即可，其中1项不满足、1项待定：待定',
      '    告知承诺为否，要求为是，不满足',
      '    主体业态还没有填写，要求为“单位食堂”，待定',
    ])
  })

  test('非 before one comparison asks for the opposite; before more, that they do not hold', () => {
    expect(lines(one(not(atLeast('经营面积', 150)), { 经营面积: number(150) }))).toEqual([
      '经营面积为150平方米，要求不满150平方米，不满足',
      '  经营面积为150平方米，是否150平方米以上：是',
    ])
    expect(lines(one(not(all(isTrue('告知承诺'), atLeast('经营面积', 150))), { 告知承诺: yes }))).toEqual([
      '要求以下情形不成立：还不知道，待定',
      '  以下2项是否都成立，其中1项成立、1项还不知道：待定',
      '    告知承诺：是',
      '    经营面积还没有填写，是否150平方米以上：待定',
    ])
  })

  test('a 情形 is told in full where it comes first, and ends where it runs in circles', () => {
    const situation = (name: string): Condition => ({ kind: 'situation', situation: name })
    const situations = [
      { name: '大型', when: atLeast('经营面积', 150), sources: [], notes: [] },
      { name: '绕回', when: any(situation('绕回'), isTrue('告知承诺')), sources: [], notes: [] },
    ]
    expect(
      lines(one(any(situation('大型'), not(situation('大型'))), { 经营面积: number(200) }, { situations })),
    ).toEqual([
      '以下2项满足一项即可，其中1项满足、1项不满足：满足',
      '  要求属于“大型”的情形：属于，满足',
      '    经营面积为200平方米，要求150平方米以上，满足',
      '  要求以下情形不成立：成立，不满足',
      '    是否属于“大型”的情形（见前面）：是',
    ])
    expect(lines(one(situation('绕回'), {}, { situations }))).toHaveLength(4)
  })
})

describe('the conditions of acceptance', () => {
  const definition = matter({
    facts: FACTS,
    requirements: [
      requirement('面积够大', {
        rule: atLeast('经营面积', 150),
        except: [isTrue('告知承诺')],
        hint: '面积不够的，可以选告知承诺',
        sources: [{ title: '示例条例', articles: [{ article: 3 }] }],
      }),
      requirement('单位食堂有供餐能力', {
        when: isOption('主体业态', '单位食堂'),
        manualCheck: '看供餐方案',
      }),
    ],
  })
  const explain = (given: Record<string, FactValue>, judgements?: Record<string, boolean>) => {
    const facts: Facts = new Map(Object.entries(given))
    const measurable = { matter: definition, graph: buildGraph(definition).graph }
    return explainAdmission(measurable, facts, { judgements: new Map(Object.entries(judgements ?? {})) })
  }
  const states = (explained: ReturnType<typeof explain>) => explained.requirements.map(({ sentence }) => sentence)

  test('nobody is told that the conditions are met while a person has yet to judge one', () => {
    const sentences = (names: readonly string[]) => {
      const { requirements } = definition
      const some = { ...definition, requirements: requirements.filter(({ name }) => names.includes(name)) }
      const facts: Facts = new Map([['经营面积', number(300)]])
      return explainAdmission({ matter: some, graph: buildGraph(some).graph }, facts).sentence
    }
    const names = definition.requirements.map(({ name }) => name)
    const [judged = '', manual = ''] = names
    expect(sentences([judged])).toBe('符合受理条件：1项满足')
    expect(sentences(names)).toBe('能判断的都符合：1项满足；另有1项需人工判断')
    expect(sentences([manual])).toBe('全部由工作人员判断：1项')
    expect(sentences([])).toBe('没有受理条件')
  })

  test('each is met, fails with its hint and source, is open, does not apply, or is left to a person', () => {
    const failing = explain({ 经营面积: number(80), 告知承诺: no })
    expect(failing).toMatchObject({
      verdict: 'no',
      manual: 1,
      requirements: [{ state: 'failing', hint: '面积不够的，可以选告知承诺', sources: ['《示例条例》第三条'] }, {}],
    })
    expect(failing.sentence).toBe('不符合受理条件：1项不满足；另有1项需人工判断')
    expect(states(explain({ 经营面积: number(80) }))).toEqual([
      '“面积够大”：待定，要看告知承诺',
      '“单位食堂有供餐能力”：由工作人员判断，看供餐方案',
    ])
    expect(states(explain({ 告知承诺: yes, 主体业态: option('餐饮服务经营') }))).toEqual([
      '“面积够大”：不适用，属于除外的情形',
      '“单位食堂有供餐能力”：不适用，不在适用的情形内',
    ])
    expect(
      states(explain({ 经营面积: number(150), 主体业态: option('单位食堂') }, { 单位食堂有供餐能力: false })),
    ).toEqual(['“面积够大”：满足', '“单位食堂有供餐能力”：不满足，工作人员判断不符合'])
  })

  test('a hint is only for what fails', () => {
    expect(explain({ 经营面积: number(200) }).requirements[0]?.hint).toBeUndefined()
  })
})
