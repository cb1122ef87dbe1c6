import { createCalendar } from '../../src/calendar/calendar.ts'
import type { CaseState } from '../../src/engine/case-state.ts'
import type { Command, CommandKind } from '../../src/engine/command.ts'
import { decide } from '../../src/engine/decide.ts'
import { enabled } from '../../src/engine/enabled/enabled.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import { newCase } from '../../src/engine/new-case.ts'
import type { FactRecord } from '../../src/engine/parts.ts'
import { likelyActor, likelyCommand } from '../../src/testing/arbitraries/likely-command.ts'
import { exploreStates, type StateSpace } from './explore-states.ts'

const calendar = createCalendar()
/** 2026-01-05 09:00 in Beijing; time stands still, so that nothing but commands moves a case. */
const AT = Date.UTC(2026, 0, 5, 1)

/** What is known of a case apart from when: cases that agree in it go on alike. */
function keyOf(state: CaseState): string {
  const { status, ending, facts, materials, nodes, chosen, floatingFrom, floatingTo, returns, services, ledger } = state
  return JSON.stringify([
    [status, ending, facts, materials, nodes.join(), chosen.join(), returns, state.supplementCounts],
    state.supplement?.missing,
    floatingFrom.map((from, place) => [from > 0, (floatingTo[place] ?? 0) > 0]),
    services.map(({ service, step }) => [service, step]),
    [ledger.acceptedAt, ledger.decidedAt, ledger.deliveredAt, ledger.extensions.length],
  ])
}

/**
 * Walks through every state that a case of a matter can reach by these commands, each fact answered in each of these ways,
 * and tells from which it cannot be brought to its end in due course: by 办结, not by giving up.
 */
export function exploreCase(
  definition: CaseDefinition,
  kinds: ReadonlySet<CommandKind>,
  answers: readonly FactRecord[],
): StateSpace<CaseState> {
  const context = { at: AT, calendar, policy: { alerts: [], mostReturns: 1 } }
  const submit: Command = { kind: 'submit' }
  const by = { kind: 'applicant', id: 'applicant-1', roles: [] } as const
  const begun = decide(definition, newCase('case-1'), submit, { ...context, by })
  if (begun.refused !== undefined) throw new Error(begun.refused.message)
  return exploreStates(begun.state, {
    keyOf,
    isEnd: ({ status }) => status === 'ended',
    movesOf: (state) =>
      enabled(definition, state, context.policy).flatMap((each) => {
        if (!kinds.has(each.command) || each.waitsFor !== undefined) return []
        const ways = each.facts === undefined ? answers.slice(0, 1) : answers
        return ways.flatMap((facts) => {
          const filling = { definition, state, facts, turn: 6 }
          const command = likelyCommand(each, filling)
          return decide(definition, state, command, { ...context, by: likelyActor(each, filling) }).state ?? []
        })
      }),
  })
}
