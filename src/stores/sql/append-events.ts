import type { Append, Appended } from '../case-store.ts'
import { checkAppend } from '../check-append.ts'
import type { Database, SqlFlavour, StoreTransaction } from './flavour.ts'
import { inTransaction } from './in-transaction.ts'
import type { CaseRow } from './tables.ts'

/** Appends events to a case in one transaction (追加事件): key first, then the row of the case, then the events. */
export async function appendEvents(database: Database, flavour: SqlFlavour, append: Append): Promise<Appended> {
  checkAppend(append)
  const work = (transaction: StoreTransaction) => appendIn(transaction, flavour, append)
  return await inTransaction(database, work, ({ kind }) => kind === 'appended')
}

async function appendIn(transaction: StoreTransaction, flavour: SqlFlavour, append: Append): Promise<Appended> {
  const { summary, expectedVersion, events, idempotencyKey } = append
  const { caseId, version } = summary
  // Whoever sends the same key waits here until the first is through, and then finds it.
  if (idempotencyKey !== undefined && !(await takeKey(transaction, append, idempotencyKey))) {
    return await repeated(transaction, append, idempotencyKey)
  }
  const moved = await moveCase(transaction, flavour, toRow(append), expectedVersion)
  if (!moved) {
    const found = await transaction
      .selectFrom('zw_cases')
      .select('version')
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    return { kind: 'conflict', version: found?.version ?? 0 }
  }
  const rows = events.map(({ event, previous, hash }) => {
    return { case_id: caseId, seq: event.seq, event: JSON.stringify(event), previous, hash }
  })
  const placed = await transaction.insertInto('zw_events').values(rows).returning('position').execute()
  return { kind: 'appended', version, position: Math.max(...placed.map(({ position }) => position)) }
}

async function takeKey(
  transaction: StoreTransaction,
  { summary, expectedVersion, fingerprint }: Append,
  idempotencyKey: string,
): Promise<boolean> {
  const taken = await transaction
    .insertInto('zw_requests')
    .values({
      idempotency_key: idempotencyKey,
      case_id: summary.caseId,
      from_version: expectedVersion,
      version: summary.version,
      fingerprint: fingerprint ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .execute()
  return taken.length === 1
}

async function repeated(
  transaction: StoreTransaction,
  { fingerprint }: Append,
  idempotencyKey: string,
): Promise<Appended> {
  const first = await transaction
    .selectFrom('zw_requests')
    .select(['case_id', 'version', 'fingerprint'])
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirstOrThrow()
  const sameRequest = first.fingerprint === (fingerprint ?? null)
  return { kind: 'repeated', caseId: first.case_id, version: first.version, sameRequest }
}

/** Writes the row of the case if it is still at the expected version. */
async function moveCase(
  transaction: StoreTransaction,
  flavour: SqlFlavour,
  row: CaseRow,
  expectedVersion: number,
): Promise<boolean> {
  const announced = flavour.announceAppend.as('announced')
  if (expectedVersion === 0) {
    const insert = transaction.insertInto('zw_cases').values(row)
    const written = await insert
      .onConflict((conflict) => conflict.doNothing())
      .returning(announced)
      .execute()
    return written.length === 1
  }
  const written = await transaction
    .updateTable('zw_cases')
    .set(row)
    .where('case_id', '=', row.case_id)
    .where('version', '=', expectedVersion)
    .returning(announced)
    .execute()
  return written.length === 1
}

function toRow({ summary }: Append): CaseRow {
  return {
    case_id: summary.caseId,
    version: summary.version,
    matter: summary.matter,
    definition: summary.definition,
    applicant: summary.applicant,
    status: summary.status,
    wake_at: summary.wakeAt,
    last_hash: summary.lastHash,
    claimed_by: null,
    claimed_until: null,
  }
}
