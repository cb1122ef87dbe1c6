import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { writeSarif } from '../../src/diagnostics/sarif.ts'
import { indexSources } from '../../src/diagnostics/source-index.ts'
import { badExamplesFolder, badExampleText } from '../support/bad-examples.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function sarifOf(texts: Readonly<Record<string, string>>) {
  const sources = Object.entries(texts).map(([uri, text]) => ({ uri, text }))
  const { diagnostics } = compile(sources, { asOf: '2026-11-22' })
  return writeSarif(diagnostics, indexSources(sources), '0.1.0')
}

/** What the compiler finds when a log is written down as a value of the published types of SARIF 2.1.0. */
function typeErrors(log: unknown): readonly string[] {
  const file = `${root}test/diagnostics/sarif-log.ts`
  const text = `import type { Log } from 'sarif'\nexport const log: Log = ${JSON.stringify(log)}\n`
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest) : getSourceFile(name, ...rest)
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').slice(0, 500))
}

test('every finding of the bad examples fits the types of SARIF 2.1.0', { timeout: 60_000 }, () => {
  const files = readdirSync(badExamplesFolder).filter((name) => name.endsWith('.zw'))
  const texts = files.map((name) => [name, readFileSync(join(badExamplesFolder, name), 'utf8')] as const)
  const log = sarifOf(Object.fromEntries(texts))
  expect(log.runs[0].results.length).toBeGreaterThan(60)
  expect(typeErrors(log)).toEqual([])
  expect(typeErrors({ ...log, runs: [{ ...log.runs[0], columnKind: 'utf8' }] })).toHaveLength(1)
  expect(typeErrors({ ...log, extra: 1 })).toHaveLength(1)
})

test('a finding has its rule, its place in UTF-16 columns, the related places and the fixes', () => {
  const text = badExampleText('ZW4001').replace('当：【', '当：【\u{20000}')
  const [run] = sarifOf({ '目录/a b.zw': text }).runs
  expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', tool: { driver: { name: 'zhengwu', version: '0.1.0' } } })
  const result = run.results.find(({ ruleId }) => ruleId === 'ZW4001')
  expect(run.tool.driver.rules[result?.ruleIndex ?? -1]).toMatchObject({ id: 'ZW4001', help: { text: /./ } })
  const line = text.split('\n').findIndex((each) => each.includes('当：【')) + 1
  const start = (text.split('\n')[line - 1] ?? '').indexOf('【')
  const region = result?.locations[0]?.physicalLocation.region
  expect(result).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: '%E7%9B%AE%E5%BD%95/a%20b.zw' } },
        logicalLocations: [{ fullyQualifiedName: expect.stringContaining(' › ') }],
      },
    ],
  })
  expect(region).toMatchObject({ startLine: line, endLine: line })
  expect([start + 1, start + 2]).toContain(region?.startColumn)
  // One character outside the BMP counts two columns.
  expect((region?.endColumn ?? 0) - (region?.startColumn ?? 0)).toBeGreaterThan([...'大形餐馆'].length)
})

test('what has blanks to fill in is not offered as a fix', () => {
  const [run] = sarifOf({ 'a.zw': badExampleText('ZW2003') }).runs
  expect(run.results.map(({ ruleId }) => ruleId)).toEqual(['ZW2003'])
  expect(run.results[0]).not.toHaveProperty('fixes')
  const [mended] = sarifOf({ 'a.zw': badExampleText('ZW1003') }).runs
  expect(mended.results[0]).toMatchObject({
    fixes: [
      {
        properties: { applicability: 'auto' },
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 16, startColumn: 5, endLine: 16, endColumn: 5 },
                insertedContent: { text: '：' },
              },
            ],
          },
        ],
      },
    ],
  })
})
