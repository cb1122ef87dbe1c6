import type { Calendar } from '../../src/calendar/calendar.ts'
import type { CaseState } from '../../src/engine/case-state.ts'
import type { CommandKind } from '../../src/engine/command.ts'
import { decide } from '../../src/engine/decide.ts'
import { enabled } from '../../src/engine/enabled/enabled.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import type { FactRecord } from '../../src/engine/parts.ts'
import { likelyActor, likelyCommand } from '../../src/testing/arbitraries/likely-command.ts'

/** What brings a case on, first what others wait for; 不予受理 is for a case that may not be accepted. */
const ONWARDS: readonly CommandKind[] = [
  ...(['answerService', 'supplement', 'endProcedure', 'provideFacts', 'provideMaterials', 'accept'] as const),
  ...(['startProcedure', 'completeStep', 'close', 'refuse'] as const),
]

/** More commands than any case here needs. */
const MOST = 200

/**
 * Brings a case to its end in due course, by people who do what they are asked for and no more: no 撤回, no 终止. Gives the
 * state in which nothing goes on, ended or not.
 */
export function bringToEnd(
  definition: CaseDefinition,
  start: CaseState,
  facts: FactRecord,
  context: { readonly at: number; readonly calendar: Calendar },
): CaseState {
  let state = start
  for (let step = 0; step < MOST && state.status !== 'ended'; step++) {
    const offered = enabled(definition, state).filter(
      (each) => each.waitsFor === undefined && ONWARDS.includes(each.command) && !isIdle(each, definition, state),
    )
    const next = offered
      .toSorted((a, b) => ONWARDS.indexOf(a.command) - ONWARDS.indexOf(b.command))
      .map((each) => {
        const filling = { definition, state, facts, turn: 6 }
        const by = likelyActor(each, filling)
        return decide(definition, state, likelyCommand(each, filling), { ...context, by }).state
      })
      .find((after) => after !== undefined)
    if (next === undefined) return state
    state = next
  }
  return state
}

/** Documents that are all there need not come again, and a 特别程序 beside the flow need not begin. */
function isIdle(
  { command, materials, procedure }: ReturnType<typeof enabled>[number],
  { floatingOf }: CaseDefinition,
  { supplement }: CaseState,
): boolean {
  if (command === 'provideMaterials') return materials === undefined || supplement !== undefined
  return command === 'startProcedure' && procedure !== undefined && floatingOf.has(procedure)
}
