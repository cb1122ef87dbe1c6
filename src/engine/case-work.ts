import type { Instant } from '../calendar/instant.ts'
import type { Actor } from './actor.ts'
import type { CaseState } from './case-state.ts'
import type { CommandContext } from './context.ts'
import type { CaseEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { NewCase } from './new-case.ts'

/** What is to happen (待记的事件): an event without what every event carries. */
export type Happening = WithoutEnvelope<CaseEvent>
type WithoutEnvelope<E> = E extends CaseEvent ? Omit<E, 'v' | 'seq' | 'at' | 'by'> : never

/**
 * One command at work (办理中的命令): the events by now, and the state that they lead to. Dropped as it is when the command
 * is refused.
 */
export interface CaseWork {
  readonly definition: CaseDefinition
  readonly context: CommandContext
  readonly events: CaseEvent[]
  state: CaseState
}

/** Where an event comes from (事件的来由): its moment, and who did it. */
export interface EventSource {
  readonly at: Instant
  readonly by: Actor
}

/** Who acts by law or by clock, not by will (系统). */
export const SYSTEM: Actor = { kind: 'system', id: 'system', roles: [] }

/** The event that follows a state; by the actor of the command and at its moment, unless told otherwise. */
export function nextEvent(state: CaseState | NewCase, happening: Happening, { at, by }: EventSource): CaseEvent {
  return { ...happening, v: 1, seq: state.version + 1, at, by }
}

/** Lets something happen to the case (记一个事件). */
export function emit(work: CaseWork, happening: Happening, source: EventSource = work.context): void {
  const event = nextEvent(work.state, happening, source)
  work.events.push(event)
  work.state = evolve(work.state, event)
}
