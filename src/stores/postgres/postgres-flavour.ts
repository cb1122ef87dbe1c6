import { sql } from 'kysely'
import type { SqlFlavour } from '../sql/flavour.ts'
import { LOCK_SPACE, LOCKS } from './advisory-locks.ts'
import { settleAppends } from './settle-appends.ts'

/**
 * PostgreSQL (PostgreSQL的写法): many writers side by side. An append takes the shared lock when it writes the row of its
 * case, before it draws positions for its events, and holds it until they can be seen.
 */
export const POSTGRES: SqlFlavour = {
  types: {
    id: 'text collate "C"',
    moment: 'bigint',
    position: 'bigint generated always as identity primary key',
  },
  tableSuffix: '',
  lockSchema: async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, ${LOCKS.migration})`.execute(transaction)
  },
  announceAppend: sql`pg_advisory_xact_lock_shared(${LOCK_SPACE}, ${LOCKS.appends})`,
  skipLocked: sql`for update skip locked`,
  settleAppends,
}
