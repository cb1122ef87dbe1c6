import { chooseLimit } from './choose-limit.ts'
import { type Clock, PLAIN_CLOCK } from './clock.ts'
import type { ClockSource } from './clock-source.ts'

/** The clocks of 特别程序 without a place, from their start to their end. */
export function procedureClocks({ definition, state, profile, all }: ClockSource, clocks: Clock[]): void {
  for (let place = 0; place < state.floatingFrom.length; place++) {
    const start = state.floatingFrom[place] ?? 0
    const procedure = definition.floating[place]
    if (start === 0 || procedure === undefined || procedure.limits.length === 0) continue
    const ended = state.floatingTo[place] ?? 0
    const stop = ended > 0 ? ended : state.ledger.endedAt
    if (!all && stop !== undefined) continue
    const chosen = chooseLimit(procedure.limits, definition, state)
    if (chosen === undefined) continue
    const { line, neededFacts } = chosen
    clocks.push({
      ...PLAIN_CLOCK,
      kind: 'procedure',
      name: procedure.name,
      limit: line?.limit,
      neededFacts,
      profile,
      start,
      stop,
      origin: line?.origin ?? procedure.origin,
    })
  }
}
