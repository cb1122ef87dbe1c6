import type { Instant } from '../calendar/instant.ts'
import type { ClockEffect } from '../model/terms.ts'
import type { ClockLedger, LedgerPause } from './case-state.ts'

/** What may stop the main clocks: a node of the flow, or something beside it (补正, 特别程序 without 位置). */
type Stopping = Pick<LedgerPause, 'cause' | 'name' | 'node'>

/**
 * Begins to leave time out of the main clocks where the effect says so (停止计时): 不计入 and 暂停. Beside the flow it is all
 * but 计入: what has a clock of its own runs on no other there, and a count that will begin anew need not go on.
 */
export function beginPause(ledger: ClockLedger, stopping: Stopping, clock: ClockEffect, at: Instant): ClockLedger {
  const stops = clock === 'excluded' || clock === 'paused' || (clock !== 'counted' && stopping.node === undefined)
  return stops ? { ...ledger, pauses: [...ledger.pauses, { ...stopping, from: at }] } : ledger
}

/** Lets the main clocks go on after all pauses that are open and meant (恢复计时). */
export function endPauses(ledger: ClockLedger, isMeant: (pause: LedgerPause) => boolean, at: Instant): ClockLedger {
  const ends = (pause: LedgerPause) => pause.to === undefined && isMeant(pause)
  if (!ledger.pauses.some(ends)) return ledger
  return { ...ledger, pauses: ledger.pauses.map((pause) => (ends(pause) ? { ...pause, to: at } : pause)) }
}
