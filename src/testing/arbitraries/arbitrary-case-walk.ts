import fc from 'fast-check'
import { type Calendar, createCalendar } from '../../calendar/calendar.ts'
import type { Actor } from '../../engine/actor.ts'
import type { CaseState } from '../../engine/case-state.ts'
import type { Command } from '../../engine/command.ts'
import type { CommandContext } from '../../engine/context.ts'
import { decide } from '../../engine/decide.ts'
import { enabled } from '../../engine/enabled/enabled.ts'
import type { EnabledCommand } from '../../engine/enabled/enabled-command.ts'
import type { CaseEvent } from '../../engine/event.ts'
import type { CaseDefinition } from '../../engine/flow/definition.ts'
import { type NewCase, newCase } from '../../engine/new-case.ts'
import type { FactRecord } from '../../engine/parts.ts'
import { arbitraryActor } from './arbitrary-actor.ts'
import { arbitraryCommand, COMMAND_KINDS } from './arbitrary-command.ts'
import { arbitraryFacts } from './arbitrary-facts.ts'
import type { CaseAttempt, CaseWalk } from './case-walk.ts'
import { type Filling, likelyActor, likelyCommand } from './likely-command.ts'

/** Which walks there are (办件的范围). */
export interface WalkOptions {
  /** Default: the published notices on days off. */
  readonly calendar?: Calendar
  /** The moment of the first command. Unit: ms since 1970. Default: the morning of 5 January 2026 in Beijing. */
  readonly from?: number
  /** Default: 40. */
  readonly mostCommands?: number
}

/** One for all, since it remembers what it has counted. */
const PUBLISHED = createCalendar()

/** 2026-01-05 09:00 in Beijing. */
const FIRST_MOMENT = Date.UTC(2026, 0, 5, 1)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** One turn of a walk: how long it waits, and what is tried: something that fits the moment, or anything. */
interface Turn {
  readonly wait: number
  readonly turn: number
  readonly stray: { readonly command: Command; readonly by: Actor } | undefined
}

/**
 * Any case of a matter with all that was tried on it (任意办件): three commands of four fit the moment, the others are
 * whatever somebody may send; time goes on by minutes or weeks. For tests of the engine, and of programs that follow its
 * events.
 */
export function arbitraryCaseWalk(definition: CaseDefinition, options: WalkOptions = {}): fc.Arbitrary<CaseWalk> {
  const { calendar = PUBLISHED, from = FIRST_MOMENT, mostCommands = 40 } = options
  const command = fc.oneof(
    { weight: 30, arbitrary: arbitraryCommand(definition, { kinds: GOING_ON }) },
    { weight: 1, arbitrary: arbitraryCommand(definition, { kinds: ENDING }) },
  )
  const stray = fc.record({ command, by: arbitraryActor(definition.matter) })
  const maybeStray = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: stray })
  const turns = fc.array(fc.record<Turn>({ wait, turn: fc.nat(), stray: maybeStray }), {
    minLength: 1,
    maxLength: mostCommands,
    size: 'max',
  })
  return fc
    .tuple(arbitraryFacts(definition), turns)
    .map(([facts, drawn]) => walk(definition, Object.fromEntries(facts), drawn, from, calendar))
}

const wait = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }).map((minutes) => minutes * MINUTE) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }).map((days) => days * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 40 }).map((days) => days * DAY) },
)

function walk(
  definition: CaseDefinition,
  facts: FactRecord,
  turns: readonly Turn[],
  from: number,
  calendar: Calendar,
): CaseWalk {
  const attempts: CaseAttempt[] = []
  const events: CaseEvent[] = []
  let state: CaseState | NewCase = newCase('case-1')
  let at = from
  let late = 0
  for (const each of turns) {
    at += each.wait
    const { command, by } = each.stray ?? likely({ definition, state: known(state), facts, turn: each.turn }, state)
    const context: CommandContext = { at, by, calendar }
    const decision = decide(definition, state, command, context)
    const after: CaseState | NewCase = decision.state ?? state
    attempts.push({ before: state, command, context, decision, after })
    events.push(...(decision.events ?? []))
    state = after
    late += 'ending' in after ? 1 : 0
    if (late > MOST_LATE) break
  }
  return told({ definition, attempts, events, state })
}

/** A counterexample is told as what was tried on which steps, not as all that the objects hold. */
function told(one: CaseWalk): CaseWalk {
  const { matter, graph } = one.definition
  const story = () =>
    [
      `${matter.name}（${graph.nodes.map(({ name }) => name).join('、')}）`,
      ...one.attempts.map(({ command, context: { at, by }, decision }) => {
        const outcome = decision.refused?.code ?? decision.events?.map(({ kind }) => kind).join('、')
        return `${new Date(at).toISOString()} ${JSON.stringify(by)} ${JSON.stringify(command)} → ${outcome}`
      }),
    ].join('\n')
  return Object.defineProperty(one, fc.toStringMethod, { value: story })
}

/** As many commands are tried on a case that has ended. */
const MOST_LATE = 6

function known(state: CaseState | NewCase): CaseState | undefined {
  return 'status' in state ? state : undefined
}

/** What ends a case before its time. */
const ENDING = ['refuse', 'withdraw', 'terminate'] as const
const GOING_ON = COMMAND_KINDS.filter((kind) => !ENDING.some((ending) => ending === kind))

/** How much more often than others a command is tried, so that most cases come to their end in due course; others: 2. */
const WEIGHTS: Readonly<Partial<Record<Command['kind'], number>>> = {
  accept: 12,
  completeStep: 12,
  answerService: 12,
  provideFacts: 6,
  endProcedure: 6,
  supplement: 6,
  close: 6,
  refuse: 0.1,
  withdraw: 0.1,
  terminate: 0.1,
  requestService: 0.5,
}
const USUAL = 2

function likely(filling: Filling, state: CaseState | NewCase): { readonly command: Command; readonly by: Actor } {
  const { turn } = filling
  const offered = enabled(filling.definition, state).filter(({ waitsFor }) => waitsFor === undefined)
  const chosen = weighted(offered, turn)
  if (chosen === undefined) return { command: { kind: 'tick' }, by: { kind: 'system', id: 'system', roles: [] } }
  return { command: likelyCommand(chosen, filling), by: likelyActor(chosen, filling) }
}

function weighted(offered: readonly EnabledCommand[], turn: number): EnabledCommand | undefined {
  const weights = offered.map(({ command }) => WEIGHTS[command] ?? USUAL)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = ((turn % GRAIN) / GRAIN) * total
  return offered.find((_, index) => {
    left -= weights[index] ?? 0
    return left < 0
  })
}

/** As finely as a turn chooses. */
const GRAIN = 100_003
