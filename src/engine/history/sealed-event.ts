import type { CaseEvent } from '../event.ts'

/** An event as it is kept (已存事件), chained to the one before it in its case. SHA-256 in hexadecimal. */
export interface SealedEvent {
  readonly event: CaseEvent
  /** Hash of the event before; of the case's id for the first. */
  readonly previous: string
  /** Hash of `previous` and the event. */
  readonly hash: string
}
