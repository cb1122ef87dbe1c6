import { sql } from 'kysely'
import type { Database } from '../sql/flavour.ts'
import { LOCK_SPACE, LOCKS } from './advisory-locks.ts'

/** How long a reader waits for appends under way; they take some milliseconds. Unit: milliseconds. */
const PATIENCE = 1_000

/** How long between two looks. Unit: milliseconds. */
const PAUSE = 2

/**
 * Waits until the appends that are under way now are finished (等待在途的追加); false when one still is after a second. Each
 * holds a shared lock from before it draws its positions until what it wrote can be seen, and the table of locks shows
 * who holds it. Nobody waits for the reader.
 */
export async function settleAppends(database: Database): Promise<boolean> {
  const deadline = performance.now() + PATIENCE
  let waitedFor = await appendsUnderWay(database)
  while (waitedFor.size > 0) {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    const stillThere = await appendsUnderWay(database)
    waitedFor = new Set([...waitedFor].filter((append) => stillThere.has(append)))
  }
  return true
}

async function appendsUnderWay(database: Database): Promise<Set<string>> {
  const { rows } = await sql<{ readonly virtualtransaction: string }>`
    select virtualtransaction from pg_locks
    where locktype = 'advisory' and classid = ${LOCK_SPACE} and objid = ${LOCKS.appends} and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())`.execute(database)
  return new Set(rows.map(({ virtualtransaction }) => virtualtransaction))
}
