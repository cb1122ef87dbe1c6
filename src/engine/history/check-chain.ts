import * as z from 'zod'
import { failure, type Result, success } from '../../base/result.ts'
import { caseEventSchema } from '../event.ts'
import { type HistoryFault, historyFault } from './history-fault.ts'
import { hashEvent } from './seal-events.ts'
import type { SealedEvent } from './sealed-event.ts'

/** Stores keep more beside; that is theirs. */
const sealedSchema = z.object({ event: caseEventSchema, previous: z.string(), hash: z.string() })

/** Where a chain goes on: after so many events, the last with this hash (链的末端). */
export interface ChainEnd {
  readonly version: number
  readonly hash: string
}

/** Checks the event that follows the end of a chain, the first of these: its shape, its place, its hash, its link. */
export function checkLink(
  end: ChainEnd,
  events: readonly SealedEvent[],
  index: number,
): Result<ChainEnd, HistoryFault> {
  const seq = end.version + 1
  const sealed = sealedSchema.safeParse(events[index])
  if (!sealed.success) return failure(historyFault('malformed', seq))
  const { event, previous, hash } = sealed.data
  const intact = hash === hashEvent(previous, event)
  if (previous === end.hash) {
    if (!intact) return failure(historyFault('altered', seq))
    if (event.seq !== seq) return failure(historyFault('impossible', seq, `编号是${event.seq}`))
    return success({ version: seq, hash })
  }
  if (event.seq < seq) return failure(historyFault('reordered', seq))
  if (event.seq > seq) {
    const moved = events.some((other, place) => place > index && other.event.seq === seq)
    return failure(historyFault(moved ? 'reordered' : 'missing', seq))
  }
  // An intact event that follows another one than stands before it: that one was altered and sealed anew.
  return failure(historyFault('altered', intact ? Math.max(1, seq - 1) : seq))
}
