import type { Calendar } from '../../calendar/calendar.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { Actor } from '../../engine/actor.ts'
import type { CaseState } from '../../engine/case-state.ts'
import type { Command } from '../../engine/command.ts'
import { decide } from '../../engine/decide.ts'
import type { CaseEvent } from '../../engine/event.ts'
import type { CaseDefinition } from '../../engine/flow/definition.ts'
import { type NewCase, newCase } from '../../engine/new-case.ts'
import type { Refusal } from '../../engine/refusal.ts'
import { replay } from '../../engine/replay.ts'

/** A case that somebody walks through by hand (走一遍办件): its history, the clock, and whom the walker plays. */
export interface WalkSession {
  readonly definition: CaseDefinition
  readonly calendar: Calendar
  readonly at: Instant
  /** Whom the walker plays; undefined for whoever may do it. */
  readonly actor: Actor | undefined
  /** What each command brought, and when it was given, so that the last can be undone. */
  readonly taken: readonly { readonly at: Instant; readonly events: readonly CaseEvent[] }[]
  readonly state: CaseState | NewCase
}

/** The one case of a walk. */
const CASE_ID = 'walk-1'
export const APPLICANT: Actor = { kind: 'applicant', id: 'applicant-1', roles: [] }

/** Begins a walk at a moment. */
export function startWalk(definition: CaseDefinition, calendar: Calendar, at: Instant): WalkSession {
  return { definition, calendar, at, actor: undefined, taken: [], state: newCase(CASE_ID) }
}

/** Everything that has happened, in order. */
export function eventsOf({ taken }: WalkSession): readonly CaseEvent[] {
  return taken.flatMap(({ events }) => events)
}

/** Gives a command as somebody; a refusal leaves the walk as it is. */
export function give(
  session: WalkSession,
  command: Command,
  by: Actor,
): { readonly session: WalkSession; readonly events: readonly CaseEvent[] } | { readonly refused: Refusal } {
  const { definition, calendar, at, state, taken } = session
  const decision = decide(definition, state, command, { at, by, calendar })
  if (decision.refused !== undefined) return { refused: decision.refused }
  const { events } = decision
  return { session: { ...session, state: decision.state, taken: [...taken, { at, events }] }, events }
}

/** Takes the last command back, by replaying all before it; undefined when there is none. */
export function undo(session: WalkSession): WalkSession | undefined {
  const last = session.taken.at(-1)
  if (last === undefined) return undefined
  const taken = session.taken.slice(0, -1)
  const events = taken.flatMap((each) => each.events)
  const state = events.length === 0 ? newCase(CASE_ID) : replay(CASE_ID, events)
  return { ...session, taken, state, at: taken.at(-1)?.at ?? last.at }
}
