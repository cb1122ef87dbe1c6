import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keysOf } from '../../src/base/keys-of.ts'
import { decodeText } from '../../src/cli/decode-text.ts'
import { CATALOGUE, type DiagnosticCode } from '../../src/diagnostics/catalogue.ts'

/** Where the bad examples and what `zw check` says about them stand, one pair of files a code. */
export const badExamplesFolder = fileURLToPath(new URL('../stages/diagnostics/', import.meta.url))

export const codes: readonly DiagnosticCode[] = keysOf(CATALOGUE)

/**
 * Codes whose bad example is too long to be a file: what makes it, and how much of the end of the output is kept.
 */
const MADE: Readonly<Partial<Record<DiagnosticCode, () => string>>> = {
  ZW0105: () => `语言版本：1\n${'这一行是网页里的文字\n'.repeat(10_005)}`,
}

/** The bytes of the bad example of a code. */
export function badExample(code: DiagnosticCode): Uint8Array {
  const make = MADE[code]
  return make === undefined ? readFileSync(join(badExamplesFolder, `${code}.zw`)) : Buffer.from(make())
}

export function isMade(code: DiagnosticCode): boolean {
  return MADE[code] !== undefined
}

/** The bad example as text. */
export function badExampleText(code: DiagnosticCode): string {
  return decodeText(badExample(code))?.text ?? ''
}

/** What `zw check` says about the bad example, as the golden file has it. */
export function goldenOutput(code: DiagnosticCode): string {
  const path = join(badExamplesFolder, `${code}.txt`)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Puts the mended lines of an explanation in the place of the bad ones, with the indentation found there. */
export function mendExample(text: string, bad: readonly string[], good: readonly string[]): string | undefined {
  const lines = text.split('\n')
  for (let start = 0; start + bad.length <= lines.length; start++) {
    const indent = /^ */.exec(lines[start] ?? '')?.[0] ?? ''
    const shift = (line: string) => (line === '' ? '' : indent + line)
    const first = bad[0] ?? ''
    if (first.startsWith(' ') || !bad.every((line, i) => lines[start + i] === shift(line))) continue
    return [...lines.slice(0, start), ...good.map(shift), ...lines.slice(start + bad.length)].join('\n')
  }
  return undefined
}
