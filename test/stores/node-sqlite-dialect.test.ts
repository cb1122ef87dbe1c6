import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../src/stores/sql/flavour.ts'
import { inTransaction } from '../../src/stores/sql/in-transaction.ts'
import type { StoreTables } from '../../src/stores/sql/tables.ts'
import { nodeSqliteDialect } from '../../src/stores/sqlite/node-sqlite-dialect.ts'
import { newFile } from '../support/new-file.ts'

function connect(file: string): Database {
  const database = new Kysely<StoreTables>({ dialect: nodeSqliteDialect(new DatabaseSync(file)) })
  onTestFinished(() => database.destroy())
  return database
}

test('transactions that read and then write wait for each other and never run into “database is locked”', async () => {
  const file = newFile('cases.db')
  const databases = [connect(file), connect(file), connect(file)]
  const [first] = databases
  if (first === undefined) throw new Error('three connections')
  await sql.raw('pragma journal_mode = wal').execute(first)
  await sql.raw('create table zw_schema (version integer not null)').execute(first)
  await first.insertInto('zw_schema').values({ version: 0 }).execute()
  const add = (database: Database) =>
    inTransaction(database, async (transaction) => {
      const { version } = await transaction.selectFrom('zw_schema').select('version').executeTakeFirstOrThrow()
      // Another connection gets its turn here; with a plain `begin` it would write first.
      await new Promise((resolve) => setTimeout(resolve, 1))
      await transaction
        .updateTable('zw_schema')
        .set({ version: version + 1 })
        .execute()
    })
  await Promise.all(Array.from({ length: 60 }, (_, index) => add(databases[index % 3] ?? first)))
  expect(await first.selectFrom('zw_schema').selectAll().executeTakeFirst()).toMatchObject({ version: 60 })
})

test('what is undone, or fails, leaves nothing and holds nothing up', async () => {
  const database = connect(newFile('cases.db'))
  await sql.raw('create table zw_schema (version integer not null)').execute(database)
  const write = (outcome: () => boolean) =>
    inTransaction(
      database,
      async (transaction) => {
        await transaction.insertInto('zw_schema').values({ version: 1 }).execute()
        return outcome()
      },
      (isDone) => isDone,
    )
  expect(await write(() => false)).toBe(false)
  const fail = () => {
    throw new Error('in the middle')
  }
  await expect(write(fail)).rejects.toThrow('in the middle')
  expect(await database.selectFrom('zw_schema').selectAll().execute()).toEqual([])
  expect(await write(() => true)).toBe(true)
  expect(await database.selectFrom('zw_schema').selectAll().execute()).toHaveLength(1)
})
