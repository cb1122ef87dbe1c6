import type { CaseStore } from '../case-store.ts'
import type { Database } from './flavour.ts'
import { inTransaction } from './in-transaction.ts'

/** How far a subscriber has come (订阅位置); 0 for one that has not begun. */
export async function findPosition(database: Database, subscriber: string): Promise<number> {
  const row = await database
    .selectFrom('zw_subscribers')
    .select('position')
    .where('subscriber', '=', subscriber)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** Moves a subscriber on from where it was (移动订阅位置). */
export async function moveSubscriber(
  database: Database,
  subscriber: string,
  from: number,
  to: number,
): Promise<boolean> {
  const moved = await inTransaction(database, async (transaction) => {
    if (from === 0) {
      return await transaction
        .insertInto('zw_subscribers')
        .values({ subscriber, position: to })
        .onConflict((conflict) =>
          conflict.column('subscriber').doUpdateSet({ position: to }).where('zw_subscribers.position', '=', 0),
        )
        .returning('position')
        .execute()
    }
    return await transaction
      .updateTable('zw_subscribers')
      .set({ position: to })
      .where('subscriber', '=', subscriber)
      .where('position', '=', from)
      .returning('position')
      .execute()
  })
  return moved.length === 1
}

/** Takes, renews or gives back a name that one worker at a time may hold (租约). */
export async function takeLease(
  database: Database,
  { name, worker, now, until }: Parameters<CaseStore['lease']>[0],
): Promise<boolean> {
  const taken = await inTransaction(database, (transaction) =>
    transaction
      .insertInto('zw_leases')
      .values({ name, worker, held_until: until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ worker, held_until: until })
          .where((is) => is.or([is('zw_leases.worker', '=', worker), is('zw_leases.held_until', '<=', now)])),
      )
      .returning('worker')
      .execute(),
  )
  return taken.length === 1 && until > now
}
