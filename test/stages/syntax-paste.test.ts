import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { PASTES } from '../support/syntax-pastes.ts'
import { printFolded } from '../support/syntax-tree-text.ts'

const sources = exampleSources()

describe('a pasted text means what the original means', () => {
  test('there are examples and all the ways of pasting', () => {
    expect(sources.length).toBeGreaterThanOrEqual(12)
    expect(Object.keys(PASTES)).toHaveLength(17)
  })

  test.each(Object.entries(PASTES))('%s changes the texts', (_, paste) => {
    expect(sources.filter(({ text }) => paste(text) !== text).length).toBeGreaterThan(sources.length / 2)
  })

  describe.each(Object.entries(PASTES))('%s', (_, paste) => {
    test.each(sources.map((source) => [source.uri, source] as const))('%s', (_uri, source) => {
      const pasted = { ...source, text: paste(source.text) }
      expect(printFolded(parse(pasted))).toBe(printFolded(parse(source)))
    })
  })
})
