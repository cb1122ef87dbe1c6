import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { proposeBundle } from '../../src/analysis/bundle/propose-bundle.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { arbitraryBundle } from '../support/arbitrary-bundle.ts'

const matters = arbitraryBundle().map((set) => [...set.matters.values()])
const RUNS = { numRuns: 2000 }

test('whatever guesses are accepted, the bundle is a sound matter, and no accepted guess is left', () => {
  fc.assert(
    fc.property(matters, fc.infiniteStream(fc.boolean()), (all, answers) => {
      const answered = new Map<string, boolean>()
      const accept = (proposal: unknown) => {
        const key = JSON.stringify(proposal)
        const answer = answered.get(key) ?? answers.next().value
        answered.set(key, answer)
        return answer
      }
      const { bundle, matters: components, proposals } = proposeBundle(all, { accept })
      const bundled = bundleMatters(bundle, components)
      expect(bundled.problems).toEqual([])
      expect(buildGraph(bundled.matter).problems).toEqual([])
      expect(proposals.filter(accept)).toEqual([])
    }),
    RUNS,
  )
})

test('nothing is applied that nobody accepts', () => {
  fc.assert(
    fc.property(matters, (all) => {
      const { bundle } = proposeBundle(all)
      expect([bundle.sharedMaterials, bundle.outputReuses, bundle.sharedSteps]).toEqual([[], [], []])
    }),
    RUNS,
  )
})
