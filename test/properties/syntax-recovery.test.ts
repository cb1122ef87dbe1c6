import { expect, it } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { parse } from '../../src/syntax/parse.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { MUTATIONS, measureRecovery } from '../support/syntax-mutations.ts'

// A slip of the pen in one line shall give one finding, on that line, and cost the tree next to nothing.
it.each(Object.keys(MUTATIONS))('reports “%s” once and on its line, and keeps the rest of the tree', (mutation) => {
  const { mutants, exact, nodesLost, others } = measureRecovery(exampleSources(), mutation, (source) => ({
    tree: parse(source),
    diagnostics: compile([source], { asOf: '2026-11-22' }).diagnostics,
  }))
  expect(mutants).toBeGreaterThan(1000)
  expect(exact / mutants, others.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(nodesLost / mutants).toBeLessThanOrEqual(2)
})
