import { readdirSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesUnder, parseSource, readText, root, walk } from './source-files.ts'

const topLevel = [
  '.ci',
  '.config',
  '.git',
  '.gitignore',
  'LICENSE',
  'README.md',
  'docs',
  'examples',
  'grammar',
  'package-lock.json',
  'package.json',
  'src',
  'test',
  'tsconfig.json',
]
const notCommitted = ['node_modules', 'dist', 'coverage']
/** What `npm run portal` leaves behind. */
const made = /^examples\/portal\/(?:dist|data)\//

const controlFlow = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
])

function lineCount(path: string): number {
  return readText(path).trimEnd().split('\n').length
}

/** A table decides nothing by itself: it has no functions of its own and no control flow. */
function isDataTable(path: string): boolean {
  let table = true
  walk(parseSource(path), (node) => {
    if (controlFlow.has(node.kind)) table = false
  })
  return table
}

describe('the tree of the checkout', () => {
  test('the top level holds what docs/architecture.md names and nothing else', () => {
    const found = readdirSync(root).filter((name) => !notCommitted.includes(name) && !name.endsWith('.tgz'))
    expect(found.sort()).toEqual(topLevel)
  })

  test('file names are plain ASCII, in kebab-case', () => {
    const folders = ['src', 'test', 'examples', 'docs', 'grammar', '.config', '.ci']
    const conventional = /^(?:README(?:\.en)?\.md|ZW\d{4}\.(?:md|zw|txt|json)|[a-z0-9]+(?:[-.][a-z0-9]+)*)$/
    const odd = filesUnder(folders, '').filter(
      (path) => !made.test(path) && path.split('/').some((part, index) => !(index === 0 || conventional.test(part))),
    )
    expect(odd).toEqual([])
  })
})

describe('the size of files', () => {
  const sources = filesUnder(['src'], '.ts')

  test('none has more than 400 lines but data tables', () => {
    const long = [...sources, ...filesUnder(['test', 'examples', '.config'], '.ts')].filter(
      (path) => lineCount(path) > 400 && !isDataTable(path),
    )
    expect(long).toEqual([])
  })

  test('the median is under 120 lines', () => {
    const counts = sources.map(lineCount).sort((a, b) => a - b)
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(120)
  })
})

describe('nothing is left undone', () => {
  // Written in two halves, so that this file does not find itself.
  const unfinished = [
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['@ts-', 'ignore'],
    ['@ts-', 'nocheck'],
    ['not ', 'implemented'],
    ['as unknown', ' as '],
    ['biome-ignore-', 'all'],
  ].map((halves) => halves.join(''))

  test.each(unfinished)('no “%s”', (words) => {
    const files = [...filesUnder(['src', 'test', 'examples', '.config'], '.ts'), ...filesUnder(['docs'], '.md')]
    expect(files.filter((path) => readText(path).includes(words))).toEqual([])
  })

  test('no test is skipped or runs alone', () => {
    const marked = filesUnder(['test'], '.test.ts').filter((path) =>
      /\b(?:test|it|describe)\.(?:only|skip|todo|fails)\b/.test(readText(path)),
    )
    expect(marked).toEqual([])
  })
})
