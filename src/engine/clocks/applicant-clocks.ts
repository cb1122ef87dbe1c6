import { type Clock, PLAIN_CLOCK } from './clock.ts'
import type { ClockSource } from './clock-source.ts'
import { acceptanceOf } from './main-clocks.ts'

/** What the applicant has to do in time: 补正, and 容缺后补 of materials that were deferred. They end with what they wait for. */
export function applicantClocks({ definition, state, profile, all }: ClockSource, clocks: Clock[]): void {
  const { supplement, ledger, ending } = state
  if (supplement?.limit !== undefined) {
    const { name, limit, at } = supplement
    const origin = definition.matter.supplements.find((stated) => stated.name === name)?.origin
    clocks.push({ ...PLAIN_CLOCK, kind: 'supplement', name, limit, profile, start: at, stop: ledger.endedAt, origin })
  }
  const accepted = all ? acceptanceOf(ledger) : undefined
  if (accepted === undefined || (ending !== undefined && ending !== 'closed')) return
  for (const { name, necessity, deferral, when, origin } of definition.matter.materials) {
    if (necessity !== 'deferrable' || deferral === undefined || name in state.materials) continue
    if (when !== undefined && definition.truthOf(when, state.facts) !== 'yes') continue
    const start = accepted
    clocks.push({ ...PLAIN_CLOCK, kind: 'deferral', name, limit: deferral, profile, start, stop: undefined, origin })
  }
}
