import { expect, test } from 'vitest'
import type { CommandKind } from '../../../src/engine/command.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { COMMAND_KINDS } from '../../../src/testing/arbitraries/arbitrary-command.ts'
import { fact, isTrue, material, matter, procedure, step, workdays } from '../../graph/matters.ts'
import { everyFlow, FLOW_FACTS } from '../../support/every-flow.ts'
import { exploreCase } from '../../support/explore-case.ts'
import { define } from './flow-state.ts'

/** Both facts, each 是 or 否. */
const ANSWERS: readonly FactRecord[] = [true, false].flatMap((first) =>
  [true, false].map(
    (second) => ({ 甲: { kind: 'boolean', value: first }, 乙: { kind: 'boolean', value: second } }) as const,
  ),
)

/** Walks through all cases of all flows up to a length, and counts what it saw. */
function exploreAll(mostSteps: number, parts: Partial<Matter>, kinds: readonly CommandKind[]) {
  const seen = { flows: 0, states: 0, moves: 0 }
  for (const flow of everyFlow(mostSteps)) {
    const definition = define(matter({ facts: FLOW_FACTS.map((name) => fact(name)), ...parts, flow }))
    const { states, moves, stuck } = exploreCase(definition, new Set(kinds), ANSWERS)
    expect(stuck).toEqual([])
    seen.flows++
    seen.states += states
    seen.moves += moves
  }
  return seen
}

// What is counted pins how far the walk went: other numbers mean other flows, or other rules.
test('every state that a case can reach on a flow of up to 8 steps can be brought to its end in due course', () => {
  const seen = exploreAll(8, {}, ['accept', 'startStep', 'completeStep', 'returnTo', 'provideFacts'])
  expect(seen).toEqual({ flows: 2819, states: 371_726, moves: 869_820 })
}, 300_000)

test('so it can with documents that are missing or fetched, 补正, 特别程序, services and 延长', () => {
  const equipped: Partial<Matter> = {
    materials: [material('申请表', { necessity: 'required' }), material('营业执照', { source: 'dataSharing' })],
    supplements: [{ name: '补正材料', supplementLimit: workdays(5), clock: 'paused', sources: [], notes: [] }],
    specialProcedures: [procedure('听证', 20), procedure('公示', 7, { step: '决定', where: 'before' })],
    extensions: [{ name: '延期', extendBy: workdays(10), sources: [], notes: [] }],
  }
  const seen = exploreAll(
    4,
    equipped,
    COMMAND_KINDS.filter((kind) => !LEFT_OUT.has(kind)),
  )
  expect(seen).toEqual({ flows: 15, states: 41_704, moves: 268_180 })
}, 300_000)

/** What gives a case up, and what changes nothing of its course. */
const LEFT_OUT: ReadonlySet<CommandKind> = new Set(['refuse', 'withdraw', 'terminate', 'startStep', 'rate', 'deliver'])

test('a step that asks for what only a later one finds out waits for nobody: whoever would find it out may tell', () => {
  const flow = [
    step('受理', 1, { stages: ['acceptance'] }),
    step('现场核查', 3, { stages: ['review'], when: isTrue('甲') }),
    step('审查', 3, { stages: ['review'], collects: ['甲', '乙'] }),
    step('决定', 1, { stages: ['decision'], outputs: ['批复'] }),
  ]
  const definition = define(matter({ facts: FLOW_FACTS.map((name) => fact(name)), flow }))
  const { stuck } = exploreCase(definition, new Set(['accept', 'completeStep', 'provideFacts']), ANSWERS)
  expect(stuck).toEqual([])
})
