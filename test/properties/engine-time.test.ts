import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, parseRational, type Rational, rational } from '../../src/base/rational.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import type { Actor } from '../../src/engine/actor.ts'
import type { CaseState } from '../../src/engine/case-state.ts'
import type { ClockAmount, ClockReading } from '../../src/engine/clocks/clock-reading.ts'
import { readClocks } from '../../src/engine/clocks/read-clocks.ts'
import { decide } from '../../src/engine/decide.ts'
import type { CaseEvent } from '../../src/engine/event.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import { arbitraryCaseWalk } from '../../src/testing/arbitraries/arbitrary-case-walk.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import type { CaseWalk } from '../../src/testing/arbitraries/case-walk.ts'
import { arbitraryCaseMatter } from '../support/arbitrary-case-matter.ts'
import { bringToEnd } from '../support/bring-to-end.ts'

const calendar = createCalendar()
const SYSTEM: Actor = { kind: 'system', id: 'system', roles: [] }
const DAY = 24 * 3_600_000

const walks = arbitraryCaseMatter.chain((definition) =>
  fc.tuple(
    fc.array(arbitraryCaseWalk(definition, { calendar }), { minLength: 1, maxLength: 4, size: 'max' }),
    arbitraryFacts(definition).map((facts) => Object.fromEntries(facts)),
  ),
)

/** The states that a walk came to, once each, without those before the case began. */
function statesOf({ attempts }: CaseWalk): readonly CaseState[] {
  return attempts.flatMap(({ decision }) => decision.state ?? [])
}

describe('rule 5', () => {
  test('wherever people and time have brought a case, it can be brought to its end in due course', () => {
    fc.assert(
      fc.property(walks, ([cases, facts]) => {
        for (const { definition, state } of cases) {
          if (!('status' in state)) continue
          const end = bringToEnd(definition, state, facts, { at: state.lastAt, calendar })
          assert.equal(end.status, 'ended')
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('rule 6', () => {
  test('used and left are together the limit and its extensions, to the last fraction', () => {
    let read = 0
    fc.assert(
      fc.property(walks, fc.array(fc.nat({ max: 90 * 24 }), { minLength: 1, maxLength: 3 }), ([cases], hours) => {
        for (const { definition, state } of cases) {
          if (!('status' in state)) continue
          for (const hour of hours) {
            for (const clock of readClocks(definition, state, calendar, state.lastAt + hour * 3_600_000)) {
              if (clock.used === undefined || clock.left === undefined || clock.total === undefined) continue
              read++
              assert.deepEqual(add(amountOf(clock.used), amountOf(clock.left)), amountOf(clock.total))
              assert.equal(clock.used.unit, clock.total.unit)
              const stated = statedBy(clock)
              if (stated !== undefined) assert.deepEqual(amountOf(clock.total), stated)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(read).toBeGreaterThan(1_000)
  })

  test('while the law lets the main clocks stand still, they do not go on, however long it takes', () => {
    let stood = 0
    fc.assert(
      fc.property(walks, fc.integer({ min: 1, max: 60 }), ([cases], days) => {
        for (const walk of cases) {
          for (const state of statesOf(walk)) {
            const since = pausedSince(state)
            if (since === undefined) continue
            const used = (at: number) => usedOf(walk.definition, state, at)
            // The day on which a pause begins still counts (the day of the event is left out of no count but its own).
            const now = endOfDay(Math.max(since, state.lastAt))
            assert.deepEqual(used(now + days * DAY), used(now))
            stood++
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(stood).toBeGreaterThan(100)
  })
})

describe('rule 7', () => {
  test('a tick finds nothing more to do once it has done what was due', () => {
    fc.assert(
      fc.property(walks, fc.nat({ max: 120 }), ([cases], days) => {
        for (const { definition, state } of cases) {
          if (!('status' in state)) continue
          const at = state.lastAt + days * DAY
          const first = decide(definition, state, { kind: 'tick' }, { at, by: SYSTEM, calendar })
          const again = decide(definition, first.state ?? state, { kind: 'tick' }, { at, by: SYSTEM, calendar })
          assert.equal(again.refused?.code, 'nothing-due')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('late ticks give what timely ones would have given, byte for byte, and so do commands that come late', () => {
    let happened = 0
    fc.assert(
      fc.property(
        walks,
        fc.array(fc.nat({ max: 200 * 24 * 60 }), { maxLength: 12, size: 'max' }),
        ([cases], minutes) => {
          const moments = [...minutes].sort((a, b) => a - b).map((minute) => minute * 60_000)
          for (const { definition, state } of cases) {
            if (!('status' in state)) continue
            const last = state.lastAt + 200 * DAY
            const late = ticked(definition, state, [last])
            const timely = ticked(definition, state, [...moments.map((moment) => state.lastAt + moment), last])
            assert.equal(JSON.stringify(timely.events), JSON.stringify(late.events))
            assert.deepEqual(timely.state, late.state)
            happened += late.events.length
            const command = { kind: 'terminate', reason: '不再办理' } as const
            const context = { at: last, by: { kind: 'staff', id: 'staff-1', roles: ROLES } as const, calendar }
            const [atOnce, after] = [state, late.state].map((from) => decide(definition, from, command, context))
            assert.equal(atOnce?.refused?.code, after?.refused?.code)
            if (atOnce?.events === undefined) continue
            assert.equal(JSON.stringify(atOnce.events), JSON.stringify([...late.events, ...(after?.events ?? [])]))
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(happened).toBeGreaterThan(1_000)
  })
})

const ROLES = ['受理岗', '审查岗', '决定岗']

function ticked(definition: CaseDefinition, start: CaseState, moments: readonly number[]) {
  const events: CaseEvent[] = []
  let state = start
  for (const at of moments) {
    const decision = decide(definition, state, { kind: 'tick' }, { at, by: SYSTEM, calendar })
    events.push(...(decision.events ?? []))
    state = decision.state ?? state
  }
  return { events, state }
}

function amountOf({ amount }: ClockAmount): Rational {
  return parseRational(amount) ?? rational(-1)
}

/** The limit with its extensions, where one unit says them all. */
function statedBy({ limit, extensions, total }: ClockReading): Rational | undefined {
  let sum: Rational | undefined
  for (const part of [limit, ...extensions.map(({ extendBy }) => extendBy)]) {
    if (part === undefined || !('amount' in part) || part.unit !== total?.unit) return undefined
    sum = add(sum ?? rational(0), parseRational(part.amount) ?? rational(0))
  }
  return extensions.some(({ extendTo }) => extendTo !== undefined) ? undefined : sum
}

/** When the main clocks were stopped, if they stand still. */
function pausedSince({ ledger, status }: CaseState): number | undefined {
  const open = status === 'ended' ? [] : ledger.pauses.filter(({ to }) => to === undefined)
  return open.length === 0 ? undefined : Math.max(...open.map(({ from }) => from))
}

function usedOf(definition: CaseDefinition, state: CaseState, at: number) {
  return readClocks(definition, state, calendar, at)
    .filter(({ kind }) => kind === 'statutory' || kind === 'promised')
    .map(({ id, used }) => [id, used])
}

/** The last moment of a day in Beijing. */
function endOfDay(at: number): number {
  const offset = 8 * 3_600_000
  return Math.floor((at + offset) / DAY) * DAY + DAY - 1 - offset
}
