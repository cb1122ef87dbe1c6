import { expect, it } from 'vitest'
import { exampleWorkspaces } from '../support/syntax-examples.ts'
import { checkTogether, MUTATIONS, measureRecovery } from '../support/syntax-mutations.ts'

const workspaces = exampleWorkspaces()
const check = checkTogether(workspaces)

it('tries every file below examples/, Markdown too', () => {
  const files = workspaces.flat().map(({ uri }) => uri)
  expect(files.length).toBeGreaterThan(45)
  expect(files.some((uri) => uri.endsWith('.zw.md'))).toBe(true)
})

// A slip of the pen in one line shall give one finding, on that line, and cost the tree next to nothing.
it.each(Object.keys(MUTATIONS))('reports “%s” once and on its line, and keeps the rest of the tree', (mutation) => {
  const { mutants, exact, nodesLost, others } = measureRecovery(workspaces.flat(), mutation, check)
  expect(mutants).toBeGreaterThan(1000)
  expect(exact / mutants, others.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(nodesLost / mutants).toBeLessThanOrEqual(2)
})
