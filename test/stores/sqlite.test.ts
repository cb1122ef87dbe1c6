import { join } from 'node:path'
import { openSqliteStore } from '../../src/stores/sqlite/open-sqlite-store.ts'
import { testCaseStore } from '../../src/testing/stores/test-case-store.ts'
import { newFolder } from '../support/new-folder.ts'

testCaseStore('SQLite', {
  durable: true,
  newPlace: async () => {
    const file = join(newFolder(), 'cases.db')
    return () => openSqliteStore(file)
  },
})
