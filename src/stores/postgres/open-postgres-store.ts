import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import type { CaseStore } from '../case-store.ts'
import type { SqlFlavour } from '../sql/flavour.ts'
import { openSqlStore } from '../sql/sql-store.ts'
import type { StoreTables } from '../sql/tables.ts'
import { LOCK_SPACE, LOCKS } from './advisory-locks.ts'
import { settleAppends } from './settle-appends.ts'

/** How to use a PostgreSQL (连接选项). */
export interface PostgresOptions {
  /** How many connections at most; 10 by default. */
  readonly connections?: number
  /** Hears of connections that broke while nobody used them. The store goes on with new ones. */
  readonly onConnectionError?: (error: Error) => void
}

/**
 * PostgreSQL: many writers side by side. An append takes the shared lock when it writes the row of its case, before it
 * draws positions for its events, and holds it until they can be seen.
 */
const POSTGRES: SqlFlavour = {
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

/**
 * What every connection begins with. An administrator may have made commits answer before they are on the disk; a worker
 * that hangs in the middle of an append must not hold up readers for ever.
 */
const SESSION = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
  set idle_in_transaction_session_timeout = '30s'`

/** OID of bigint, which `pg` gives as text for fear of numbers above 2^53: milliseconds and positions stay below. */
const BIGINT = 20

/** Keeps cases in a PostgreSQL database (PostgreSQL存储), which many processes on many machines may share. */
export async function openPostgresStore(
  connectionString: string,
  { connections = 10, onConnectionError = () => {} }: PostgresOptions = {},
): Promise<CaseStore> {
  const pool = new Pool({
    connectionString,
    max: connections,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format),
    },
  })
  // Without these a server that restarts takes the process with it: an 'error' event that nobody hears is thrown.
  pool.on('error', onConnectionError)
  pool.on('connect', (client) => client.on('error', onConnectionError))
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(SESSION))
    },
  })
  return await openSqlStore(new Kysely<StoreTables>({ dialect }), POSTGRES)
}
