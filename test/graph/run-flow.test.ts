import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Facts, FactValue } from '../../src/graph/fact-value.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { choice, fact, foodLicence, isTrue, matter, parallel, step } from './matters.ts'

const yes: FactValue = { kind: 'boolean', value: true }
const no: FactValue = { kind: 'boolean', value: false }
const option = (name: string): FactValue => ({ kind: 'option', option: name })
const area = (amount: string): FactValue => ({ kind: 'number', amount })

function run(definition: Matter, facts: Record<string, FactValue>) {
  const { graph } = buildGraph(definition)
  const known: Facts = new Map(Object.entries(facts))
  const { outcomes, neededFacts } = runFlow(graph, known)
  const named = Object.fromEntries(graph.nodes.map(({ name }, id) => [name, outcomes[id]]))
  return { named, neededFacts, ran: graph.nodes.filter((_, id) => outcomes[id] === 'run').map(({ name }) => name) }
}

describe('3.2, 食品经营许可新办', () => {
  const canteen = { 主体业态: option('单位食堂'), 经营面积: area('80'), 自制高风险食品: no }

  test('a canteen of 80 square metres passes 受理、材料审查、决定、制证送达, as its 用例 says', () => {
    const { ran, neededFacts } = run(foodLicence(), { ...canteen, 审查结论: option('通过') })
    expect(ran.filter((name) => name !== '决定结果')).toEqual(['受理', '材料审查', '决定', '制证送达'])
    expect(neededFacts).toEqual([])
  })

  test('a refusal ends the case with 不予许可', () => {
    const { named } = run(foodLicence(), { ...canteen, 审查结论: option('不通过') })
    expect(named).toMatchObject({ 制证送达: 'dead', 不予许可: 'run', 现场核查: 'passedOver', 专家评审: 'passedOver' })
  })

  test('an open conclusion blocks the choice and asks for it; it is never taken for 不通过', () => {
    const { named, neededFacts } = run(foodLicence(), canteen)
    expect(named).toMatchObject({ 决定: 'run', 决定结果: 'blocked', 制证送达: 'waiting', 不予许可: 'waiting' })
    expect(neededFacts).toEqual(['审查结论'])
  })

  test('with nothing known the conditional steps wait and name their facts in the order they are read', () => {
    const { named, neededFacts } = run(foodLicence(), {})
    expect(named).toMatchObject({ 受理: 'run', 材料审查: 'run', 现场核查: 'blocked', 决定: 'waiting' })
    expect(neededFacts).toEqual(['自制高风险食品', '经营面积', '主体业态'])
  })

  test('是 或 待定 is 是: a risky kitchen needs the inspection whatever its size', () => {
    expect(run(foodLicence(), { 自制高风险食品: yes }).named).toMatchObject({ 现场核查: 'run', 专家评审: 'run' })
  })
})

describe('终止', () => {
  const definition = matter({
    facts: [fact('不属于本机关职权')],
    flow: [
      step('受理'),
      step('不予受理', 1, { when: isTrue('不属于本机关职权'), terminates: true }),
      step('审查'),
      step('决定', 1, { outputs: ['许可证'] }),
    ],
  })

  test('ends the case where the step runs, and lets it go on where it is passed over', () => {
    expect(run(definition, { 不属于本机关职权: yes }).ran).toEqual(['受理', '不予受理'])
    expect(run(definition, { 不属于本机关职权: no }).ran).toEqual(['受理', '审查', '决定'])
  })

  test('stops also what waits for it by another way', () => {
    const flow = [
      step('受理'),
      step('形式审查'),
      step('不予受理', 1, { when: isTrue('不属于本机关职权'), terminates: true }),
      parallel('形式审查', '不予受理'),
      step('决定', 1, { outputs: ['许可证'] }),
    ]
    const { named } = run(matter({ ...definition, flow }), { 不属于本机关职权: yes })
    expect(named).toEqual({ 受理: 'run', 形式审查: 'run', 不予受理: 'run', 决定: 'dead' })
  })
})

test('a 分流 whose branches all fail leads nowhere, and everything after it is dead', () => {
  const definition = matter({
    facts: [fact('甲'), fact('乙')],
    flow: [
      choice('分流', [
        [isTrue('甲'), '一'],
        [isTrue('乙'), '二'],
      ]),
      step('一', 1, { outputs: ['x'] }),
      step('二', 1, { outputs: ['x'] }),
    ],
  })
  expect(run(definition, { 甲: no, 乙: no }).named).toEqual({ 分流: 'run', 一: 'dead', 二: 'dead' })
  expect(run(definition, { 甲: yes }).named).toEqual({ 分流: 'run', 一: 'run', 二: 'dead' })
  // The first branch is tried first: while it is open, a later one that holds is not taken.
  expect(run(definition, { 乙: yes })).toMatchObject({ named: { 分流: 'blocked', 二: 'waiting' }, neededFacts: ['甲'] })
})
