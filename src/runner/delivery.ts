import type { CaseEvent, EventKind } from '../engine/event.ts'

/** An event on its way to a subscriber (送出的事件). */
export interface Delivery {
  /** Names the event once for all: what a handler does under one key it must not do twice. */
  readonly key: { readonly caseId: string; readonly seq: number }
  readonly event: CaseEvent
  /** Place among the events of all cases. */
  readonly position: number
  /** How often it was delivered before and failed. */
  readonly failures: number
}

/** Takes an event (事件处理). Returning takes note of it; throwing brings it again later. */
export type Handler = (delivery: Delivery) => Promise<void> | void

/** Somebody who wants to hear of events (订阅). */
export interface Subscription {
  /** Names the place that the subscriber has come to; the same after a restart and in every process. */
  readonly name: string
  readonly handler: Handler
  /** Only events of these kinds; else all. */
  readonly kinds?: readonly EventKind[]
  /** How many cases are worked on side by side, 1 by default. The events of one case always come one after the other. */
  readonly concurrency?: number
}
