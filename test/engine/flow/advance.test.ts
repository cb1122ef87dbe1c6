import { describe, expect, test } from 'vitest'
import { NODE } from '../../../src/engine/case-state.ts'
import { advanceFlow, isFlowResolved } from '../../../src/engine/flow/advance.ts'
import { resetNodes } from '../../../src/engine/flow/reset.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { choice, fact, foodLicence, isTrue, matter, parallel, procedure, step } from '../../graph/matters.ts'
import { applied, beginning, define, withNode } from './flow-state.ts'

const yes = { kind: 'boolean', value: true } as const
const no = { kind: 'boolean', value: false } as const
const option = (name: string) => ({ kind: 'option', option: name }) as const

/** A case that is told by the names of its steps: finish some, let the flow go on, and see what it says. */
function follow(source: Matter, known: FactRecord = {}) {
  const definition = define(source)
  let flow = beginning(definition)
  let facts = known
  const idOf = (name: string) => definition.nodeOf.get(name) ?? -1
  const nameOf = (id: number) => definition.nodes[id]?.name ?? ''

  function goOn() {
    const delta = advanceFlow(definition, flow, facts)
    if (delta === undefined) return undefined
    flow = applied(flow, delta)
    const { chosen, ...lists } = delta
    const told = Object.entries(lists).filter(([, ids]) => ids.length > 0)
    return {
      ...Object.fromEntries(told.map(([list, ids]) => [list, ids.map(nameOf)])),
      ...(chosen.length > 0 && { chosen: chosen.map(([id, branch]) => `${nameOf(id)} ${branch}`) }),
    }
  }

  return {
    begin: goOn,
    finish(...names: readonly string[]) {
      for (const name of names) flow = withNode(flow, idOf(name), NODE.done)
      return goOn()
    },
    start(name: string) {
      flow = withNode(flow, idOf(name), NODE.running)
      return goOn()
    },
    learn(more: FactRecord) {
      facts = { ...facts, ...more }
      return goOn()
    },
    returnTo(name: string) {
      const undone = resetNodes(definition, idOf(name))
      for (const id of undone) flow = withNode(flow, id, NODE.waiting)
      flow = { ...flow, chosen: flow.chosen.map((branch, id) => (undone.includes(id) ? -1 : branch)) }
      return { undone: undone.map(nameOf), next: goOn() }
    },
    needs(name: string) {
      const when = definition.graph.nodes[idOf(name)]?.when
      return when === undefined ? [] : definition.neededFor(when, facts)
    },
    get isOver() {
      return isFlowResolved(flow.nodes)
    },
  }
}

describe('食品经营许可新办', () => {
  const restaurant = {
    主体业态: option('餐饮服务经营'),
    经营面积: { kind: 'number', amount: '200' } as const,
    自制高风险食品: yes,
  }

  test('a large restaurant goes from 受理 to its licence, two steps side by side on the way', () => {
    const flow = follow(foodLicence(), restaurant)
    expect(flow.begin()).toEqual({ ready: ['受理'] })
    expect(flow.start('受理')).toBeUndefined()
    expect(flow.finish('受理')).toEqual({ ready: ['材料审查', '现场核查'] })
    expect(flow.finish('材料审查')).toEqual({ ready: ['专家评审'] })
    expect(flow.finish('现场核查')).toBeUndefined()
    expect(flow.finish('专家评审')).toEqual({ ready: ['决定'] })
    expect(flow.learn({ 审查结论: option('通过') })).toBeUndefined()
    expect(flow.finish('决定')).toEqual({ ready: ['制证送达'], dead: ['不予许可'], chosen: ['决定结果 0'] })
    expect(flow.isOver).toBe(false)
    expect(flow.finish('制证送达')).toBeUndefined()
    expect(flow.isOver).toBe(true)
  })

  test('what is 待定 is blocked and says what it needs, never taken for 否; the answer lets it go on', () => {
    const flow = follow(foodLicence(), { 主体业态: option('餐饮服务经营'), 自制高风险食品: no })
    flow.begin()
    expect(flow.finish('受理')).toEqual({ ready: ['材料审查'], blocked: ['现场核查'] })
    expect(flow.needs('现场核查')).toEqual(['经营面积'])
    expect(flow.learn({ 经营面积: { kind: 'number', amount: '80' } })).toEqual({ passedOver: ['现场核查'] })
    expect(flow.finish('材料审查')).toEqual({ ready: ['决定'], passedOver: ['专家评审'] })
  })

  test('a choice without a conclusion is blocked and holds both ways open', () => {
    const flow = follow(foodLicence(), restaurant)
    flow.begin()
    flow.finish('受理')
    flow.finish('材料审查', '现场核查')
    expect(flow.finish('专家评审')).toEqual({ ready: ['决定'] })
    expect(flow.finish('决定')).toEqual({ blocked: ['决定结果'] })
    expect(flow.learn({ 审查结论: option('不通过') })).toEqual({
      ready: ['不予许可'],
      dead: ['制证送达'],
      chosen: ['决定结果 1'],
    })
  })
})

describe('终止', () => {
  const outside: Matter = matter({
    facts: [fact('不属于本机关职权')],
    flow: [
      step('受理'),
      step('形式审查'),
      step('不予受理', 1, { when: isTrue('不属于本机关职权'), terminates: true }),
      parallel('形式审查', '不予受理'),
      step('会签', 1, { after: ['形式审查'] }),
      step('决定', 1, { after: ['会签', '不予受理'], outputs: ['许可证'] }),
    ],
  })

  test('what stands beside it is cancelled, running or not, and what waits for it is dead', () => {
    const flow = follow(outside, { 不属于本机关职权: yes })
    flow.begin()
    expect(flow.finish('受理')).toEqual({ ready: ['形式审查', '不予受理'] })
    flow.start('形式审查')
    expect(flow.finish('不予受理')).toEqual({ cancelled: ['形式审查', '会签'], dead: ['决定'] })
    expect(flow.isOver).toBe(true)
  })

  test('passed over it ends nothing', () => {
    const flow = follow(outside, { 不属于本机关职权: no })
    flow.begin()
    expect(flow.finish('受理')).toEqual({ ready: ['形式审查'], passedOver: ['不予受理'] })
    expect(flow.finish('形式审查')).toEqual({ ready: ['会签'] })
    expect(flow.finish('会签')).toEqual({ ready: ['决定'] })
  })
})

describe('特别程序 with a 位置', () => {
  test('stands between its step and what follows, where its 当 holds', () => {
    const built = matter({
      facts: [fact('有重大利益关系')],
      flow: [step('受理'), step('审查'), step('决定', 1, { outputs: ['批复'] })],
      specialProcedures: [
        procedure('听证', 20, { step: '审查', where: 'after' }, { when: isTrue('有重大利益关系') }),
        procedure('公示', 7, { step: '审查', where: 'beside' }),
      ],
    })
    const flow = follow(built, { 有重大利益关系: yes })
    flow.begin()
    expect(flow.finish('受理')).toEqual({ ready: ['审查', '公示'] })
    expect(flow.finish('审查')).toBeUndefined()
    expect(flow.finish('公示')).toEqual({ ready: ['听证'] })
    expect(flow.finish('听证')).toEqual({ ready: ['决定'] })
  })
})

describe('退回', () => {
  const joint = matter({
    facts: [fact('现场合格')],
    flow: [
      step('受理'),
      step('现场核查', 3, { collects: ['现场合格'] }),
      step('材料审查'),
      parallel('现场核查', '材料审查'),
      choice('核查结果', [[isTrue('现场合格'), '决定']], '不予许可'),
      step('决定', 1, { outputs: ['许可证'] }),
      step('不予许可', 1, { outputs: ['决定书'], terminates: true }),
    ],
  })

  test('undoes the step and all that depends on it, the choice too, and leaves alone what stands beside it', () => {
    const flow = follow(joint)
    flow.begin()
    flow.finish('受理')
    flow.learn({ 现场合格: no })
    expect(flow.finish('现场核查', '材料审查')).toMatchObject({ chosen: ['核查结果 1'] })
    expect(flow.returnTo('现场核查')).toEqual({
      undone: ['现场核查', '核查结果', '决定', '不予许可'],
      next: { ready: ['现场核查'] },
    })
    flow.learn({ 现场合格: yes })
    expect(flow.finish('现场核查')).toEqual({ ready: ['决定'], dead: ['不予许可'], chosen: ['核查结果 0'] })
  })
})
