import type { CaseStore } from './case-store.ts'
import { openMemoryStore } from './memory-store.ts'

/**
 * Opens the store at a place (打开存储): `memory:`, `sqlite:cases.db`, `postgres://user@host/database`. The drivers are
 * loaded when they are asked for; PostgreSQL needs the package `pg`.
 */
export async function openStore(location: string): Promise<CaseStore> {
  if (location === 'memory:') return openMemoryStore()
  if (location.startsWith('sqlite:')) {
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.ts')
    return await openSqliteStore(location.slice('sqlite:'.length))
  }
  if (/^postgres(?:ql)?:/.test(location)) {
    const { openPostgresStore } = await import('./postgres/open-postgres-store.ts')
    return await openPostgresStore(location)
  }
  // The location is not repeated: it may hold a password.
  throw new TypeError('A store is at memory:, sqlite:FILE or postgres://…')
}
