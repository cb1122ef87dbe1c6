import { describe, expect, test } from 'vitest'
import { casesToJson } from '../../src/analysis/cases/cases-json.ts'
import { type CasesOptions, listCases } from '../../src/analysis/cases/matter-cases.ts'
import { printRational } from '../../src/base/rational.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { printSituationWords } from '../../src/graph/situation-words.ts'
import type { Matter } from '../../src/model/matter.ts'
import {
  atLeast,
  fact,
  foodLicence,
  isOption,
  isTrue,
  material,
  matter,
  not,
  step,
  workdays,
} from '../graph/matters.ts'

function list(definition: Matter, options?: CasesOptions) {
  return listCases({ matter: definition, graph: buildGraph(definition).graph }, options)
}

const limit = (days: number, when?: Matter['promisedLimits'][number]['when']) => ({
  limit: workdays(days),
  ...(when === undefined ? {} : { when }),
  sources: [],
  notes: [],
})

describe('the cases of a matter', () => {
  test('3.2, 食品经营许可新办: each outcome with its own path', () => {
    const { cases, count } = list(foodLicence())
    expect(count).toEqual({ count: 6n, exact: true })
    expect(
      cases.map(({ situations, steps, criticalPath }) => [
        printSituationWords(situations),
        steps.filter((name) => !['受理', '材料审查', '决定'].includes(name)).join('、'),
        criticalPath && printRational(criticalPath.workdays),
      ]),
    ).toEqual([
      ['【自制高风险食品】为是，【审查结论】为“通过”', '专家评审、现场核查、制证送达', '8'],
      ['【自制高风险食品】为是，【审查结论】为“不通过”', '专家评审、现场核查、不予许可', '8'],
      [
        '【主体业态】为“餐饮服务经营”，【经营面积】150平方米以上，【自制高风险食品】为否，【审查结论】为“通过”',
        '现场核查、制证送达',
        '8',
      ],
      [
        '【主体业态】为“餐饮服务经营”，【经营面积】150平方米以上，【自制高风险食品】为否，【审查结论】为“不通过”',
        '现场核查、不予许可',
        '8',
      ],
      [
        '【自制高风险食品】为否，【审查结论】为“通过”，且（【经营面积】不满150平方米；或者【主体业态】不为“餐饮服务经营”）',
        '制证送达',
        '6',
      ],
      [
        '【自制高风险食品】为否，【审查结论】为“不通过”，且（【经营面积】不满150平方米；或者【主体业态】不为“餐饮服务经营”）',
        '不予许可',
        '6',
      ],
    ])
  })

  test('a promise by situation makes cases of its own, and the cut of each is by it', () => {
    const { cases } = list(
      matter({
        facts: [fact('告知承诺')],
        flow: [step('受理', 1), step('决定', 1)],
        statutoryLimits: [limit(20)],
        promisedLimits: [limit(2, isTrue('告知承诺')), limit(10)],
      }),
    )
    expect(casesToJson([{ ...list(matter()), cases }])[0]?.rows).toMatchObject([
      { situation: '【告知承诺】为是', promised: { workdays: '2' }, cut: { percent: '90.0' } },
      { situation: '【告知承诺】为否', promised: { workdays: '10' }, cut: { percent: '50.0' } },
    ])
  })

  test('facts that change nothing make no cases; 任选 counts by what is left to choose from', () => {
    const { cases } = list(
      matter({
        facts: [fact('本地户籍'), fact('不相干')],
        flow: [step('受理', 1)],
        requirements: [{ name: '条件', rule: isTrue('不相干'), except: [], sources: [], notes: [] }],
        materials: [
          material('户口簿', { when: isTrue('本地户籍') }),
          material('居住证', { when: not(isTrue('本地户籍')) }),
          material('身份证'),
        ],
        materialChoices: [
          { name: '身份证明', atLeast: 1, materials: ['户口簿', '居住证', '身份证'], sources: [], notes: [] },
        ],
      }),
    )
    expect(
      cases.map(({ situations, materials }) => [
        printSituationWords(situations),
        materials.map(({ name, count, choices }) => `${name}${count}：${choices.join('、')}`),
      ]),
    ).toEqual([
      ['【本地户籍】为是', ['身份证明1：户口簿、身份证']],
      ['【本地户籍】为否', ['身份证明1：居住证、身份证']],
    ])
  })

  test('where limits of different situations are the same, they are one case', () => {
    const { cases } = list(
      matter({
        facts: [fact('甲')],
        flow: [
          step('审查', undefined, { limits: [{ limit: workdays(3), when: isTrue('甲') }, { limit: workdays(3) }] }),
        ],
      }),
    )
    expect(cases.map(({ situations }) => printSituationWords(situations))).toEqual(['任何情形'])
  })

  test('among 2^30 outcomes the longest and the shortest come first, and the rest is counted', () => {
    const names = Array.from({ length: 30 }, (_, index) => `事实${index}`)
    const { cases, count, complete } = list(
      matter({
        facts: names.map((name) => fact(name)),
        flow: [
          step('受理', 1),
          ...names.map((name, index) => step(`步${name}`, index + 1, { when: not(isTrue(name)) })),
        ],
      }),
      { most: 3 },
    )
    expect({ count, complete }).toEqual({ count: { count: 2n ** 30n, exact: true }, complete: false })
    expect(cases.map(({ criticalPath }) => criticalPath && printRational(criticalPath.workdays))).toEqual([
      '466',
      '1',
      '436',
    ])
  })

  test('a flow of thousands of steps with a condition or two', () => {
    const flow = Array.from({ length: 5000 }, (_, index) =>
      step(
        `步${index}`,
        1,
        index === 4000 ? { when: atLeast('面积', 10) } : index === 20 ? { when: isOption('业务', '甲') } : {},
      ),
    )
    const { cases, count } = list(
      matter({ facts: [fact('面积', 'number'), fact('业务', 'option', ['甲', '乙'])], flow }),
    )
    expect(count).toEqual({ count: 4n, exact: true })
    expect(cases.map(({ steps }) => steps.length)).toEqual([5000, 4999, 4999, 4998])
  })

  test('a matter without a flow has a case without a path', () => {
    const { cases } = list(matter({ materials: [material('申请书')] }))
    expect(cases).toMatchObject([{ steps: [], materials: [{ name: '申请书' }], criticalPath: null }])
  })
})
