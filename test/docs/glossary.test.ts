import { fileURLToPath } from 'node:url'
import { it } from 'vitest'
import { glossary } from '../support/glossary.ts'
import { expectGolden } from '../support/golden.ts'

it('docs/glossary.md is fresh', () => {
  expectGolden(fileURLToPath(new URL('../../docs/glossary.md', import.meta.url)), glossary())
})
