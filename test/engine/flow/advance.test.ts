import { describe, expect, test } from 'vitest'
import { NODE, type NodeState } from '../../../src/engine/case-state.ts'
import { advanceFlow, type FlowDelta, type FlowState, isFlowResolved } from '../../../src/engine/flow/advance.ts'
import { type CaseDefinition, prepareDefinition } from '../../../src/engine/flow/definition.ts'
import { resetNodes } from '../../../src/engine/flow/reset.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { choice, fact, foodLicence, isTrue, matter, parallel, procedure, step } from '../../graph/matters.ts'

const yes = { kind: 'boolean', value: true } as const
const no = { kind: 'boolean', value: false } as const
const option = (name: string) => ({ kind: 'option', option: name }) as const

function define(definition: Matter): CaseDefinition {
  const prepared = prepareDefinition({ matter: definition, graph: buildGraph(definition).graph })
  if (!prepared.ok) throw new Error(prepared.error.message)
  return prepared.value
}

/** A flow as people speak of it: by the names of its steps. */
function follow(definition: CaseDefinition) {
  let flow: FlowState = {
    nodes: definition.nodes.map(() => NODE.waiting),
    chosen: definition.nodes.map(() => -1),
  }
  const named = (ids: readonly number[]) => ids.map((id) => definition.nodes[id]?.name)
  return {
    advance(facts: FactRecord = {}) {
      const delta = advanceFlow(definition, flow, facts)
      if (delta === undefined) return undefined
      flow = applied(flow, delta)
      const { chosen, ...lists } = delta
      return Object.fromEntries([
        ...Object.entries(lists).flatMap(([list, ids]) => (ids.length === 0 ? [] : [[list, named(ids)]])),
        ...(chosen.length === 0 ? [] : [['chosen', chosen.map(([id, branch]) => [definition.nodes[id]?.name, branch])]]),
      ])
    },
    finish(...names: string[]) {
      for (const name of names) this.mark(name, NODE.done)
      return this
    },
    mark(name: string, state: NodeState) {
      const at = definition.nodeOf.get(name)
      flow = { ...flow, nodes: flow.nodes.map((before, id) => (id === at ? state : before)) }
      return this
    },
    reset(name: string) {
      const undone = resetNodes(definition, definition.nodeOf.get(name) ?? -1)
      flow = {
        nodes: flow.nodes.map((state, id) => (undone.includes(id) ? NODE.waiting : state)),
        chosen: flow.chosen.map((branch, id) => (undone.includes(id) ? -1 : branch)),
      }
      return named(undone)
    },
    get ended() {
      return isFlowResolved(flow.nodes)
    },
  }
}

function applied(flow: FlowState, delta: FlowDelta): FlowState {
  const nodes = [...flow.nodes]
  const chosen = [...flow.chosen]
  const lists = [
    [NODE.ready, delta.ready],
    [NODE.passedOver, delta.passedOver],
    [NODE.dead, delta.dead],
    [NODE.blocked, delta.blocked],
    [NODE.cancelled, delta.cancelled],
  ] as const
  for (const [state, ids] of lists) for (const id of ids) nodes[id] = state
  for (const [id, branch] of delta.chosen) {
    nodes[id] = NODE.done
    chosen[id] = branch
  }
  return { nodes, chosen }
}

describe('食品经营许可新办, step by step', () => {
  const definition = define(foodLicence())
  const restaurant = { 主体业态: option('餐饮服务经营'), 经营面积: { kind: 'number', amount: '200' } as const, 自制高风险食品: no }

  test('steps become ready one after the other, and both of a 并联 at once', () => {
    const flow = follow(definition)
    expect(flow.advance(restaurant)).toEqual({ ready: ['受理'] })
    expect(flow.advance(restaurant)).toBeUndefined()
    expect(flow.finish('受理').advance(restaurant)).toEqual({ ready: ['材料审查', '现场核查'] })
  })
})
