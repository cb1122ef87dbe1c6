import { expect, test } from 'vitest'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { readClocks } from '../../../src/engine/clocks/read-clocks.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { matter, step } from '../../graph/matters.ts'
import { moment, prepare, staff, walk } from '../case/walk.ts'

test('a limit that leads beyond the calendar has no due date, and says so', () => {
  const limit = { unit: 'year', amount: '10000' } as const
  const permit = matter({
    flow: [step('受理', 1, { stages: ['acceptance'] }), step('决定', 1, { stages: ['decision'] })],
    statutoryLimits: [{ limit, sources: [], notes: [] }],
  })
  const definition = prepare({ matter: permit, graph: buildGraph(permit).graph })
  const work = walk(definition).at('2026-01-05 09:00').as(staff())
  work.do({ kind: 'submit', applicant: 'applicant-1' })
  work.do({ kind: 'accept' })
  const clocks = readClocks(definition, work.state, createCalendar(), moment('2026-01-06 09:00'))
  expect(clocks.find(({ kind }) => kind === 'statutory')).toMatchObject({
    noDue: { code: 'out-of-range' },
    overdue: false,
  })
})
