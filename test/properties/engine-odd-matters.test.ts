import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import { printDefinition } from '../../src/engine/flow/print-definition.ts'
import { readDefinition } from '../../src/engine/flow/read-definition.ts'
import { replay } from '../../src/engine/replay.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryCaseWalk } from '../../src/testing/arbitraries/arbitrary-case-walk.ts'
import { anyMatter as anyFlow } from '../graph/arbitraries.ts'
import { anyMatter as anyText } from '../support/arbitrary-matter.ts'

/** Any list of steps, well drawn or not, whose steps review. */
const anyDrawing = anyFlow.map(
  (matter): Matter => ({
    ...matter,
    flow: matter.flow.map((item) => (item.kind === 'step' ? { ...item, stages: ['review'] } : item)),
  }),
)

/** How many of the matters carried cases, and how many of the cases came to an end. */
function walkAll(matters: fc.Arbitrary<Matter>, numRuns: number) {
  const seen = { prepared: 0, refused: 0, ended: 0 }
  fc.assert(
    fc.property(matters, fc.integer(), (matter, seed) => {
      const source = { matter, graph: buildGraph(matter).graph }
      const prepared = prepareDefinition(source)
      if (!prepared.ok) {
        seen.refused++
        expect(prepared.error.code).toBe('bad-definition')
        return
      }
      seen.prepared++
      for (const { events, state } of fc.sample(arbitraryCaseWalk(prepared.value), { numRuns: 3, seed })) {
        if ('ending' in state) seen.ended++
        if (events.length > 0) expect(replay('case-1', events)).toEqual(state)
      }
    }),
    { numRuns },
  )
  return seen
}

test('matters as odd as files can write them carry cases or are refused; nothing breaks', () => {
  const seen = walkAll(anyText, 300)
  expect(Math.min(seen.prepared, seen.refused, seen.ended)).toBeGreaterThan(30)
}, 60_000)

test('so do flows drawn in any way', () => {
  const seen = walkAll(anyDrawing, 300)
  expect(Math.min(seen.prepared, seen.refused, seen.ended)).toBeGreaterThan(30)
}, 60_000)

test('a definition of an odd matter goes through its text', () => {
  fc.assert(
    fc.property(anyText, (matter) => {
      const prepared = prepareDefinition({ matter, graph: buildGraph(matter).graph })
      if (!prepared.ok) return
      const read = readDefinition(printDefinition(prepared.value))
      if (!read.ok) throw new Error(`${read.error.message} ${read.error.field}`)
      expect(read.value.hash).toBe(prepared.value.hash)
    }),
    { numRuns: 200 },
  )
})
