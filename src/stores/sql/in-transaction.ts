import type { Database, StoreTransaction } from './flavour.ts'

/** Runs work in a transaction (事务): kept when `isDone` says so of what it gives, undone when not and when it throws. */
export async function inTransaction<T>(
  database: Database,
  work: (transaction: StoreTransaction) => Promise<T>,
  isDone: (result: T) => boolean = () => true,
): Promise<T> {
  const transaction = await database.startTransaction().execute()
  try {
    const result = await work(transaction)
    if (isDone(result)) await transaction.commit().execute()
    else await transaction.rollback().execute()
    return result
  } catch (error) {
    // With a connection that is gone the database has undone all by itself; what went wrong first is what counts.
    await transaction
      .rollback()
      .execute()
      .catch(() => undefined)
    throw error
  }
}
