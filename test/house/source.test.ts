import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { layers } from '../../.config/layers.ts'
import { filesUnder, parseSource, placeOf, root, walk } from './source-files.ts'

const sources = filesUnder(['src'], '.ts').map((path) => parseSource(path))

/** The names that the file declares. Keys of object literals are data and may be Chinese. */
function declaredNames(file: ts.SourceFile): readonly ts.Identifier[] {
  const names: ts.Identifier[] = []
  walk(file, (node) => {
    if (!ts.isIdentifier(node)) return
    const { parent } = node
    const declares =
      'name' in parent &&
      parent.name === node &&
      !ts.isPropertyAssignment(parent) &&
      !ts.isPropertyAccessExpression(parent)
    if (declares) names.push(node)
  })
  return names
}

/** What reads the clock, chance or the environment: `Date.now`, `new Date()`, `Math.random`, `process`… */
function impureUses(file: ts.SourceFile): readonly string[] {
  const impureGlobals = ['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'navigator', 'Deno']
  const impureMembers = ['Date.now', 'Math.random', 'Temporal.Now']
  const uses: string[] = []
  walk(file, (node) => {
    const isRead = ts.isIdentifier(node) && !('name' in node.parent && node.parent.name === node)
    if (isRead && impureGlobals.includes(node.text) && !ts.isImportSpecifier(node.parent)) {
      uses.push(`${placeOf(node)} ${node.text}`)
    }
    if (ts.isPropertyAccessExpression(node) && impureMembers.includes(node.getText())) {
      uses.push(`${placeOf(node)} ${node.getText()}`)
    }
    const isNow =
      ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0
    if (isNow) uses.push(`${placeOf(node)} new Date()`)
  })
  return uses
}

test('every folder of src/ has a row in the layer table', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(folders.filter((name) => layers[name] === undefined)).toEqual([])
  const files = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map((entry) => entry.name)).toEqual(['index.ts'])
})

test('the layer table itself only points downwards', () => {
  const upwards = Object.entries(layers).flatMap(([folder, { level, imports }]) =>
    imports
      .filter((name) => {
        const other = layers[name]
        return other === undefined || other.level > level
      })
      .map((name) => `${folder} → ${name}`),
  )
  expect(upwards).toEqual([])
})

test('names in code are English: Chinese stands in strings, comments and the keys of data', () => {
  const chinese = sources
    .flatMap(declaredNames)
    .filter((name) => !/^[\w$]+$/.test(name.text))
    .map((name) => `${placeOf(name)} ${name.text}`)
  expect(chinese).toEqual([])
})

describe('below the edges there is no clock, chance or environment', () => {
  const pure = sources.filter((file) => layers[file.fileName.split('/')[1] ?? '']?.edge !== true)

  test.each(pure.map((file) => [file.fileName, file] as const))('%s', (_, file) => {
    expect(impureUses(file)).toEqual([])
  })

  test('the rule sees each of them', () => {
    const text = 'Date.now(); new Date(); Math.random(); process.env; const process_ = { process: 1 }; new Date(0)'
    expect(impureUses(parseSource('planted.ts', text))).toHaveLength(4)
  })
})
