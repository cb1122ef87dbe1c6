import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/engine/actor.ts'
import type { CaseState } from '../../src/engine/case-state.ts'
import type { Command } from '../../src/engine/command.ts'
import { decide } from '../../src/engine/decide.ts'
import { enabled } from '../../src/engine/enabled/enabled.ts'
import type { EnabledCommand } from '../../src/engine/enabled/enabled-command.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import type { NewCase } from '../../src/engine/new-case.ts'
import { arbitraryCaseWalk } from '../../src/testing/arbitraries/arbitrary-case-walk.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import type { CaseAttempt } from '../../src/testing/arbitraries/case-walk.ts'
import { likelyActor, likelyCommand } from '../../src/testing/arbitraries/likely-command.ts'
import { arbitraryCaseMatter } from '../support/arbitrary-case-matter.ts'

const SYSTEM: Actor = { kind: 'system', id: 'system', roles: [] }

const walks = arbitraryCaseMatter.chain((definition) =>
  fc.tuple(
    arbitraryCaseWalk(definition),
    arbitraryFacts(definition).map((facts) => Object.fromEntries(facts)),
  ),
)

/** The case as it stands at the moment of a command: what has fallen due by then has happened. */
function caughtUp(definition: CaseDefinition, { before, context }: CaseAttempt): CaseState | NewCase {
  return decide(definition, before, { kind: 'tick' }, { ...context, by: SYSTEM }).state ?? before
}

function offers(each: EnabledCommand, command: Command, by: Actor, organs = each.organs): boolean {
  const about = (key: 'step' | 'procedure' | 'name' | 'request') => {
    const asked: unknown = Reflect.get(command, key)
    return asked === undefined || each[key] === asked
  }
  return (
    each.command === command.kind &&
    each.who === by.kind &&
    (each.role === undefined || by.roles.includes(each.role)) &&
    (organs === undefined || by.organ === undefined || organs.includes(by.organ)) &&
    about('step') &&
    about('procedure') &&
    about('name') &&
    about('request')
  )
}

describe('what is enabled is just what is taken', () => {
  test('a command that was taken was offered, to somebody like its actor, and waited for nothing', () => {
    fc.assert(
      fc.property(walks, ([{ definition, attempts }]) => {
        for (const attempt of attempts) {
          const { command, context, decision } = attempt
          const state = caughtUp(definition, attempt)
          if (decision.refused !== undefined || command.kind === 'tick' || saysAgain(command, state)) continue
          const offered = enabled(definition, state).filter((each) => offers(each, command, context.by))
          expect(offered, JSON.stringify(command)).not.toEqual([])
          if (command.kind !== 'accept') {
            expect(offered.some(({ waitsFor }) => waitsFor === undefined)).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what is offered is taken, from whom it is offered to, as soon as it waits for nothing', () => {
    fc.assert(
      fc.property(walks, ([{ definition, attempts }, facts]) => {
        for (const attempt of attempts.filter((_, index) => index % 3 === 0)) {
          const state = caughtUp(definition, attempt)
          const at = 'lastAt' in state ? Math.max(state.lastAt, attempt.context.at) : attempt.context.at
          for (const each of enabled(definition, state)) {
            const filling = { definition, state: 'lastAt' in state ? state : undefined, facts, turn: 6 }
            const command = likelyCommand(each, filling)
            const by = anyOrganWhereAny(likelyActor(each, filling), each)
            const { refused } = decide(definition, state, command, { ...attempt.context, at, by })
            if (isForTheMoment(each, refused?.code)) continue
            if (each.waitsFor !== undefined) expect(refused?.code, JSON.stringify(command)).toMatch(WAITING)
            else expect(refused, JSON.stringify(command)).toBeUndefined()
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** Nobody is asked for an answer that is there, but may give it again. */
function saysAgain(command: Command, state: CaseState | NewCase): boolean {
  return (
    command.kind === 'provideFacts' &&
    'facts' in state &&
    Object.keys(command.facts).every((name) => Object.hasOwn(state.facts, name))
  )
}

/** Where no organ is named, that of a third place will do as well. */
function anyOrganWhereAny(by: Actor, { who, organs }: EnabledCommand): Actor {
  return who === 'staff' && organs === undefined ? { ...by, organ: '丙市政务大厅' } : by
}

const WAITING = /^(?:missing-fact|missing-material|service-pending|work-left)$/

/** What depends on the moment, or on what comes with the command, cannot be told before. */
function isForTheMoment({ command, facts }: EnabledCommand, code: string | undefined): boolean {
  return (
    (command === 'accept' && facts !== undefined && code === 'missing-material') ||
    (command === 'extend' && code === 'limit-passed') ||
    (command === 'requestService' && code === 'service-pending') ||
    (command === 'accept' && code === 'condition-not-met')
  )
}
