import type { DatabaseSync } from 'node:sqlite'

/**
 * Sets up a connection to a file of cases (准备数据文件): readers beside the writer (WAL), and a flush to the disk at every
 * commit (FULL), without which a power cut would take the last appends back.
 */
export function prepareFile(database: DatabaseSync): void {
  const mode = database.prepare('pragma journal_mode = wal').get()?.['journal_mode']
  // On a network drive, where SQLite cannot share memory, the mode stays another: several machines need PostgreSQL.
  if (mode !== 'wal' && mode !== 'memory')
    throw new Error('那里不能用预写日志，请放在本机的磁盘上；几台机器共用的，请用PostgreSQL')
  database.exec('pragma synchronous = full')
}
