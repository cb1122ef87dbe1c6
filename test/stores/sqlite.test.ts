import { openSqliteStore } from '../../src/stores/sqlite/open-sqlite-store.ts'
import { testCaseStore } from '../../src/testing/stores/test-case-store.ts'
import { newFileInMemory } from '../support/new-file.ts'

testCaseStore('SQLite', {
  durable: true,
  // Each is flushed to the disk; test/stores/systems has 10,000.
  cases: 1_000,
  newPlace: async () => {
    const file = newFileInMemory('cases.db')
    return () => openSqliteStore(file)
  },
})
