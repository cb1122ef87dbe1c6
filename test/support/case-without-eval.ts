import { createCalendar } from '../../src/calendar/calendar.ts'
import type { Actor } from '../../src/engine/actor.ts'
import type { CaseState } from '../../src/engine/case-state.ts'
import { decide } from '../../src/engine/decide.ts'
import { prepareDefinition } from '../../src/engine/flow/definition.ts'
import { type NewCase, newCase } from '../../src/engine/new-case.ts'
import { parseCommand } from '../../src/engine/parse-command.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { atLeast, fact, matter, step } from '../graph/matters.ts'

/** A program that walks a case with a condition, to be run where no text may become code; prints how the case ends. */
const permit = matter({
  facts: [fact('经营面积', 'number')],
  flow: [
    step('受理', 1, { stages: ['acceptance'] }),
    step('现场核查', 1, { stages: ['review'], when: atLeast('经营面积', 150) }),
    step('决定', 1, { stages: ['decision'], outputs: ['许可证'] }),
  ],
})

function run(): string {
  try {
    // The flag that this program is run with must hold, else nothing is shown.
    return Reflect.construct(Function, ['return "text became code"'])()
  } catch {
    const prepared = prepareDefinition({ matter: permit, graph: buildGraph(permit).graph })
    if (!prepared.ok) return prepared.error.message
    const calendar = createCalendar()
    const by: Actor = { kind: 'staff', id: 'staff-1', roles: [] }
    let state: CaseState | NewCase = newCase('case-1')
    for (const each of [
      { kind: 'submit', applicant: 'applicant-1', facts: { 经营面积: { kind: 'number', amount: '149.5' } } },
      { kind: 'accept' },
      { kind: 'completeStep', step: '决定' },
    ]) {
      const command = parseCommand(each)
      if (!command.ok) return command.error.message
      const decision = decide(prepared.value, state, command.value, { at: Date.UTC(2026, 0, 5, 1), by, calendar })
      if (decision.refused !== undefined) return decision.refused.message
      state = decision.state
    }
    return 'ending' in state ? `${state.ending}` : 'not ended'
  }
}

process.stdout.write(run())
