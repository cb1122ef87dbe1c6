import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestBundles } from '../../src/analysis/bundle/suggest-bundles.ts'
import { suggestionsToJson } from '../../src/analysis/bundle/suggest-json.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Matter } from '../../src/model/matter.ts'

const nothing = { sources: [], notes: [] }
const documents = ['身份证', '营业执照', '平面图', '租赁合同', '申请表', '许可证'] as const
const some = fc.subarray([...documents], { maxLength: 4 })

/** Any few matters with a handful of documents and questions between them. */
const workspace = fc
  .array(fc.record({ asks: some, issues: some, facts: fc.subarray(['户籍', '年龄', '收入']), coded: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  })
  .map((sketches) =>
    sketches.map(
      ({ asks, issues, facts, coded }, index): Matter => ({
        ...EMPTY_MATTER,
        name: `事项${index}`,
        materials: asks.map((name) => ({ name, forms: [], ...nothing, ...(coded && { code: `编码${name}` }) })),
        outputs: issues.map((name) => ({ name, forms: [], ...nothing })),
        facts: facts.map((name) => ({ name, type: 'text', options: [], ...nothing })),
      }),
    ),
  )

test('the order in which matters are given changes nothing', () => {
  fc.assert(
    fc.property(
      workspace.chain((matters) =>
        fc.tuple(fc.constant(matters), fc.shuffledSubarray(matters, { minLength: matters.length })),
      ),
      ([matters, shuffled]) => {
        expect(suggestionsToJson(suggestBundles(shuffled), 0)).toEqual(suggestionsToJson(suggestBundles(matters), 0))
      },
    ),
    { numRuns: 2000 },
  )
})

test('a group has at least two matters, none of them twice, and each has something to do with the others', () => {
  fc.assert(
    fc.property(workspace, fc.integer({ min: 2, max: 5 }), (matters, largest) => {
      const suggestions = suggestBundles(matters, { largest })
      for (const { matters: names, sharedMaterials, sharedFacts, feeds } of suggestions) {
        expect(new Set(names).size).toBe(names.length)
        expect(names.length).toBeGreaterThanOrEqual(2)
        expect(names.length).toBeLessThanOrEqual(largest)
        const linked = new Set([
          ...[...sharedMaterials, ...sharedFacts].flatMap(({ from }) => from.map(({ component }) => component)),
          ...feeds.flatMap(({ from, to }) => [from, to]),
        ])
        expect([...linked].sort()).toEqual([...names].sort())
      }
      const weights = suggestions.map(({ weight }) => weight)
      expect(weights).toEqual([...weights].sort((a, b) => b - a))
    }),
    { numRuns: 2000 },
  )
})
