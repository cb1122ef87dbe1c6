import type { CaseStore, FailedEffect } from '../case-store.ts'
import type { Database } from './flavour.ts'
import { inTransaction } from './in-transaction.ts'

/** The failed calls that match (失败的调用), in the order of their events. */
export async function findFailedEffects(
  database: Database,
  { subscriber, dueBy, dead, limit }: Parameters<CaseStore['failedEffects']>[0],
): Promise<readonly FailedEffect[]> {
  let query = database.selectFrom('zw_failed_effects').selectAll()
  if (subscriber !== undefined) query = query.where('subscriber', '=', subscriber)
  if (dueBy !== undefined) query = query.where('next_at', '<=', dueBy)
  if (dead !== undefined) query = query.where('next_at', dead ? 'is' : 'is not', null)
  const rows = await query.orderBy('position').orderBy('subscriber').limit(limit).execute()
  return rows.map(({ case_id, next_at, error, ...row }) => {
    return { ...row, caseId: case_id, nextAt: next_at, error: JSON.parse(error) }
  })
}

/** Writes a failed call down, in place of what was known of it (记下失败的调用). */
export async function saveFailedEffect(
  database: Database,
  { subscriber, caseId, seq, position, attempts, nextAt, error }: FailedEffect,
): Promise<void> {
  const told = { position, attempts, next_at: nextAt, error: JSON.stringify(error) }
  await inTransaction(database, (transaction) =>
    transaction
      .insertInto('zw_failed_effects')
      .values({ subscriber, case_id: caseId, seq, ...told })
      .onConflict((conflict) => conflict.columns(['subscriber', 'case_id', 'seq']).doUpdateSet(told))
      .execute(),
  )
}

/** Forgets a failed call, since it has gone through or nobody wants it any more (划去失败的调用). */
export async function deleteFailedEffect(
  database: Database,
  subscriber: string,
  caseId: string,
  seq: number,
): Promise<void> {
  await inTransaction(database, (transaction) =>
    transaction
      .deleteFrom('zw_failed_effects')
      .where('subscriber', '=', subscriber)
      .where('case_id', '=', caseId)
      .where('seq', '=', seq)
      .execute(),
  )
}
