import type { CaseStore, DueCase } from '../case-store.ts'
import type { Database, SqlFlavour } from './flavour.ts'
import { inTransaction } from './in-transaction.ts'

/** Claims the cases whose time has come (认领到期办件), those waiting longest first. */
export async function claimCases(
  database: Database,
  flavour: SqlFlavour,
  { now, until, limit, worker, claimedUntil }: Parameters<CaseStore['claimDue']>[0],
): Promise<readonly DueCase[]> {
  const rows = await inTransaction(database, (transaction) =>
    transaction
      // A query of its own: as a part of the update, PostgreSQL might run it again and lock more rows than it claims.
      .with('due', (query) =>
        query
          .selectFrom('zw_cases')
          .select('case_id')
          .where('wake_at', '<=', until)
          .where((is) => is.or([is('claimed_until', 'is', null), is('claimed_until', '<=', now)]))
          .orderBy('wake_at')
          .orderBy('case_id')
          .limit(limit)
          .modifyEnd(flavour.skipLocked),
      )
      .updateTable('zw_cases')
      .set({ claimed_by: worker, claimed_until: claimedUntil })
      .where('case_id', 'in', (query) => query.selectFrom('due').select('case_id'))
      .returning(['case_id', 'wake_at'])
      .execute(),
  )
  const claimed = rows.flatMap(({ case_id, wake_at }) =>
    wake_at === null ? [] : [{ caseId: case_id, wakeAt: wake_at }],
  )
  return claimed.sort((a, b) => a.wakeAt - b.wakeAt || (a.caseId < b.caseId ? -1 : 1))
}

/** Sets when a case wants to be looked at and frees the claim, if it is still at a version (改定唤醒时间). */
export async function rescheduleCase(
  database: Database,
  caseId: string,
  version: number,
  wakeAt: number | null,
): Promise<boolean> {
  const moved = await inTransaction(database, (transaction) =>
    transaction
      .updateTable('zw_cases')
      .set({ wake_at: wakeAt, claimed_by: null, claimed_until: null })
      .where('case_id', '=', caseId)
      .where('version', '=', version)
      .returning('version')
      .execute(),
  )
  return moved.length === 1
}

/** The earliest time at which a case wants to be looked at (下次唤醒): a claimed one not before its claim ends. */
export async function earliestWake(database: Database): Promise<number | undefined> {
  const free = await database
    .selectFrom('zw_cases')
    .select('wake_at')
    .where('wake_at', 'is not', null)
    .where('claimed_until', 'is', null)
    .orderBy('wake_at')
    .orderBy('case_id')
    .limit(1)
    .executeTakeFirst()
  const claimed = await database
    .selectFrom('zw_cases')
    .select((row) =>
      row.fn
        .min<number | null>(
          row
            .case()
            .when('claimed_until', '>', row.ref('wake_at'))
            .then(row.ref('claimed_until'))
            .else(row.ref('wake_at'))
            .end(),
        )
        .as('wake_at'),
    )
    .where('wake_at', 'is not', null)
    .where('claimed_until', 'is not', null)
    .executeTakeFirst()
  const known = [free?.wake_at, claimed?.wake_at].filter((wake) => typeof wake === 'number')
  return known.length === 0 ? undefined : Math.min(...known)
}
