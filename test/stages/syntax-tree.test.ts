import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { expectGolden } from '../support/golden.ts'
import { allNodes, printTree } from '../support/syntax-tree-text.ts'

const folder = fileURLToPath(new URL('syntax/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.zw'))

/** The matters of design/language.md 3.1 and 3.2, and what the parser makes of them. */
describe.each(files)('%s', (file) => {
  const text = readFileSync(folder + file, 'utf8')
  const tree = parse({ uri: file, text })

  test('is read without a finding', () => {
    expect(tree.diagnostics).toEqual([])
  })

  test('has the tree of its golden file', () => {
    expectGolden(folder + file.replace('.zw', '.tree.txt'), printTree(tree))
  })

  test('has its keywords and values where the tree says', () => {
    const lines = new Set(text.split('\n').map((line) => line.trim()))
    for (const { keyword, valueSpan } of allNodes(tree)) {
      const written = `${text.slice(keyword.start, keyword.end)}：${text.slice(valueSpan.start, valueSpan.end)}`
      expect(lines).toContain(written)
    }
  })
})
