import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { printDocument } from '../../src/compile/print/document.ts'
import { printMatters } from '../../src/compile/print/matter.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import { type Matter, matterSchema } from '../../src/model/matter.ts'
import { readModelJson } from '../../src/model/read-model-json.ts'
import { type ModelDocument, writeModelJson } from '../../src/model/write-model-json.ts'
import { formatSource } from '../../src/syntax/format.ts'
import { anyDocument } from '../support/arbitrary-document.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'

/** Far more than it takes: machines that do much else at once are slow. Unit: milliseconds. */
const PATIENCE = 600_000

/** Much in the CI, less at a desk. */
const RUNS = process.env['CI'] === undefined ? 200 : 2000

/** What once came back different, as shrunk: each a file, a document or what is not empty of a matter. */
const CASES = join(import.meta.dirname, 'print-cases')

function readBack(text: string): ModelDocument {
  const { matters, bundles, selectionTargets } = compile([{ uri: 'printed.zw', text }])
  return writeModelJson(
    [...matters.values()].map(({ matter }) => matter),
    {
      bundles: [...bundles.values()].map(({ bundle }) => bundle),
      selectionTargets: [...selectionTargets.values()].map(({ target }) => target),
    },
  )
}

/** Compares fast; where there is a difference, `expect` tells which. */
function expectSame(text: string, document: ModelDocument): void {
  const back = readBack(text)
  if (!isDeepStrictEqual(back, document)) expect(back).toEqual(document)
}

/** Checks a property and keeps the smallest thing that breaks it. */
function assertKept<T extends Matter | ModelDocument>(arbitrary: fc.Arbitrary<T>, check: (thing: T) => void): void {
  const details = fc.check(fc.property(arbitrary, check), { numRuns: RUNS })
  const [thing] = details.counterexample ?? []
  if (thing !== undefined && process.env['CI'] === undefined) {
    const json = `${JSON.stringify('schema' in thing ? thing : whatIsTold(thing), undefined, 2)}\n`
    mkdirSync(CASES, { recursive: true })
    const name = createHash('sha256').update(json).digest('hex').slice(0, 8)
    writeFileSync(join(CASES, `${'schema' in thing ? 'document' : 'matter'}-${name}.json`), json)
  }
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance })
}

function whatIsTold(matter: Matter): object {
  const empty = new Map<string, unknown>(Object.entries(EMPTY_MATTER))
  return Object.fromEntries(Object.entries(matter).filter(([key, value]) => !isDeepStrictEqual(value, empty.get(key))))
}

describe('a matter that was printed', () => {
  test(
    'compiles to the same model, and stays it when it is formatted',
    () => {
      assertKept(anyMatter, (matter) => {
        const document = writeModelJson([matter])
        const text = printMatters([matter])
        expectSame(text, document)
        const formatted = formatSource({ uri: 'printed.zw', text })
        if (formatted !== text) expectSame(formatted, document)
      })
    },
    PATIENCE,
  )
})

describe('a document of matters and a bundle of them', () => {
  test(
    'is the same after it was printed and compiled, and after it went through JSON',
    () => {
      assertKept(anyDocument, (document) => {
        const read = readModelJson(JSON.stringify(document))
        if (!read.ok) expect(read.error).toEqual([])
        else expectSame(printDocument(read.value), document)
      })
    },
    PATIENCE,
  )
})

describe('what once came back different', () => {
  const cases = readdirSync(CASES).map((file) => [file] as const)

  test.each(cases)('%s', (file) => {
    const json = JSON.parse(readFileSync(join(CASES, file), 'utf8'))
    const document: ModelDocument =
      'schema' in json ? json : writeModelJson([matterSchema.parse({ ...EMPTY_MATTER, ...json })])
    expect(readBack(printDocument(document))).toEqual(document)
  })
})
