import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../src/base/source-file.ts'
import { isLiterate, readLiterate } from '../../src/syntax/literate.ts'
import { parse } from '../../src/syntax/parse.ts'
import { exampleSources, literateSources } from '../support/syntax-examples.ts'
import { PASTES } from '../support/syntax-pastes.ts'
import { printFolded } from '../support/syntax-tree-text.ts'

const sources = [...exampleSources(), ...literateSources()]

/** The text as pasted; of Markdown what stands in its fenced blocks. */
function pastedInto({ uri, text }: SourceFile, paste: (text: string) => string): string {
  if (!isLiterate(uri)) return paste(text)
  let pasted = ''
  let at = 0
  for (const { start, end } of readLiterate(text).fences) {
    pasted += `${text.slice(at, start)}${paste(text.slice(start, end - 1))}\n`
    at = end
  }
  return pasted + text.slice(at)
}

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
      const pasted = { ...source, text: pastedInto(source, paste) }
      expect(printFolded(parse(pasted))).toBe(printFolded(parse(source)))
    })
  })
})
