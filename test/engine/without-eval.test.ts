import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('a case runs where a Content-Security-Policy lets no text become code', () => {
  const program = fileURLToPath(new URL('../support/case-without-eval.ts', import.meta.url))
  const flags = ['--disallow-code-generation-from-strings', '--no-warnings']
  expect(execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' })).toBe('closed')
})
