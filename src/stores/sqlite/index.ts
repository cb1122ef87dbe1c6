/** Cases in one file (SQLite存储): `zhengwu/stores/sqlite`. SQLite is built into Node; nothing else is needed. */

export type { CaseStore } from '../case-store.ts'
export { openSqliteStore } from './open-sqlite-store.ts'
