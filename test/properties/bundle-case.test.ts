import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { NODE } from '../../src/engine/case-state.ts'
import { decide } from '../../src/engine/decide.ts'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import { newCase } from '../../src/engine/new-case.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import { arbitraryBundle } from '../support/arbitrary-bundle.ts'
import { bringToEnd } from '../support/bring-to-end.ts'
import { moment } from '../support/engine/licence.ts'

const calendar = createCalendar()
const at = moment('2026-11-23 09:00')

/** The matter that any bundle makes, perhaps with an office that does one step at a time, and one applicant. */
const cases = fc
  .record({ set: arbitraryBundle(), isBusy: fc.boolean() })
  .chain(({ set: { bundle, matters }, isBusy }) => {
    const offices = new Map([...matters].map(([name, matter]) => [name, { ...matter, authority: '甲局' }]))
    const capacity = isBusy ? new Map([['甲局', 1]]) : undefined
    const { matter } = bundleMatters(bundle, offices, { capacity })
    const { graph } = buildGraph(matter)
    return arbitraryFacts({ matter, graph }).map((facts) => ({ matter, graph, facts }))
  })

test('one case of any bundle goes to its end, through the steps and with the results that its flow has for it', () => {
  fc.assert(
    fc.property(cases, ({ matter, graph, facts }) => {
      const prepared = prepareDefinition({ matter, graph })
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
      const definition = prepared.value
      const known = Object.fromEntries(facts)
      const command = {
        kind: 'submit' as const,
        facts: known,
        materials: matter.materials.map(({ name }) => ({ name })),
      }
      const by = { kind: 'applicant' as const, id: 'applicant-1', roles: [] }
      const { state } = decide(definition, newCase('case-1'), command, { at, calendar, by })
      if (state === undefined) throw new Error('refused')
      const end = bringToEnd(definition, state, known, { at, calendar })
      expect(end.status).toBe('ended')
      if (end.ending !== 'closed') return
      const { outcomes } = runFlow(graph, facts)
      const isStep = (id: number) => graph.nodes[id]?.kind === 'step'
      const done = graph.nodes.flatMap(({ name }, id) => (isStep(id) && end.nodes[id] === NODE.done ? [name] : []))
      const run = graph.nodes.flatMap(({ name }, id) => (isStep(id) && outcomes[id] === 'run' ? [name] : []))
      expect(done).toEqual(run)
      const results = graph.nodes.flatMap(({ outputs }, id) => (outcomes[id] === 'run' ? outputs : []))
      expect([...end.outputs].sort()).toEqual([...new Set(results)].sort())
    }),
    { numRuns: 300 },
  )
})
