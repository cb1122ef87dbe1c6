import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandKind } from '../../src/engine/command.ts'
import { decide } from '../../src/engine/decide.ts'
import { caseEventSchema } from '../../src/engine/event.ts'
import { evolve } from '../../src/engine/evolve.ts'
import { isFlowResolved } from '../../src/engine/flow/advance.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import { printDefinition } from '../../src/engine/flow/print-definition.ts'
import { readDefinition } from '../../src/engine/flow/read-definition.ts'
import { newCase } from '../../src/engine/new-case.ts'
import { REFUSALS } from '../../src/engine/refusals.ts'
import { replay } from '../../src/engine/replay.ts'
import { arbitraryCaseWalk } from '../../src/testing/arbitraries/arbitrary-case-walk.ts'
import { COMMAND_KINDS } from '../../src/testing/arbitraries/arbitrary-command.ts'
import type { CaseWalk } from '../../src/testing/arbitraries/case-walk.ts'
import { arbitraryCaseMatter } from '../support/arbitrary-case-matter.ts'
import { assertPermitted } from '../support/assert-permitted.ts'
import { deepFreeze } from '../support/deep-freeze.ts'

/** The rules of the engine that hold at every command (design of the engine, section 3), by their numbers. */
const RULES: Readonly<Record<string, (walk: CaseWalk, readBack: CaseDefinition) => void>> = {
  '1: a refused command changes nothing, an accepted one yields events': ({ attempts }) => {
    for (const { before, decision, after } of attempts) {
      if (decision.refused === undefined) assert.ok(decision.events.length > 0)
      else {
        assert.equal(after, before)
        assert.ok(Object.hasOwn(REFUSALS, decision.refused.code) && decision.refused.message !== '')
      }
    }
  },

  '2: the events alone give every state, also through JSON': ({ attempts, events, state }) => {
    let told: CaseWalk['state'] = newCase('case-1')
    for (const { decision, after } of attempts) {
      for (const event of decision.events ?? []) {
        told = evolve(told, caseEventSchema.parse(JSON.parse(JSON.stringify(event))))
      }
      assert.deepEqual(told, after)
    }
    if (events.length > 0) assert.deepEqual(replay('case-1', events), state)
    assert.deepEqual(JSON.parse(JSON.stringify(state)), state)
    assert.ok(events.every(({ seq }, index) => seq === index + 1))
  },

  '3: everybody acts on what is theirs only': ({ definition, attempts }) => {
    for (const attempt of attempts) assertPermitted(definition, attempt)
  },

  '4: what has ended stays as it ended': ({ attempts }) => {
    for (const { before, command, decision, after } of attempts) {
      if (!('ending' in after)) continue
      assert.ok(isFlowResolved(after.nodes))
      if (!('ending' in before) || decision.refused !== undefined) continue
      assert.ok(command.kind === 'deliver' || command.kind === 'rate' || command.kind === 'tick')
      const { version, lastAt, ledger, ratings, alerts } = after
      assert.deepEqual(after, { ...before, version, lastAt, ledger, ratings, alerts })
      assert.deepEqual({ ...ledger, deliveredAt: 0 }, { ...before.ledger, deliveredAt: 0 })
      assert.ok(decision.events.every(({ kind }) => AFTER_THE_END.has(kind)))
    }
  },

  '8: the same commands in the same order give the same bytes, on a definition read back too': (walk, readBack) => {
    let state: CaseWalk['state'] = newCase('case-1')
    const again = walk.attempts.flatMap(({ command, context: { calendar, ...context } }) => {
      const frozen = { ...deepFreeze(context), calendar }
      const decision = decide(readBack, deepFreeze(state), deepFreeze(command), frozen)
      state = decision.state ?? state
      return decision.events ?? []
    })
    assert.equal(JSON.stringify(again), JSON.stringify(walk.events))
  },
}

const AFTER_THE_END: ReadonlySet<string> = new Set(['delivered', 'rated', 'alerted'])

const walks = arbitraryCaseMatter.chain((definition) =>
  fc.tuple(
    fc.constant(definition),
    fc.array(arbitraryCaseWalk(definition), { minLength: 1, maxLength: 7, size: 'max' }),
  ),
)

describe('whatever anybody tries, in whatever order, on whatever matter', () => {
  test('the rules of the engine hold', () => {
    let commands = 0
    const taken = new Set<CommandKind>()
    const refused = new Set<CommandKind>()
    fc.assert(
      fc.property(walks, ([definition, cases]) => {
        const readBack = readDefinition(printDefinition(definition))
        if (!readBack.ok) throw new Error(readBack.error.message)
        for (const walk of cases) {
          for (const [rule, holds] of Object.entries(RULES)) {
            try {
              holds(walk, readBack.value)
            } catch (error) {
              throw new Error(`rule ${rule}`, { cause: error })
            }
          }
          commands += walk.attempts.length
          for (const { command, decision } of walk.attempts) {
            ;(decision.refused === undefined ? taken : refused).add(command.kind)
          }
        }
      }),
      { numRuns: 1_700 },
    )
    // The rules were held against a hundred thousand commands, of every kind, as they should be and as they should not.
    expect(commands).toBeGreaterThan(100_000)
    expect([...taken].sort()).toEqual([...COMMAND_KINDS].sort())
    expect([...refused].sort()).toEqual([...COMMAND_KINDS].sort())
  }, 300_000)
})
