import type { ControlledTransaction, Kysely, RawBuilder } from 'kysely'
import type { StoreTables } from './tables.ts'

/** The tables of a store, as Kysely speaks to them (数据库连接). */
export type Database = Kysely<StoreTables>

/** Such a database in the middle of a transaction (事务). */
export type StoreTransaction = ControlledTransaction<StoreTables, []>

/** In what two databases differ (数据库差异); all else is one SQL. */
export interface SqlFlavour {
  /** Column types: of ids that sort by their code units, of moments, and of the place of an event among all. */
  readonly types: { readonly id: string; readonly moment: string; readonly position: string }
  /** What ends `create table`. */
  readonly tableSuffix: string
  /** Keeps other processes from migrating until the transaction ends; nothing where a transaction does so by itself. */
  readonly lockSchema: (transaction: StoreTransaction) => Promise<void>
  /** What an append returns from the row of its case: announces, before positions are drawn, that some will be. */
  readonly announceAppend: RawBuilder<unknown>
  /** Passes over the rows that another transaction is just claiming. */
  readonly skipLocked: RawBuilder<unknown>
  /** Waits until the appends now under way are finished; false when one takes too long. Absent where they are serial. */
  readonly settleAppends?: (database: Database) => Promise<boolean>
}
