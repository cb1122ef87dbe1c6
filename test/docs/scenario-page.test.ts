import { expect, test } from 'vitest'
import { verifyScenarios } from '../../src/analysis/verify-scenarios.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { compile } from '../../src/compile/compile.ts'
import { readPages } from './manual-blocks.ts'
import { sourcesOf } from './manual-sources.ts'

const pages = [...readPages('docs/language/'), ...readPages('docs/guides/')]
const blocks = pages.flatMap(({ path, blocks: all }) => all.map((block) => ({ path, ...block })))
const bases = blocks.flatMap(({ claim, text }) => (claim.kind === 'base' ? [text] : []))
const withScenarios = blocks.filter(({ text, claim }) => /^\s*用例：/m.test(text) && claim.kind !== '错误')

test('the manual has scenarios', () => {
  expect(withScenarios.length).toBeGreaterThan(4)
})

test.each(withScenarios)('$path, line $line: what its scenarios expect comes out', (block) => {
  const { matters } = compile(sourcesOf(block, bases).sources, { asOf: '2026-11-22' })
  const { results } = verifyScenarios(matters.values(), { asOf: '2026-11-22', calendar: createCalendar() })
  const failures = results.flatMap(({ checks }) =>
    checks.flatMap(({ truth, expected, actual }) => (truth === 'yes' ? [] : [`${expected} —— ${actual}`])),
  )
  expect(failures).toEqual([])
})
