import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../../src/analysis/bundle/bundle-matters.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { renderFlowSvg } from '../../../src/render/flow/index.ts'
import { arbitraryMatter } from '../../../src/testing/arbitraries/arbitrary-matter.ts'
import { arbitraryBundle } from '../../support/arbitrary-bundle.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { everyExample, expectedMarks, marksOf } from '../../support/pictured.ts'

describe('every step and every line is drawn', () => {
  test.each(everyExample().map((example) => [example.name, example] as const))(
    'of %s',
    async (_, { matter, bundle }) => {
      const { graph } = buildGraph(matter)
      expect(marksOf(await renderFlowSvg(matter, { bundle }))).toEqual(expectedMarks(graph))
    },
  )

  test('of any matter, with names of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(anyMatter, async (matter) => {
        const { graph } = buildGraph(matter)
        expect(marksOf(await renderFlowSvg(matter))).toEqual(expectedMarks(graph))
      }),
      { numRuns: 60 },
    )
  })

  test('of any matter with a flow that branches', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMatter, async ({ matter, graph }) => {
        expect(marksOf(await renderFlowSvg(matter, { graph, size: 'narrow' }))).toEqual(expectedMarks(graph))
      }),
      { numRuns: 60 },
    )
  })

  test('of any bundle, in frames', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBundle(), async ({ bundle, matters }) => {
        const merged = bundleMatters(bundle, matters)
        const { graph } = buildGraph(merged.matter)
        expect(marksOf(await renderFlowSvg(merged.matter, { bundle: merged }))).toEqual(expectedMarks(graph))
      }),
      { numRuns: 40 },
    )
  })
})
