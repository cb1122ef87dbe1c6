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

/** A case that somebody walks through by hand (走一遍办件): its history, the clock, and whom the walker plays. */
export interface WalkSession {
  readonly definition: CaseDefinition
  readonly calendar: Calendar
  readonly at: Instant
  /** Whom the walker plays; undefined for whoever may do it. */
  readonly actor: Actor | undefined
  /** Everything that has happened, in order. */
  readonly events: readonly CaseEvent[]
  readonly state: CaseState | NewCase
  /** The walk before the last line that changed it, so that this can be taken back; absent at the beginning. */
  readonly before?: { readonly line: string; readonly session: WalkSession }
}

/** The one case of a walk. */
const CASE_ID = 'walk-1'
export const APPLICANT: Actor = { kind: 'applicant', id: 'applicant-1', roles: [] }

/** Begins a walk at a moment. */
export function startWalk(definition: CaseDefinition, calendar: Calendar, at: Instant): WalkSession {
  return { definition, calendar, at, actor: undefined, events: [], state: newCase(CASE_ID) }
}

/** Gives a command as somebody; a refusal leaves the walk as it is. */
export function give(
  session: WalkSession,
  command: Command,
  by: Actor,
): { readonly session: WalkSession; readonly events: readonly CaseEvent[] } | { readonly refused: Refusal } {
  const { definition, calendar, at, state } = session
  const decision = decide(definition, state, command, { at, by, calendar })
  if (decision.refused !== undefined) return { refused: decision.refused }
  const { events } = decision
  return { session: { ...session, state: decision.state, events: [...session.events, ...events] }, events }
}
