import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesUnder, parseSource } from './source-files.ts'

/** A command that validates commands of cases, which come from outside; the others start without the schemas, which cost a tenth of a second. */
const READ_MODELS = ['src/cli/commands/run.ts']

/** The packages that a file loads when it is run, by way of other files; type imports are gone by then. */
function packagesOf(start: string): ReadonlySet<string> {
  const packages = new Set<string>()
  const files = new Set([start])
  for (const path of files) {
    for (const statement of parseSource(path).statements) {
      const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly
      const isImport =
        ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
      if (!isExport && !isImport) continue
      const { moduleSpecifier } = statement
      if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) continue
      if (!moduleSpecifier.text.startsWith('.')) packages.add(moduleSpecifier.text)
      else if (moduleSpecifier.text.endsWith('.ts')) files.add(join(dirname(path), moduleSpecifier.text))
    }
  }
  return packages
}

const commands = filesUnder(['src/cli/commands'], '.ts')

test.each(commands.filter((path) => !READ_MODELS.includes(path)))('%s starts without zod', (path) => {
  expect([...packagesOf(path)]).not.toContain('zod')
})

test.each(READ_MODELS)('%s loads zod', (path) => {
  expect([...packagesOf(path)]).toContain('zod')
})

test('the command itself starts without any of them, and without the parser', () => {
  const packages = [...packagesOf('src/cli/main.ts')]
  expect(packages).toContain('commander')
  expect(packages.filter((name) => name === 'zod' || name === 'chevrotain')).toEqual([])
})
