import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { writeSarif } from '../../src/diagnostics/sarif.ts'
import { indexSources } from '../../src/diagnostics/source-index.ts'
import { runCli } from '../cli/run-cli.ts'
import { badExample, badExamplesFolder, badExampleText, codes } from '../support/bad-examples.ts'
import { SARIF_PROFILE } from '../support/sarif-profile.ts'

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

const fitsProfile = formats.default(new Ajv({ strict: true, allErrors: true })).compile(SARIF_PROFILE)

/** What of a log does not fit the profile of SARIF 2.1.0. */
function profileErrors(log: unknown): readonly string[] {
  if (fitsProfile(log)) return []
  return (fitsProfile.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

test.each(codes.filter((code) => code !== 'ZW0105'))(
  'zw check --format sarif of the bad example of %s is SARIF 2.1.0',
  async (code) => {
    const { out } = await runCli(['check', '--format', 'sarif'], {
      files: { [`坏例子/${code} (1).zw`]: badExample(code) },
    })
    const log: ReturnType<typeof writeSarif> = JSON.parse(out)
    expect(profileErrors(log)).toEqual([])
    const [{ results, tool }] = log.runs
    // What comes out of 用例 is found by zw verify.
    expect(results.map(({ ruleId }) => ruleId)).toEqual(code.startsWith('ZW90') ? [] : [code])
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  },
)

test('the profile refuses what SARIF refuses', () => {
  const log = sarifOf({ 'a.zw': badExampleText('ZW3007') })
  const [run] = log.runs
  const [result] = run.results
  const withResult = (more: object) => ({ ...log, runs: [{ ...run, results: [{ ...result, ...more }] }] })
  expect(profileErrors(withResult({}))).toEqual([])
  const fixes = result?.fixes ?? []
  expect(fixes).toHaveLength(2)
  expect(profileErrors(withResult({ fixes: [...fixes, ...fixes] }))).toEqual([expect.stringContaining('duplicate')])
  expect(profileErrors(withResult({ level: 'hint' }))).toHaveLength(1)
  expect(profileErrors(withResult({ message: '不通过' }))).toHaveLength(1)
  expect(profileErrors(withResult({ line: 3 }))).toEqual([expect.stringContaining('additional')])
  expect(profileErrors({ ...log, version: '2.0.0' })).toHaveLength(1)
  expect(profileErrors({ ...log, runs: [{ ...run, columnKind: 'utf8' }] })).toHaveLength(1)
  const place = {
    artifactLocation: { uri: '目录 一/a.zw' },
    region: { startLine: 0, startColumn: 1, endLine: 1, endColumn: 1 },
  }
  expect(profileErrors(withResult({ locations: [{ physicalLocation: place }] }))).toHaveLength(2)
})

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
