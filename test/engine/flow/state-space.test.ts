import { expect, test } from 'vitest'
import { NODE } from '../../../src/engine/case-state.ts'
import { advanceFlow, type FlowState, isFlowResolved } from '../../../src/engine/flow/advance.ts'
import type { CaseDefinition } from '../../../src/engine/flow/definition.ts'
import { resetNodes } from '../../../src/engine/flow/reset.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import { fact, matter } from '../../graph/matters.ts'
import { everyFlow, FLOW_FACTS } from '../../support/every-flow.ts'
import { exploreStates } from '../../support/explore-states.ts'
import { applied, beginning, define, withNode } from './flow-state.ts'

interface Place {
  readonly flow: FlowState
  readonly facts: FactRecord
}

/** Whatever can happen next: a step begins or is done, a fact becomes known, a step that is done is returned to. */
function movesOf(definition: CaseDefinition, { flow, facts }: Place): readonly Place[] {
  const moves: Place[] = []
  flow.nodes.forEach((state, id) => {
    if (state === NODE.ready) moves.push({ flow: withNode(flow, id, NODE.running), facts })
    if (state === NODE.ready || state === NODE.running) moves.push({ flow: withNode(flow, id, NODE.done), facts })
    if (state === NODE.done && definition.nodes[id]?.kind === 'step')
      moves.push({ flow: undo(definition, flow, id), facts })
  })
  for (const name of FLOW_FACTS) {
    if (facts[name] !== undefined) continue
    for (const value of [true, false]) moves.push({ flow, facts: { ...facts, [name]: { kind: 'boolean', value } } })
  }
  return moves.map((place) => settled(definition, place))
}

function undo(definition: CaseDefinition, { nodes, chosen }: FlowState, node: number): FlowState {
  const undone = new Set(resetNodes(definition, node))
  return {
    nodes: nodes.map((state, id) => (undone.has(id) ? NODE.waiting : state)),
    chosen: chosen.map((branch, id) => (undone.has(id) ? -1 : branch)),
  }
}

function settled(definition: CaseDefinition, { flow, facts }: Place): Place {
  const delta = advanceFlow(definition, flow, facts)
  return { flow: delta === undefined ? flow : applied(flow, delta), facts }
}

test('every state that a flow of up to 8 steps can reach can end', () => {
  let flows = 0
  let states = 0
  for (const items of everyFlow(8)) {
    const definition = define(matter({ facts: FLOW_FACTS.map((name) => fact(name)), flow: items }))
    const space = exploreStates(settled(definition, { flow: beginning(definition), facts: {} }), {
      keyOf: ({ flow, facts }) =>
        `${flow.nodes.join()}|${flow.chosen.join()}|${FLOW_FACTS.map((name) => JSON.stringify(facts[name])).join()}`,
      movesOf: (place) => movesOf(definition, place),
      isEnd: ({ flow }) => isFlowResolved(flow.nodes),
    })
    expect(space.stuck).toEqual([])
    flows++
    states += space.states
  }
  // All that there is was walked through; other numbers mean other flows.
  expect({ flows, states }).toEqual({ flows: 2819, states: 188_449 })
})
