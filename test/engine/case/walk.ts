import { expect } from 'vitest'
import { keysOf } from '../../../src/base/keys-of.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { type Instant, parseInstant } from '../../../src/calendar/instant.ts'
import { compile } from '../../../src/compile/compile.ts'
import type { Actor } from '../../../src/engine/actor.ts'
import { type CaseState, NODE } from '../../../src/engine/case-state.ts'
import type { Command } from '../../../src/engine/command.ts'
import type { Policy } from '../../../src/engine/context.ts'
import { decide } from '../../../src/engine/decide.ts'
import { type CaseEvent, caseEventSchema, type EventKind, type EventOf } from '../../../src/engine/event.ts'
import { type CaseDefinition, prepareDefinition } from '../../../src/engine/flow/definition.ts'
import type { DefinitionSource } from '../../../src/engine/flow/print-definition.ts'
import { type NewCase, newCase } from '../../../src/engine/new-case.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import { readFacts } from '../../../src/engine/read-facts.ts'
import type { Refusal } from '../../../src/engine/refusal.ts'
import { replay } from '../../../src/engine/replay.ts'
import type { PlainFact } from '../../../src/graph/read-plain-fact.ts'

/** One matter in `.zw`, made ready for cases. */
export function defineMatter(text: string, name?: string): CaseDefinition {
  const { matters, diagnostics } = compile([{ uri: 'matter.zw', text }])
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  expect(errors).toEqual([])
  return prepare(name === undefined ? [...matters.values()][0] : matters.get(name))
}

/** A compiled matter, made ready for cases. */
export function prepare(compiled: DefinitionSource | undefined): CaseDefinition {
  const prepared = compiled && prepareDefinition(compiled)
  if (prepared?.ok === true) return prepared.value
  throw new Error(prepared?.error.message ?? 'no matter')
}

/** Beijing time, `2025-03-03 09:00`. */
export function moment(text: string): Instant {
  const parsed = parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

export function factsOf(definition: CaseDefinition, plain: Readonly<Record<string, PlainFact>>): FactRecord {
  const read = readFacts(definition, plain)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

export const APPLICANT: Actor = { kind: 'applicant', id: 'applicant-1', roles: [] }
export const SYSTEM: Actor = { kind: 'system', id: 'system', roles: [] }
export function staff(...roles: readonly string[]): Actor {
  return { kind: 'staff', id: 'staff-1', roles }
}

/** A case that a test walks through: time and people as they come. */
export interface Walk {
  readonly definition: CaseDefinition
  readonly events: readonly CaseEvent[]
  /** Throws before the case is submitted. */
  readonly state: CaseState
  /** Sets the clock. */
  readonly at: (time: string) => Walk
  /** Says who acts from here on. */
  readonly as: (actor: Actor) => Walk
  /** Does a command that must be accepted; gives the events of it. */
  readonly do: (command: Command) => readonly CaseEvent[]
  /** Tries a command that must be refused and leave no trace. */
  readonly refuses: (command: Command) => Refusal
  /** Names of the steps and procedures that are ready or under way. */
  readonly open: () => readonly string[]
  readonly standing: (name: string) => keyof typeof NODE | undefined
  readonly last: <K extends EventKind>(kind: K) => EventOf<K> | undefined
}

const calendar = createCalendar()

/** What a walk may begin with. */
interface WalkOptions {
  readonly policy?: Policy
  /** A case that is under way. */
  readonly begun?: CaseState
}

/** Nobody asks to be told of clocks. */
export const QUIET: Policy = { alerts: [], mostReturns: 3 }

export function walk(definition: CaseDefinition, { policy = QUIET, begun }: WalkOptions = {}): Walk {
  let state: CaseState | NewCase = begun ?? newCase('case-1')
  let now = moment('2025-03-03 09:00')
  let by = APPLICANT
  const events: CaseEvent[] = []
  const decideNow = (command: Command) => decide(definition, state, command, { at: now, by, calendar, policy })
  const submitted = (): CaseState => {
    if (!('status' in state)) throw new Error('not submitted')
    return state
  }
  const walking: Walk = {
    definition,
    events,
    get state() {
      return submitted()
    },
    at: (time) => {
      now = moment(time)
      return walking
    },
    as: (actor) => {
      by = actor
      return walking
    },
    do: (command) => {
      const decision = decideNow(command)
      if (decision.refused !== undefined) throw new Error(`${decision.refused.code}: ${decision.refused.message}`)
      events.push(...decision.events)
      state = decision.state
      // Whatever the engine writes can be read back and leads to the same state.
      for (const event of decision.events) expect(caseEventSchema.parse(event)).toEqual(event)
      expect(replay('case-1', JSON.parse(JSON.stringify(events)))).toEqual(state)
      expect(decision.events.length).toBeGreaterThan(0)
      return decision.events
    },
    refuses: (command) => {
      const before = structuredClone(state)
      const decision = decideNow(command)
      if (decision.refused === undefined) throw new Error(`accepted: ${decision.events.map(({ kind }) => kind).join()}`)
      expect(state).toEqual(before)
      expect(Object.keys(decision)).toEqual(['refused'])
      return decision.refused
    },
    open: () =>
      definition.nodes.flatMap(({ name }, id) => {
        const standing = submitted().nodes[id]
        return standing === NODE.ready || standing === NODE.running ? [name] : []
      }),
    standing: (name) => {
      const id = definition.nodeOf.get(name) ?? -1
      return keysOf(NODE).find((each) => NODE[each] === submitted().nodes[id])
    },
    last: (kind) => events.findLast((event): event is EventOf<typeof kind> => event.kind === kind),
  }
  return walking
}
