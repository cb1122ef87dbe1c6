import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { CaseStore } from '../case-store.ts'
import { openSqlStore } from '../sql/sql-store.ts'
import type { StoreTables } from '../sql/tables.ts'
import { POSTGRES } from './postgres-flavour.ts'

/** How to use a PostgreSQL (连接选项). */
export interface PostgresOptions {
  /** How many connections at most; 10 by default. */
  readonly connections?: number
  /** Hears of connections that broke while nobody used them. The store goes on with new ones. */
  readonly onConnectionError?: (error: Error) => void
}

/**
 * What every connection begins with. An administrator may have made commits answer before they are on the disk; a worker
 * that hangs in the middle of an append must not hold up readers for ever.
 */
const SESSION = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
  set idle_in_transaction_session_timeout = '30s'`

/** How long an operation waits for a connection before it fails. Unit: milliseconds. */
const PATIENCE = 30_000

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
    connectionTimeoutMillis: PATIENCE,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format),
    },
    // Not by Kysely's onCreateConnection: a connection on which that fails is never given back to the pool.
    verify: (client, done) => {
      client.query(SESSION).then(() => done(), done)
    },
  })
  // Without these a server that restarts takes the process with it: an 'error' event that nobody hears is thrown.
  pool.on('error', onConnectionError)
  pool.on('connect', (client) => client.on('error', onConnectionError))
  return await openSqlStore(new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) }), POSTGRES)
}
