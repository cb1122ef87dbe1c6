import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSource } from '../../src/syntax/format.ts'
import { parse } from '../../src/syntax/parse.ts'
import { anyText, FUZZ_RUNS } from '../support/syntax-arbitraries.ts'
import { lostLines } from '../support/syntax-coverage.ts'
import { allNodes, printFolded } from '../support/syntax-tree-text.ts'

const asSource = (text: string) => ({ uri: 'fuzz.zw', text })

describe('any text at all', () => {
  test('is parsed without a throw, and no line is lost in silence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(lostLines(asSource(text))).toEqual([])
      }),
      { numRuns: FUZZ_RUNS },
    )
  })

  test('gives spans that lie in the text, children after their parents', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parse(asSource(text))
        for (const { keyword, valueSpan, children } of allNodes(tree)) {
          expect(0 <= keyword.start && keyword.start <= keyword.end).toBe(true)
          expect(keyword.end <= valueSpan.start && valueSpan.start <= valueSpan.end).toBe(true)
          expect(valueSpan.end).toBeLessThanOrEqual(text.length)
          for (const child of children) expect(child.keyword.start).toBeGreaterThanOrEqual(keyword.end)
        }
        for (const { labels, fixes } of tree.diagnostics) {
          const origins = [...labels, ...fixes.flatMap(({ edits }) => edits)].map(({ origin }) => origin)
          for (const { span } of origins) {
            expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true)
          }
        }
      }),
      { numRuns: FUZZ_RUNS / 4 },
    )
  })

  test('is laid out the same when laid out twice, and means the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const formatted = formatSource(asSource(text))
        expect(formatSource(asSource(formatted))).toBe(formatted)
        expect(printFolded(parse(asSource(formatted)))).toBe(printFolded(parse(asSource(text))))
      }),
      { numRuns: FUZZ_RUNS / 4 },
    )
  })
})
