/**
 * Where cases are kept (办件存储): `zhengwu/stores`. The contract, the store in memory, and the way to open any of them by
 * its place. `zhengwu/stores/sqlite` and `zhengwu/stores/postgres` open one kind with its options.
 */

export type {
  Append,
  Appended,
  CaseQuery,
  CaseStore,
  CaseSummary,
  DueCase,
  FailedEffect,
  KeyedAppend,
  StoredEvent,
} from './case-store.ts'
export { openMemoryStore } from './memory-store.ts'
export { openStore } from './open-store.ts'
