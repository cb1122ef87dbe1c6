import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

/** True for `UPDATE=1 npm test`, which rewrites golden files; the CI refuses it (.config/vitest.config.ts). */
const updating = process.env['UPDATE'] === '1'

/** Compares a text with its golden file, or writes the file anew. */
export function expectGolden(path: string, actual: string): void {
  if (updating) {
    mkdirSync(dirname(path), { recursive: true })
    if (!existsSync(path) || readFileSync(path, 'utf8') !== actual) writeFileSync(path, actual)
    return
  }
  expect(existsSync(path), `${path} is missing: write it with UPDATE=1 npm test, then read it`).toBe(true)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
