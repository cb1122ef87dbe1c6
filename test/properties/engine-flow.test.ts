import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keysOf } from '../../src/base/keys-of.ts'
import { NODE, type NodeState } from '../../src/engine/case-state.ts'
import { advanceFlow, type FlowState, isFlowResolved } from '../../src/engine/flow/advance.ts'
import { compileConditions } from '../../src/engine/flow/conditions.ts'
import { type CaseDefinition, prepareDefinition } from '../../src/engine/flow/definition.ts'
import { resetNodes } from '../../src/engine/flow/reset.ts'
import type { FactRecord } from '../../src/engine/parts.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { createEvaluator } from '../../src/graph/evaluate-condition.ts'
import type { FactValue } from '../../src/graph/fact-value.ts'
import { type NodeOutcome, runFlow } from '../../src/graph/run-flow.ts'
import type { Fact } from '../../src/model/application.ts'
import type { Condition } from '../../src/model/condition.ts'
import { FACT_TYPES } from '../../src/model/terms.ts'
import { applied, beginning, recordOf, withNode } from '../engine/flow/flow-state.ts'
import { anyMatter, CHEAP_SITUATIONS, toFacts } from '../graph/arbitraries.ts'
import { anyCondition, anyDate, anyDuration, operandFor } from '../support/arbitrary-conditions.ts'

describe('compiled conditions', () => {
  const facts: readonly Fact[] = keysOf(FACT_TYPES).flatMap((type) =>
    // A fact may bear any name, those that every object answers to among them.
    ['甲', '乙', ...(type === 'text' ? ['constructor'] : [])].map((name) => ({
      name: name === 'constructor' ? name : `${name}${type}`,
      type,
      options: type === 'option' ? ['新设', '变更', '延续'] : [],
      sources: [],
      notes: [],
    })),
  )
  const names = ['情形一', '情形二', '情形三', '情形四', '没有的情形']
  const scope = { facts, situations: names }
  const condition = anyCondition(scope) ?? fc.constant<Condition>({ kind: 'all', of: [] })

  function anyValue(fact: Fact): fc.Arbitrary<FactValue> {
    if (fact.type === 'duration') return anyDuration.map((duration) => ({ kind: 'duration', duration }))
    return operandFor(fact, { facts: [], situations: [] }).filter(
      (operand): operand is FactValue => operand.kind !== 'fact' && operand.kind !== 'shifted',
    )
  }

  const known: fc.Arbitrary<FactRecord> = fc
    .tuple(
      fc.record(Object.fromEntries(facts.map((fact) => [fact.name, fc.option(anyValue(fact), { nil: undefined })]))),
      fc.option(anyDate, { nil: undefined }),
    )
    .map(([values, applied]) => {
      const entries = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
      return Object.fromEntries(
        applied === undefined ? entries : [...entries, ['申请日期', { kind: 'date', date: applied }]],
      )
    })

  test('say of any condition what the graph says, in any order and where situations run in circles', () => {
    fc.assert(
      fc.property(
        fc.tuple(condition, condition, condition, condition),
        fc.array(condition, { minLength: 1, maxLength: 4 }),
        fc.array(known, { minLength: 1, maxLength: 3 }),
        (definitions, asked, cases) => {
          const situations = definitions.map((when, index) => ({ name: names[index] ?? '', when }))
          const { truthOf, neededFor } = compileConditions(situations)
          for (const one of cases) {
            for (const each of asked) {
              const evaluator = createEvaluator(situations, new Map(Object.entries(one)))
              expect(truthOf(each, one)).toBe(evaluator.truthOf(each))
              expect(neededFor(each, one)).toEqual(evaluator.neededFor(each))
            }
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})

/** Which of the nodes that could be next is next. */
type Turn = (candidates: readonly number[]) => number

/** Plays a flow to its end, and tells every fact that something is blocked for, one at a time. */
function play(definition: CaseDefinition, facts: FactRecord, told: FactRecord, pick: Turn): FlowState {
  let flow = beginning(definition)
  let known = told
  for (;;) {
    flow = goOn(definition, flow, known)
    const ready = idsOf(flow, NODE.ready)
    if (ready.length > 0) {
      flow = withNode(flow, pick(ready), NODE.done)
      continue
    }
    const blocked = idsOf(flow, NODE.blocked)
    if (blocked.length === 0) return flow
    const needed = blocked.flatMap((id) => neededAt(definition, id, known))
    expect(needed).not.toEqual([])
    for (const name of needed.slice(0, 1))
      known = { ...known, [name]: facts[name] ?? { kind: 'boolean', value: false } }
  }
}

function goOn(definition: CaseDefinition, flow: FlowState, facts: FactRecord): FlowState {
  const delta = advanceFlow(definition, flow, facts)
  if (delta === undefined) return flow
  const { chosen, ...lists } = delta
  const touched = [...Object.values(lists).flat(), ...chosen.map(([id]) => id)]
  expect(new Set(touched).size).toBe(touched.length)
  const next = applied(flow, delta)
  expect(advanceFlow(definition, next, facts)).toBeUndefined()
  return next
}

function neededAt({ graph, neededFor }: CaseDefinition, id: number, facts: FactRecord): readonly string[] {
  const node = graph.nodes[id]
  const conditions = [node?.when, ...(node?.branches ?? []).map(({ when }) => when)]
  return conditions.flatMap((when) => (when === undefined ? [] : neededFor(when, facts)))
}

function idsOf({ nodes }: FlowState, wanted: NodeState): readonly number[] {
  return nodes.flatMap((state, id) => (state === wanted ? [id] : []))
}

const OUTCOMES: Readonly<Partial<Record<NodeState, NodeOutcome>>> = {
  [NODE.done]: 'run',
  [NODE.passedOver]: 'passedOver',
  [NODE.dead]: 'dead',
}

describe('flows that go on step by step', () => {
  const definitions = anyMatter
    .map((matter) => prepareDefinition({ matter, graph: buildGraph(matter).graph }))
    .filter((prepared) => prepared.ok)
    .map(({ value }) => value)
  const situations = fc.constantFrom(...CHEAP_SITUATIONS).map(toFacts)

  test('come to what the graph says of the case at once, whatever is done first and whenever a fact becomes known', () => {
    fc.assert(
      fc.property(
        definitions,
        situations,
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        (definition, facts, turns, late) => {
          const record = recordOf(facts)
          const pick: Turn = (ready) => ready[Number(turns.next().value) % ready.length] ?? 0
          const { nodes } = play(definition, record, late ? {} : record, pick)
          expect(isFlowResolved(nodes)).toBe(true)
          const { outcomes } = runFlow(definition.graph, facts)
          const ended = definition.terminators.some((id) => nodes[id] === NODE.done)
          nodes.forEach((state, id) => {
            if (state === NODE.cancelled) expect(ended).toBe(true)
            else expect([id, OUTCOMES[state]]).toEqual([id, outcomes[id]])
          })
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('cancel nothing where steps with 终止 are done last: then both say the same of every node', () => {
    fc.assert(
      fc.property(definitions, situations, (definition, facts) => {
        const record = recordOf(facts)
        const pick: Turn = (ready) => ready.find((id) => !definition.terminators.includes(id)) ?? ready[0] ?? 0
        const { nodes } = play(definition, record, record, pick)
        const { outcomes } = runFlow(definition.graph, facts)
        const ends = definition.terminators.filter((id) => outcomes[id] === 'run')
        if (ends.length > 1) return
        expect(nodes.map((state) => OUTCOMES[state])).toEqual(outcomes)
      }),
      { numRuns: 3000 },
    )
  })

  test('a return undoes just what depends on the step: done again, all ends as before', () => {
    fc.assert(
      fc.property(definitions, situations, fc.nat(), (definition, facts, seed) => {
        const record = recordOf(facts)
        const pick: Turn = (ready) => ready[seed % ready.length] ?? 0
        const end = play(definition, record, record, pick)
        const done = idsOf(end, NODE.done)
        const node = done[seed % Math.max(1, done.length)]
        if (node === undefined || definition.terminators.some((id) => end.nodes[id] === NODE.done)) return
        const undone = resetNodes(definition, node)
        const { source, target } = definition.graph.edges
        expect(undone).toEqual([...undone].sort((a, b) => a - b))
        source.forEach((from, edge) => {
          if (undone.includes(from)) expect(undone).toContain(target[edge])
        })
        let flow: FlowState = {
          nodes: end.nodes.map((state, id) => (undone.includes(id) ? NODE.waiting : state)),
          chosen: end.chosen.map((branch, id) => (undone.includes(id) ? -1 : branch)),
        }
        for (;;) {
          flow = goOn(definition, flow, record)
          const [next] = idsOf(flow, NODE.ready)
          if (next === undefined) break
          flow = withNode(flow, next, NODE.done)
        }
        expect(flow).toEqual(end)
      }),
      { numRuns: 1000 },
    )
  })
})
