import { sql } from 'kysely'
import type { Database, SqlFlavour } from './flavour.ts'
import { inTransaction } from './in-transaction.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'

/**
 * Brings the schema of a store to the version that this program knows (升级数据结构), in one transaction: all of it or
 * nothing. Of several processes that start together one does it, the others wait and find it done. A store that a later
 * program has migrated is refused: this one would not know what its columns mean.
 */
export async function migrate(
  database: Database,
  flavour: SqlFlavour,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await flavour.lockSchema(transaction)
    await sql.raw('create table if not exists zw_schema (version integer not null)').execute(transaction)
    const row = await transaction.selectFrom('zw_schema').select('version').executeTakeFirst()
    const version = row?.version ?? 0
    if (version > migrations.length) {
      throw new Error(`The store has schema ${version}; this version of zhengwu knows ${migrations.length}`)
    }
    if (version === migrations.length) return
    for (const migration of migrations.slice(version)) {
      for (const statement of migration(flavour)) await sql.raw(statement).execute(transaction)
    }
    if (row === undefined) await transaction.insertInto('zw_schema').values({ version: migrations.length }).execute()
    else await transaction.updateTable('zw_schema').set({ version: migrations.length }).execute()
  })
}
