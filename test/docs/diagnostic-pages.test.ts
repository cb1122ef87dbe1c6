import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkBadExample, codes } from '../support/bad-examples.ts'
import { diagnosticPage, diagnosticsIndex } from '../support/diagnostic-page.ts'
import { expectGolden } from '../support/golden.ts'

const folder = fileURLToPath(new URL('../../docs/diagnostics/', import.meta.url))

test.each(codes)('docs/diagnostics/%s.md says what the catalogue says', async (code) => {
  expectGolden(join(folder, `${code}.md`), diagnosticPage(code, await checkBadExample(code)))
})

test('docs/diagnostics/README.md lists them all', () => {
  expectGolden(join(folder, 'README.md'), diagnosticsIndex())
})

test('there is no page without a code', () => {
  expect(readdirSync(folder).sort()).toEqual(['README.md', ...codes.map((code) => `${code}.md`)].sort())
})
