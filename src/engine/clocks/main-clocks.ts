import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { civilDayAt, type Instant, startOfDay } from '../../calendar/instant.ts'
import { findProfile } from '../../calendar/profiles.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { type CaseState, type ClockLedger, NODE } from '../case-state.ts'
import { chooseLimit } from './choose-limit.ts'
import { type Clock, PLAIN_CLOCK } from './clock.ts'
import type { ClockSource } from './clock-source.ts'

/**
 * 法定时限 until the decision, 承诺时限 until the result is issued. Of several lines those count that were in force on the
 * day of acceptance. An extension lengthens both; a restart begins both anew.
 */
export function mainClocks(source: ClockSource, clocks: Clock[]): void {
  const { definition, state } = source
  const { ledger } = state
  addMain('statutory', definition.matter.statutoryLimits, ledger.decidedAt ?? ledger.endedAt, source, clocks)
  addMain('promised', definition.matter.promisedLimits, issuedAt(source), source, clocks)
}

function addMain(
  kind: 'statutory' | 'promised',
  limits: readonly TimeLimit[],
  reached: Instant | undefined,
  { definition, state, profile, all }: ClockSource,
  clocks: Clock[],
): void {
  if (limits.length === 0) return
  const { ledger } = state
  const inForce = inForceOn(limits, ledger.acceptedOn ?? printCivilDate(civilDayAt(ledger.receivedAt)))
  const chosen = chooseLimit(inForce, definition, state)
  const begun = chosen && startOf(chosen.line?.startsAt, ledger)
  if (begun === undefined) return
  const { line, neededFacts } = chosen ?? { neededFacts: [] }
  // What begins with the decision is time for delivering its result.
  const stop = line?.startsAt === 'dayAfterDecision' ? (ledger.deliveredAt ?? ledger.endedAt) : reached
  if (!all && stop !== undefined) return
  const restart = ledger.restartedAt !== undefined && ledger.restartedAt >= begun ? ledger.restartedAt : undefined
  const own = line?.profile === undefined ? undefined : findProfile(line.profile)
  clocks.push({
    ...PLAIN_CLOCK,
    kind,
    limit: line?.limit,
    neededFacts,
    profile: own ?? profile,
    start: restart ?? begun,
    restarted: restart !== undefined,
    stop,
    pauses: ledger.pauses,
    extensions: ledger.extensions,
    origin: line?.origin,
  })
}

/** The lines of each matter on the day that was asked for last, since cases come day by day. */
const inForceLast = new WeakMap<readonly TimeLimit[], { readonly day: string; readonly lines: readonly TimeLimit[] }>()

function inForceOn(limits: readonly TimeLimit[], day: string): readonly TimeLimit[] {
  const last = inForceLast.get(limits)
  if (last?.day === day) return last.lines
  const lines = limitsInForce(limits, day)
  inForceLast.set(limits, { day, lines })
  return lines
}

/** 起算: the event whose day is not counted; undefined where it has not happened. */
function startOf(startsAt: TimeLimit['startsAt'], ledger: ClockLedger): Instant | undefined {
  if (startsAt === 'dayAfterApplication') return ledger.receivedAt
  return startsAt === 'dayAfterDecision' ? ledger.decidedAt : acceptanceOf(ledger)
}

/** The moment of acceptance; where the law sets it on an earlier day, the moment of receipt or the beginning of that day. */
export function acceptanceOf({ acceptedOn, acceptedAt, suppliedAt, receivedAt }: ClockLedger): Instant | undefined {
  const day = acceptedOn === undefined ? undefined : parseCivilDate(acceptedOn)
  if (day?.ok !== true) return undefined
  const known = [acceptedAt, suppliedAt, receivedAt].find(
    (moment) => moment !== undefined && civilDayAt(moment) === day.value,
  )
  return known ?? startOfDay(day.value)
}

/** When the last of what counts towards the promise was done (办结): steps with 另计 come after. */
function issuedAt({ definition, state }: ClockSource): Instant | undefined {
  let last = 0
  const { nodes } = definition.graph
  for (let id = 0; id < nodes.length; id++) {
    if (nodes[id]?.clock === 'ownClock') continue
    if (!isResolved(state, id)) return state.ledger.endedAt
    last = Math.max(last, state.doneAt[id] ?? 0)
  }
  return last === 0 ? state.ledger.endedAt : last
}

function isResolved({ nodes }: CaseState, id: number): boolean {
  return (nodes[id] ?? NODE.waiting) >= NODE.done
}
