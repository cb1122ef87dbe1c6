import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { printMatters } from '../../src/compile/print/matter.ts'
import { type Matter, matterSchema } from '../../src/model/matter.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { formatSource } from '../../src/syntax/format.ts'
import { anyMatter, EMPTY_MATTER } from '../support/arbitrary-matter.ts'

/** Much in the CI, less at a desk. */
const RUNS = process.env['CI'] === undefined ? 200 : 2000

/** Matters that once came back different, as shrunk: each a file with what is not empty, so that none is forgotten. */
const CASES = join(import.meta.dirname, 'print-cases')

function readBack(text: string): unknown {
  return withoutOrigins([...compile([{ uri: 'printed.zw', text }]).matters.values()].map(({ matter }) => matter))
}

/** Compares fast; where there is a difference, `expect` tells which. */
function expectSame(text: string, matter: Matter): void {
  const back = readBack(text)
  if (!isDeepStrictEqual(back, [matter])) expect(back).toEqual([matter])
}

/** Checks a property and keeps the smallest matter that breaks it. */
function assertKept(property: fc.IProperty<[Matter]>): void {
  const details = fc.check(property, { numRuns: RUNS })
  const [matter] = details.counterexample ?? []
  if (matter !== undefined && process.env['CI'] === undefined) {
    const told = Object.entries(matter).filter(
      ([key, value]) => !isDeepStrictEqual(value, Object.entries(EMPTY_MATTER).find(([each]) => each === key)?.[1]),
    )
    const json = `${JSON.stringify(Object.fromEntries(told), undefined, 2)}\n`
    mkdirSync(CASES, { recursive: true })
    const name = createHash('sha256').update(json).digest('hex').slice(0, 8)
    writeFileSync(join(CASES, `matter-${name}.json`), json)
  }
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance })
}

describe('a matter that was printed', () => {
  test('compiles to the same model', () => {
    assertKept(
      fc.property(anyMatter, (matter) => {
        expectSame(printMatters([matter]), matter)
      }),
    )
  })

  test('stays the same model when it is formatted, and is printed the same again', () => {
    assertKept(
      fc.property(anyMatter, (matter) => {
        const text = printMatters([matter])
        const formatted = formatSource({ uri: 'printed.zw', text })
        expectSame(formatted, matter)
      }),
    )
  })
})

describe('matters that once came back different', () => {
  const cases = readdirSync(CASES).map((file) => [file] as const)

  test.each(cases)('%s', (file) => {
    const matter = matterSchema.parse({ ...EMPTY_MATTER, ...JSON.parse(readFileSync(join(CASES, file), 'utf8')) })
    expect(readBack(printMatters([matter]))).toEqual([matter])
  })
})
