import type { Instant } from '../../calendar/instant.ts'
import type { Supplement } from '../../model/flow.ts'
import { NODE } from '../case-state.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import { type Clock, PLAIN_CLOCK } from './clock.ts'
import type { ClockSource } from './clock-source.ts'
import { statutoryClock } from './statutory-clocks.ts'

/** The clocks that the law sets by itself: 告知 before acceptance, 颁证送达 after the decision. */
export function lawClocks(source: ClockSource, clocks: Clock[]): void {
  addNotice(source, clocks)
  addDelivery(source, clocks)
}

/**
 * From receipt, or from receipt of what was missing, until the applicant is told what is missing or the case is accepted.
 * A 告知时限 of the matter comes before the row of the law.
 */
function addNotice({ definition, state: { ledger }, profile, all }: ClockSource, clocks: Clock[]): void {
  if (!all && ledger.acceptedAt !== undefined) return
  const stated = statedNotice(definition)
  const row = statutoryClock('notice', definition.matter.type)
  const limit = stated?.noticeLimit ?? row?.limit
  if (limit === undefined) return
  const start = ledger.suppliedAt ?? ledger.receivedAt
  const noticeAt = ledger.noticeAt !== undefined && ledger.noticeAt >= start ? ledger.noticeAt : undefined
  const stop = noticeAt ?? ledger.acceptedAt ?? ledger.endedAt
  clocks.push({
    ...PLAIN_CLOCK,
    kind: 'notice',
    limit,
    profile,
    start,
    stop,
    origin: stated?.origin,
    source: stated === undefined ? row?.source : undefined,
  })
}

/** The first 补正 of acceptance that names a 告知时限. */
function statedNotice({ matter, byStage, nodeOf }: CaseDefinition): Supplement | undefined {
  return matter.supplements.find(
    ({ noticeLimit, step }) =>
      noticeLimit !== undefined && (step === undefined || byStage.acceptance.includes(nodeOf.get(step) ?? -1)),
  )
}

/** From the decision until the result is delivered, by command or by the steps of 送达; not where nothing was granted. */
function addDelivery({ definition, state, profile, all }: ClockSource, clocks: Clock[]): void {
  const { decidedAt, deliveredAt } = state.ledger
  if (decidedAt === undefined || (state.ending !== undefined && state.ending !== 'closed')) return
  const row = statutoryClock('delivery', definition.matter.type)
  if (row === undefined || (!all && deliveredAt !== undefined)) return
  const stop = deliveredAt ?? deliveredBySteps({ definition, state })
  clocks.push({
    ...PLAIN_CLOCK,
    kind: 'delivery',
    limit: row.limit,
    profile,
    start: decidedAt,
    stop,
    source: row.source,
  })
}

function deliveredBySteps({ definition, state }: Pick<ClockSource, 'definition' | 'state'>): Instant | undefined {
  let last = 0
  for (const id of definition.byStage.delivery) {
    if ((state.nodes[id] ?? NODE.waiting) < NODE.done) return undefined
    last = Math.max(last, state.doneAt[id] ?? 0)
  }
  return last === 0 ? undefined : last
}
