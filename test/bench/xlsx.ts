import { isDeepStrictEqual } from 'node:util'
import { compile } from '../../src/compile/compile.ts'
import { readXlsx } from '../../src/exchange/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../src/exchange/xlsx/write/write-xlsx.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 1_000
const ROUNDS = 3

/** A catalogue of matters into one workbook and back: how long it takes, how large it is, and that it is the same. */
export async function run(): Promise<void> {
  const { versions } = compile(generateCatalogue(MATTERS))
  const matters = [...versions.values()].flat().map(({ matter }) => withoutOrigins(matter))
  for (let round = 1; round <= ROUNDS; round++) {
    const [bytes, writing] = await timed(() => writeXlsx(matters))
    const [read, reading] = await timed(() => readXlsx(bytes))
    const rows = read.report.reduce((sum, sheet) => sum + sheet.rows, 0)
    console.log(
      `${matters.length} matters, ${rows} rows   ${(bytes.length / 1e6).toFixed(2)} MB   write ${writing}   read ${reading}   ` +
        `the same: ${isDeepStrictEqual(read.matters, matters)}   peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    )
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, string]> {
  const started = process.hrtime.bigint()
  const done = await work()
  return [done, `${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(2)} s`]
}
