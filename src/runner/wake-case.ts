import type { Instant } from '../calendar/instant.ts'
import { SYSTEM } from '../engine/case-work.ts'
import { decide } from '../engine/decide.ts'
import type { Refusal } from '../engine/refusal.ts'
import { appendEvents, wakeOf } from './append-events.ts'
import type { CaseHost } from './case-host.ts'
import { contextFor } from './context-for.ts'
import { loadCase } from './load-case.ts'
import { pause } from './pause.ts'

/** What became of waking a case (唤醒结果). */
export type Woken =
  | { readonly kind: 'ticked'; readonly caseId: string; readonly version: number }
  /** Nothing had fallen due; it is woken again when something does. */
  | { readonly kind: 'early'; readonly caseId: string }
  /** It cannot go on until a person has looked at it. */
  | { readonly kind: 'broken'; readonly caseId: string; readonly refusal: Refusal }

/** Lets what has fallen due by now happen to one case. Doing it twice, or in two places, does it once. */
export async function wakeCase(host: CaseHost, caseId: string, now: Instant): Promise<Woken> {
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadCase(host, caseId)
    if (loaded === undefined) return { kind: 'early', caseId }
    if (!loaded.ok) return { kind: 'broken', caseId, refusal: loaded.error }
    const { state, end, definition } = loaded.value
    const context = contextFor(host, SYSTEM, now, state.lastAt)
    const decided = decide(definition, state, { kind: 'tick' }, context)
    if (decided.refused !== undefined) {
      if (decided.refused.code !== 'nothing-due') return { kind: 'broken', caseId, refusal: decided.refused }
      // Where the case has moved on, whoever moved it has set the timer.
      await host.store.reschedule(caseId, end.version, wakeOf(host, definition, state, context.at))
      return { kind: 'early', caseId }
    }
    const appended = await appendEvents(host, { caseId, state, end, definition }, decided, context.at)
    if (appended.kind === 'appended') return { kind: 'ticked', caseId, version: appended.version }
    await pause(attempt)
  }
}
