import type { CaseStore } from './case-store.ts'
import { loadDriver } from './load-driver.ts'
import { openMemoryStore } from './memory-store.ts'

/**
 * Opens the store at a place (打开存储): `memory:`, `sqlite:cases.db`, `postgres://user@host/database`. The drivers are
 * loaded when they are asked for; PostgreSQL needs the package `pg`.
 */
export async function openStore(location: string): Promise<CaseStore> {
  if (location === 'memory:') return openMemoryStore()
  if (location.startsWith('sqlite:')) {
    const file = location.slice('sqlite:'.length)
    if (file === '') throw new TypeError('sqlite:后面要写数据文件，如 sqlite:cases.db')
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
    return await openSqliteStore(file)
  }
  if (/^postgres(?:ql)?:/.test(location)) {
    const { openPostgresStore } = await loadDriver('pg', () => import('./postgres/open-postgres-store.ts'))
    return await openPostgresStore(location)
  }
  // The location is not repeated: it may hold a password.
  throw new TypeError('存储的位置应写 memory:、sqlite:文件 或者 postgres://…')
}
