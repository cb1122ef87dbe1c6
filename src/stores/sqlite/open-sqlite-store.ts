import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
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
  const database = openFile(file)
  try {
    await whenFree(() => prepareFile(database))
  } catch (error) {
    database.close()
    throw new Error(`打不开数据文件${file}：${reasonOf(error)}`, { cause: error })
  }
  return await openSqlStore(new Kysely<StoreTables>({ dialect: nodeSqliteDialect(database) }), SQLITE)
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file)
  } catch (error) {
    const hint = existsSync(dirname(file)) ? '请核对它是不是文件、能不能读写' : '文件夹不存在，请先建好'
    throw new Error(`打不开数据文件${file}：${hint}`, { cause: error })
  }
}

/** The code by which SQLite says that a file is no database. */
const NO_DATABASE = 26

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isNone = 'errcode' in error && error.errcode === NO_DATABASE
  return isNone ? '它不是SQLite的数据文件，请换一个文件' : error.message
}
