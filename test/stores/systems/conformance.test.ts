import { describe } from 'vitest'
import { openPostgresStore } from '../../../src/stores/postgres/open-postgres-store.ts'
import { openSqliteStore } from '../../../src/stores/sqlite/open-sqlite-store.ts'
import { onNewPlaceOf } from '../../../src/testing/stores/store-kind.ts'
import { testCaseStore } from '../../../src/testing/stores/test-case-store.ts'
import { testManyCases } from '../../../src/testing/stores/test-many-cases.ts'
import { newFileInMemory } from '../../support/new-file.ts'
import { newDatabase } from './new-database.ts'

testCaseStore('PostgreSQL', {
  durable: true,
  newPlace: async () => {
    const url = await newDatabase()
    return () => openPostgresStore(url, { connections: 8 })
  },
})

// All else that a store must do, SQLite does in `npm test`.
describe('SQLite', () => {
  const newPlace = async () => {
    const file = newFileInMemory('cases.db')
    return () => openSqliteStore(file)
  }
  testManyCases(onNewPlaceOf({ durable: true, newPlace }), 10_000)
})
