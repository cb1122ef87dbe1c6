import type { CaseStore } from '../case-store.ts'
import { appendEvents } from './append-events.ts'
import { claimCases, earliestWake, rescheduleCase } from './claim-cases.ts'
import { deleteFailedEffect, findFailedEffects, saveFailedEffect } from './failed-effects.ts'
import { findCase, findCases, findRequest } from './find-cases.ts'
import type { Database, SqlFlavour } from './flavour.ts'
import { inTransaction } from './in-transaction.ts'
import { migrate } from './migrate.ts'
import { allEventsReader, readCase } from './read-events.ts'
import { findPosition, moveSubscriber, takeLease } from './subscribers.ts'

/**
 * The store in SQL (SQL存储), the same for every database: what they differ in is its flavour. Brings the schema up to date
 * first, and closes the database if that fails.
 */
export async function openSqlStore(database: Database, flavour: SqlFlavour): Promise<CaseStore> {
  try {
    await migrate(database, flavour)
  } catch (error) {
    await database.destroy()
    throw error
  }
  return {
    append: (append) => appendEvents(database, flavour, append),
    keyed: (idempotencyKey) => findRequest(database, idempotencyKey),
    summary: (caseId) => findCase(database, caseId),
    read: (caseId, afterVersion = 0) => readCase(database, caseId, afterVersion),
    readAll: allEventsReader(database, flavour),
    list: (query) => findCases(database, query),
    claimDue: (claim) => claimCases(database, flavour, claim),
    reschedule: (caseId, version, wakeAt) => rescheduleCase(database, caseId, version, wakeAt),
    nextWake: () => earliestWake(database),
    saveDefinition: (hash, json) => saveDefinition(database, hash, json),
    definition: (hash) => findDefinition(database, hash),
    position: (subscriber) => findPosition(database, subscriber),
    movePosition: (subscriber, from, to) => moveSubscriber(database, subscriber, from, to),
    lease: (lease) => takeLease(database, lease),
    failedEffects: (query) => findFailedEffects(database, query),
    putFailedEffect: (failed) => saveFailedEffect(database, failed),
    removeFailedEffect: (subscriber, caseId, seq) => deleteFailedEffect(database, subscriber, caseId, seq),
    close: () => database.destroy(),
  }
}

async function saveDefinition(database: Database, hash: string, definition: string): Promise<void> {
  await inTransaction(database, (transaction) =>
    transaction
      .insertInto('zw_definitions')
      .values({ hash, definition })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

async function findDefinition(database: Database, hash: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('zw_definitions')
    .select('definition')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.definition
}
