import type { CaseStore } from '../stores/case-store.ts'

/** How long a name is held before it must be renewed, and after which the work of a dead process goes on. Unit: ms. */
const LEASE = 30_000

/** How often a name is renewed while work goes on under it. Unit: ms. */
export const RENEWAL = LEASE / 3

/** The names that this process holds among those that share a store (租约). */
export interface Leases {
  /** Takes or renews a name: true where this process holds it. */
  readonly hold: (name: string) => Promise<boolean>
  readonly releaseAll: () => Promise<void>
}

/** Keeps leases of one worker. The store is asked only when a third of a lease has gone. */
export function createLeases(store: CaseStore, worker: string, now: () => number): Leases {
  const heldUntil = new Map<string, number>()
  return {
    async hold(name) {
      const at = now()
      const left = (heldUntil.get(name) ?? at) - at
      if (left > (LEASE * 2) / 3 && left <= LEASE) return true
      const isHeld = await store.lease({ name, worker, now: at, until: at + LEASE })
      if (isHeld) heldUntil.set(name, at + LEASE)
      else heldUntil.delete(name)
      return isHeld
    },
    async releaseAll() {
      // A moment long past: the clocks of other processes may be behind.
      for (const name of heldUntil.keys()) await store.lease({ name, worker, now: now(), until: 0 })
      heldUntil.clear()
    },
  }
}
