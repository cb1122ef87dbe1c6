import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { command, entries, packageExports } from '../../.config/entries.ts'
import { root } from './source-files.ts'

test('package.json exports what the entry table lists', () => {
  const path = join(root, 'package.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const wanted = { exports: packageExports(), bin: { [command.name]: `dist/${command.output}.js` } }
  if (process.env['UPDATE'] !== undefined) {
    writeFileSync(path, `${JSON.stringify({ ...manifest, ...wanted }, null, 2)}\n`)
  } else {
    expect({ exports: manifest.exports, bin: manifest.bin }).toEqual(wanted)
  }
})

test('every entry of the table has its source', () => {
  expect(entries.map(({ source }) => source).filter((source) => !existsSync(join(root, source)))).toEqual([])
})

test('every export of an entry says in its comment what it is', () => {
  const files = entries.map(({ source }) => join(root, source))
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()

  const silent = files.flatMap((path) => {
    const file = program.getSourceFile(path)
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file)
    if (module === undefined) return [`${path} exports nothing`]
    return checker
      .getExportsOfModule(module)
      .map((symbol) => ({
        name: symbol.name,
        target: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      }))
      .filter(({ target }) => ts.displayPartsToString(target.getDocumentationComment(checker)).trim() === '')
      .map(({ name }) => `${path.slice(root.length)} ${name}`)
  })
  expect(silent).toEqual([])
})
