import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { CaseStore } from '../case-store.ts'
import { openSqlStore } from '../sql/sql-store.ts'
import type { StoreTables } from '../sql/tables.ts'
import { nodeSqliteDialect } from './node-sqlite-dialect.ts'
import { prepareFile } from './prepare-file.ts'
import { SQLITE } from './sqlite-flavour.ts'
import { whenFree } from './when-free.ts'

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
