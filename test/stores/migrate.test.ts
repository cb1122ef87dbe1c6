import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../src/stores/sql/flavour.ts'
import { migrate } from '../../src/stores/sql/migrate.ts'
import { MIGRATIONS, type Migration } from '../../src/stores/sql/migrations.ts'
import type { StoreTables } from '../../src/stores/sql/tables.ts'
import { nodeSqliteDialect } from '../../src/stores/sqlite/node-sqlite-dialect.ts'
import { openSqliteStore } from '../../src/stores/sqlite/open-sqlite-store.ts'
import { prepareFile } from '../../src/stores/sqlite/prepare-file.ts'
import { SQLITE } from '../../src/stores/sqlite/sqlite-flavour.ts'
import { appendAfter, blankCase } from '../../src/testing/stores/sample-case.ts'
import { newFile } from '../support/new-file.ts'

const next: Migration = ({ types }) => [
  `alter table zw_cases add column organ ${types.id}`,
  `update zw_cases set organ = '市场监管局'`,
]

function connect(file: string): Database {
  const database = new Kysely<StoreTables>({ dialect: nodeSqliteDialect(new DatabaseSync(file)) })
  onTestFinished(() => database.destroy())
  return database
}

async function columnsOf(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string }>`select name from pragma_table_info('zw_cases')`.execute(
    database,
  )
  return rows.map(({ name }) => name)
}

async function storeWithOneCase(): Promise<string> {
  const file = newFile('cases.db')
  const store = await openSqliteStore(file)
  await store.append(appendAfter(blankCase('c1')))
  await store.close()
  return file
}

test('a later version of the schema is added to a store in use, once', async () => {
  const file = await storeWithOneCase()
  const database = connect(file)
  await migrate(database, SQLITE, [...MIGRATIONS, next])
  // A second run would fail: the column is there.
  await migrate(database, SQLITE, [...MIGRATIONS, next])
  const { rows } = await sql`select case_id, organ from zw_cases`.execute(database)
  expect(rows).toEqual([expect.objectContaining({ case_id: 'c1', organ: '市场监管局' })])
})

test('an empty place gets all versions in order', async () => {
  const database = connect(':memory:')
  await migrate(database, SQLITE, [...MIGRATIONS, next])
  expect(await columnsOf(database)).toContain('organ')
})

test('a version that fails half-way leaves the store as it was', async () => {
  const file = await storeWithOneCase()
  const database = connect(file)
  const broken: Migration = () => [...next(SQLITE), 'alter table zw_gone add column x text']
  await expect(migrate(database, SQLITE, [...MIGRATIONS, broken])).rejects.toThrow('no such table')
  expect(await columnsOf(database)).not.toContain('organ')
  const store = await openSqliteStore(file)
  expect(await store.append(appendAfter(blankCase('c2')))).toMatchObject({ kind: 'appended' })
  await store.close()
})

test('a store that a later zhengwu has migrated is refused, and left alone', async () => {
  const file = await storeWithOneCase()
  await migrate(connect(file), SQLITE, [...MIGRATIONS, next])
  await expect(openSqliteStore(file)).rejects.toThrow(
    `The store has schema ${MIGRATIONS.length + 1}; this version of zhengwu knows ${MIGRATIONS.length}`,
  )
})

test('a file is flushed at every commit, and read while it is written', () => {
  const file = newFile('cases.db')
  const database = new DatabaseSync(file)
  prepareFile(database)
  expect(database.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
  expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  database.close()
})
