import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, parseRational, printRational, ZERO } from '../../../src/base/rational.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import type { Actor } from '../../../src/engine/actor.ts'
import type { CaseState } from '../../../src/engine/case-state.ts'
import { dueActions, nextWake } from '../../../src/engine/clocks/due-actions.ts'
import { readClocks } from '../../../src/engine/clocks/read-clocks.ts'
import type { Command } from '../../../src/engine/command.ts'
import { DEFAULT_POLICY, type Policy } from '../../../src/engine/context.ts'
import { decide } from '../../../src/engine/decide.ts'
import type { CaseEvent } from '../../../src/engine/event.ts'
import { newCase } from '../../../src/engine/new-case.ts'
import { APPLICANT, moment, QUIET, SYSTEM } from '../case/walk.ts'
import { amountOf, OFFICE, WATER_PERMIT } from './water-permit.ts'

const calendar = createCalendar()
const HOUR = 3_600_000

interface Act {
  readonly by: Actor
  readonly command: Command
}

const byOffice = (command: Command): Act => ({ by: OFFICE, command })
const byApplicant = (command: Command): Act => ({ by: APPLICANT, command })

const REPORT = [{ name: '水资源论证报告' }]
const SUBMIT: Command = { kind: 'submit', materials: [{ name: '取水许可申请书' }] }

const act = fc.constantFrom<Act>(
  byOffice({ kind: 'requestSupplement', name: '一次性告知补正', missing: ['取水许可申请书'] }),
  byOffice({ kind: 'requestSupplement', name: '论证报告修改', missing: ['水资源论证报告'] }),
  byApplicant({ kind: 'supplement', materials: [{ name: '取水许可申请书' }, ...REPORT] }),
  byOffice({ kind: 'accept' }),
  byOffice({ kind: 'completeStep', step: '技术审查' }),
  byOffice({ kind: 'startProcedure', procedure: '专家评审' }),
  byOffice({ kind: 'endProcedure', procedure: '专家评审' }),
  byOffice({ kind: 'extend', name: '延长办理期限', reason: '情况复杂' }),
  byOffice({ kind: 'extend', name: '重大项目延长', reason: '重大项目' }),
  byOffice({ kind: 'completeStep', step: '决定' }),
  byOffice({ kind: 'returnTo', step: '技术审查', reason: '数据有误' }),
  byOffice({ kind: 'completeStep', step: '制证送达' }),
  byApplicant({ kind: 'provideFacts', facts: amountOf('1000000') }),
  byApplicant({ kind: 'provideMaterials', materials: REPORT }),
)

/** What happens so many hours after what happened before it. */
const script = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), act), { maxLength: 14 })

interface Moment extends Act {
  readonly at: number
}

/** The events that a course of commands leads to, refused ones left out; with the states on the way. */
function run(moments: readonly Moment[], policy: Policy): { events: CaseEvent[]; states: CaseState[] } {
  const start = decide(WATER_PERMIT, newCase('case-1'), SUBMIT, {
    at: moment('2026-09-24 10:00'),
    by: APPLICANT,
    calendar,
    policy,
  })
  if (start.refused !== undefined) throw new Error(start.refused.message)
  const events = [...start.events]
  const states = [start.state]
  for (const { at, by, command } of moments) {
    const state = states.at(-1) ?? start.state
    const decision = decide(WATER_PERMIT, state, command, { at, by, calendar, policy })
    if (decision.refused !== undefined) continue
    events.push(...decision.events)
    states.push(decision.state)
  }
  return { events, states }
}

function momentsOf(steps: readonly (readonly [number, Act])[]): readonly Moment[] {
  let at = moment('2026-09-24 10:00')
  return steps.map(([hours, { by, command }]) => {
    at += hours * HOUR
    return { at, by, command }
  })
}

const END = moment('2026-12-25 10:00')
const tickAt = (at: number): Moment => ({ at, by: SYSTEM, command: { kind: 'tick' } })
const policies = fc.constantFrom<Policy>(DEFAULT_POLICY, QUIET)

test('a late tick gives what timely ones would have given, event by event', () => {
  fc.assert(
    fc.property(
      script,
      fc.array(fc.integer({ min: 0, max: 92 * 24 }), { maxLength: 30 }),
      policies,
      (steps, ticks, policy) => {
        const commands = momentsOf(steps).filter(({ at }) => at < END)
        const timely = ticks.map((hours) => tickAt(moment('2026-09-24 10:00') + hours * HOUR))
        const both = [...commands, ...timely].sort((a, b) => a.at - b.at)
        expect(run([...both, tickAt(END)], policy).events).toEqual(run([...commands, tickAt(END)], policy).events)
      },
    ),
    { numRuns: 1_500 },
  )
})

test('whoever wakes a case exactly when it asks for it gets the same as whoever never does', () => {
  fc.assert(
    fc.property(script, policies, (steps, policy) => {
      const commands = momentsOf(steps).filter(({ at }) => at < END)
      const woken: Moment[] = []
      for (const command of [...commands, tickAt(END)]) {
        for (;;) {
          const state = run(woken, policy).states.at(-1)
          const at = state && nextWake(WATER_PERMIT, state, calendar, policy)
          if (at === undefined || at >= command.at) break
          expect(at).toBeGreaterThanOrEqual(state?.lastAt ?? at)
          expect(woken.length).toBeLessThan(200)
          woken.push(tickAt(at))
        }
        woken.push(command)
      }
      expect(run(woken, policy).events).toEqual(run([...commands, tickAt(END)], policy).events)
    }),
    { numRuns: 150 },
  )
})

test('in every state used and left are the limit with its extensions, and what is next is not in the past', () => {
  fc.assert(
    fc.property(script, fc.integer({ min: 0, max: 2_000 }), (steps, hours) => {
      for (const state of run(momentsOf(steps), DEFAULT_POLICY).states) {
        for (const { used, left, total, noDue } of readClocks(
          WATER_PERMIT,
          state,
          calendar,
          state.lastAt + hours * HOUR,
        )) {
          const sum = [used, left].map((part) => parseRational(part?.amount ?? '') ?? ZERO)
          expect(printRational(sum.reduce(add))).toBe(total?.amount ?? '0')
          expect(noDue?.code ?? 'still-paused').toBe('still-paused')
        }
        const next = dueActions(WATER_PERMIT, state, calendar)
        if (next !== undefined) expect(next.moment).toBeGreaterThanOrEqual(state.lastAt)
      }
    }),
    { numRuns: 500 },
  )
})
