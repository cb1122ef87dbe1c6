import type { Clock } from './clock.ts'
import type { ClockSource } from './clock-source.ts'
import { acceptanceOf } from './main-clocks.ts'

const NONE: readonly never[] = []

/** What the applicant has to do in time: 补正, and 容缺后补 of materials that were deferred. They end with what they wait for. */
export function applicantClocks({ definition, state, profile, all }: ClockSource, clocks: Clock[]): void {
  const { supplement, ledger } = state
  const shared = { neededFacts: NONE, profile, pauses: NONE, extensions: NONE }
  const stop = ledger.endedAt === undefined ? {} : { stop: ledger.endedAt }
  if (supplement?.limit !== undefined) {
    const origin = definition.matter.supplements.find(({ name }) => name === supplement.name)?.origin
    clocks.push({
      kind: 'supplement',
      name: supplement.name,
      limit: supplement.limit,
      start: supplement.at,
      ...stop,
      ...shared,
      ...(origin !== undefined && { origin }),
    })
  }
  const accepted = all ? acceptanceOf(ledger) : undefined
  if (accepted === undefined || (state.ending !== undefined && state.ending !== 'closed')) return
  for (const { name, necessity, deferral, when, origin } of definition.matter.materials) {
    if (necessity !== 'deferrable' || deferral === undefined || name in state.materials) continue
    if (when !== undefined && definition.truthOf(when, state.facts) !== 'yes') continue
    clocks.push({
      kind: 'deferral',
      name,
      limit: deferral,
      start: accepted,
      ...shared,
      ...(origin !== undefined && { origin }),
    })
  }
}
