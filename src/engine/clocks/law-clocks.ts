import type { Instant } from '../../calendar/instant.ts'
import { NODE } from '../case-state.ts'
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
function addNotice({ definition: { matter }, state: { ledger }, profile, all }: ClockSource, clocks: Clock[]): void {
  if (!all && ledger.acceptedAt !== undefined) return
  const stated = matter.supplements.find(({ noticeLimit }) => noticeLimit !== undefined)
  const row = statutoryClock('notice', matter.type)
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
