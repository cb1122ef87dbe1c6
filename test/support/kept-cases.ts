import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

/** Runs of a property that must never break: much in the CI, less at a desk. */
export const LAW_RUNS = process.env['CI'] === undefined ? 300 : 2000

/**
 * Checks a property of texts and keeps the smallest text that breaks it as a file of the folder (反例留作回归), outside
 * the CI. JSON holds every blank, line end and invisible character as it was.
 */
export function checkKeeping(folder: string, texts: fc.Arbitrary<string>, law: (text: string) => void): void {
  const details = fc.check(fc.property(texts, law), { numRuns: LAW_RUNS })
  const [text] = details.counterexample ?? []
  if (text !== undefined && process.env['CI'] === undefined) {
    mkdirSync(folder, { recursive: true })
    const name = createHash('sha256').update(text).digest('hex').slice(0, 8)
    writeFileSync(join(folder, `text-${name}.json`), `${JSON.stringify(text, undefined, 2)}\n`)
  }
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance })
}

/** The texts of a folder of kept cases, by file. */
export function keptTexts(folder: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(folder).map((file) => [file, String(JSON.parse(readFileSync(join(folder, file), 'utf8')))])
}
