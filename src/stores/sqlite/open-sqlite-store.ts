import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import type { CaseStore } from '../case-store.ts'
import type { SqlFlavour } from '../sql/flavour.ts'
import { openSqlStore } from '../sql/sql-store.ts'
import type { StoreTables } from '../sql/tables.ts'
import { nodeSqliteDialect } from './node-sqlite-dialect.ts'
import { whenFree } from './when-free.ts'

/** SQLite: one writer at a time, so that positions are drawn in the order in which appends are committed. */
const SQLITE: SqlFlavour = {
  types: { id: 'text', moment: 'integer', position: 'integer not null primary key' },
  tableSuffix: ' strict',
  lockSchema: async () => {},
  announceAppend: sql`1`,
  skipLocked: sql``,
}

/**
 * Keeps cases in one SQLite file (SQLite存储), which several processes of one machine may share. Every append is on the disk
 * before it is acknowledged; while it is written, this process does nothing else.
 */
export async function openSqliteStore(file: string): Promise<CaseStore> {
  const database = new DatabaseSync(file)
  try {
    await whenFree(() => prepareFile(database))
  } catch (error) {
    database.close()
    throw error
  }
  return await openSqlStore(new Kysely<StoreTables>({ dialect: nodeSqliteDialect(database) }), SQLITE)
}

/** Readers beside the writer (WAL), and a flush to the disk at every commit (FULL): the default would lose some in a power cut. */
function prepareFile(database: DatabaseSync): void {
  const mode = database.prepare('pragma journal_mode = wal').get()?.['journal_mode']
  // On a network drive, where SQLite cannot share memory, the mode stays another: several machines need PostgreSQL.
  if (mode !== 'wal' && mode !== 'memory') throw new Error(`SQLite cannot keep a write-ahead log there: ${mode}`)
  database.exec('pragma synchronous = full')
}
