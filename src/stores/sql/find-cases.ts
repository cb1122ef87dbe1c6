import type { CaseQuery, CaseSummary, KeyedAppend } from '../case-store.ts'
import type { Database } from './flavour.ts'
import type { CaseRow } from './tables.ts'

/** What is known of one case (办件索引). */
export async function findCase(database: Database, caseId: string): Promise<CaseSummary | undefined> {
  const row = await database.selectFrom('zw_cases').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  return row === undefined ? undefined : toSummary(row)
}

/** The cases that match (查询办件), in the order of their ids. */
export async function findCases(
  database: Database,
  { applicant, matter, status, after, limit }: CaseQuery,
): Promise<readonly CaseSummary[]> {
  let query = database.selectFrom('zw_cases').selectAll()
  if (applicant !== undefined) query = query.where('applicant', '=', applicant)
  if (matter !== undefined) query = query.where('matter', '=', matter)
  if (status !== undefined) query = query.where('status', '=', status)
  if (after !== undefined) query = query.where('case_id', '>', after)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.orderBy('case_id').execute()).map(toSummary)
}

/** What was appended under a key (已办的请求). */
export async function findRequest(database: Database, idempotencyKey: string): Promise<KeyedAppend | undefined> {
  const row = await database
    .selectFrom('zw_requests')
    .selectAll()
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const keyed = { caseId: row.case_id, fromVersion: row.from_version, version: row.version }
  return row.fingerprint === null ? keyed : { ...keyed, fingerprint: row.fingerprint }
}

function toSummary(row: CaseRow): CaseSummary {
  return {
    caseId: row.case_id,
    version: row.version,
    matter: row.matter,
    definition: row.definition,
    applicant: row.applicant,
    status: row.status,
    wakeAt: row.wake_at,
    lastHash: row.last_hash,
  }
}
