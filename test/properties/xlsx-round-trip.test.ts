import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { printMatters } from '../../src/compile/print/matter.ts'
import { readXlsx } from '../../src/exchange/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../src/exchange/xlsx/write/write-xlsx.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Matter } from '../../src/model/matter.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'
import { exampleWorkspaces } from '../support/syntax-examples.ts'

/** Far more than it takes: machines that do much else at once are slow. Unit: milliseconds. */
const PATIENCE = 600_000

/** Several at a time, as a workbook has them: so many runs hold five times as many matters. */
const RUNS = process.env['CI'] === undefined ? 60 : 250

async function expectSame(matters: readonly Matter[]): Promise<void> {
  const { matters: back } = await readXlsx(await writeXlsx(matters))
  if (!isDeepStrictEqual(back, matters)) expect(back).toEqual(matters)
}

/** Matters of different names: those of one would be its versions. A 用例 with 针对 is about its own. */
const severalMatters = fc.array(anyMatter, { minLength: 1, maxLength: 5 }).map((matters) =>
  matters.map((matter, index) => {
    const { code, ...rest } = matter
    const name = `${matter.name}第${index}项`
    const scenarios = matter.scenarios.map((scenario) =>
      'matter' in scenario ? { ...scenario, matter: name } : scenario,
    )
    return { ...rest, name, scenarios, ...(code !== undefined && { code: `${code}第${index}项` }) }
  }),
)

describe('matters that went through a workbook', () => {
  test(
    'are the same, whatever their names, texts and conditions hold',
    async () => {
      await fc.assert(
        fc.asyncProperty(severalMatters, async (matters) => expectSame(matters.map(withoutOrigins))),
        { numRuns: RUNS },
      )
    },
    PATIENCE,
  )

  test('are the same though a text is longer than a cell can be, or holds what XML cannot, or looks like either', async () => {
    const notes = ['长'.repeat(100_000), '甲\u0001乙\tＡ', '_x0041_与_x005F_', '【见“续文”第1号】', '=1+1', '<&">']
    await expectSame([{ ...EMPTY_MATTER, name: '甲', notes, location: '长'.repeat(32_001) }])
  })

  const workspaces = exampleWorkspaces().map((sources) => [sources[0]?.uri.split('/')[1] ?? '', sources] as const)

  test.each(workspaces)('of examples/%s, every version of them', async (_, sources) => {
    const { versions } = compile(sources)
    const matters = [...versions.values()].flat().map(({ matter }) => withoutOrigins(matter))
    const { matters: back, diagnostics } = await readXlsx(await writeXlsx(matters))
    expect(back).toEqual(matters)
    expect(diagnostics).toEqual([])
    expect(printMatters(back)).toBe(printMatters(matters))
  })
})
