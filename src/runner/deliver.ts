import { groupBy } from '../base/group-by.ts'
import type { FailedEffect, StoredEvent } from '../stores/case-store.ts'
import { nextAttempt } from './backoff.ts'
import type { CaseHost } from './case-host.ts'
import type { Subscription } from './delivery.ts'
import { inParallel } from './in-parallel.ts'
import { RENEWAL } from './leases.ts'

/** How many events are taken from the store at a time. */
const BATCH = 200

/** The most that is kept of what a failed call says. Unit: UTF-16 units. */
const LONGEST_ERROR = 500

/** An event for a handler; with the call that failed where it is tried again. */
interface Parcel {
  readonly stored: StoredEvent
  readonly failed?: FailedEffect
}

/**
 * Brings a subscriber what has to be tried again, then what has happened since (送出事件), until nothing is left or it is
 * told to stop. One process at a time serves a subscriber; where it dies, the next begins where it had come to, so an
 * event may come twice and is never left out. An event that failed comes again after later ones.
 */
export async function deliver(host: CaseHost, subscription: Subscription, stopping: AbortSignal): Promise<number> {
  if (stopping.aborted || !(await host.leases.hold(leaseOf(subscription)))) return 0
  // A handler may take longer than a lease. Should the store fail, its next use will say so.
  const renewal = setInterval(() => host.leases.hold(leaseOf(subscription)).catch(() => false), RENEWAL)
  try {
    return (await deliverAgain(host, subscription, stopping)) + (await deliverNew(host, subscription, stopping))
  } finally {
    clearInterval(renewal)
  }
}

function leaseOf({ name }: Subscription): string {
  return `subscriber:${name}`
}

async function deliverNew(host: CaseHost, subscription: Subscription, stopping: AbortSignal): Promise<number> {
  const { name, kinds } = subscription
  let count = 0
  while (!stopping.aborted && (await host.leases.hold(leaseOf(subscription)))) {
    const from = await host.store.position(name)
    const batch = await host.store.readAll(from, BATCH)
    const last = batch.at(-1)
    if (last === undefined) break
    const wanted = batch.filter(({ event }) => kinds?.includes(event.kind) ?? true)
    const parcels = wanted.map((stored): Parcel => ({ stored }))
    const taken = await hand(host, subscription, parcels, stopping)
    count += taken.size
    const firstLeft = wanted.find((stored) => !taken.has(stored))
    const to = firstLeft === undefined ? last.position : firstLeft.position - 1
    if (to > from && !(await host.store.movePosition(name, from, to))) break
  }
  return count
}

async function deliverAgain(host: CaseHost, subscription: Subscription, stopping: AbortSignal): Promise<number> {
  let count = 0
  while (!stopping.aborted && (await host.leases.hold(leaseOf(subscription)))) {
    const query = { subscriber: subscription.name, dueBy: host.now(), dead: false, limit: BATCH }
    const failed = await host.store.failedEffects(query)
    if (failed.length === 0) break
    const parcels: Parcel[] = []
    for (const effect of failed) {
      const stored = await findEvent(host, effect)
      if (stored !== undefined) parcels.push({ stored, failed: effect })
    }
    const taken = await hand(host, subscription, parcels, stopping)
    count += taken.size
  }
  return count
}

/** The event that a failed call was about. It may be missing in a store that was put together from backups. */
async function findEvent({ store }: CaseHost, { subscriber, caseId, seq }: FailedEffect) {
  for await (const stored of store.read(caseId, seq - 1)) return stored
  await store.removeFailedEffect(subscriber, caseId, seq)
  return undefined
}

/** Hands events to the handler, those of one case one after the other. Gives those that it took or that are kept as failed. */
async function hand(host: CaseHost, subscription: Subscription, parcels: readonly Parcel[], stopping: AbortSignal) {
  const taken = new Set<StoredEvent>()
  const byCase = [...groupBy(parcels, ({ stored }) => stored.caseId).values()]
  await inParallel(
    byCase,
    subscription.concurrency ?? 1,
    async (group) => {
      for (const parcel of group) {
        if (stopping.aborted) return
        await handOne(host, subscription, parcel)
        taken.add(parcel.stored)
      }
    },
    stopping,
  )
  return taken
}

async function handOne(
  host: CaseHost,
  { name, handler }: Subscription,
  { stored, failed: before }: Parcel,
): Promise<void> {
  const { caseId, event, position } = stored
  const failures = before?.attempts ?? 0
  const { seq } = event
  try {
    await handler({ key: { caseId, seq }, event, position, failures })
  } catch (error) {
    const attempts = failures + 1
    const nextAt = nextAttempt(host.retry, attempts, host.now())
    const said = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR)
    const failed = { subscriber: name, caseId, seq, position, attempts, nextAt, error: said }
    await host.store.putFailedEffect(failed)
    if (nextAt === null) host.onTrouble({ kind: 'dead-letter', failed })
    return
  }
  if (before !== undefined) await host.store.removeFailedEffect(name, caseId, seq)
}
