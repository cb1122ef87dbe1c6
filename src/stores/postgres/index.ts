/** Cases in PostgreSQL (PostgreSQL存储): `zhengwu/stores/postgres`. Needs the package `pg`. */

export type { CaseStore } from '../case-store.ts'
export { openPostgresStore, type PostgresOptions } from './open-postgres-store.ts'
