import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { whenFree } from './when-free.ts'

/** Lets Kysely speak to the SQLite that is built into Node (SQLite适配). Writes that need a count return rows. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => nodeSqliteDriver(database),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function nodeSqliteDriver(database: DatabaseSync): Driver {
  const connection = nodeSqliteConnection(database)
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    // A plain `begin` takes the lock for writing only at the first write, and fails there if another process was faster.
    beginTransaction: () => whenFree(() => database.exec('begin immediate')),
    commitTransaction: () => whenFree(() => database.exec('commit')),
    rollbackTransaction: async () => database.exec('rollback'),
    releaseConnection: async () => {},
    destroy: async () => database.close(),
  }
}

function nodeSqliteConnection(database: DatabaseSync): DatabaseConnection {
  const prepared = new Map<string, StatementSync>()

  function prepare(text: string): StatementSync {
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = database.prepare(text)
    prepared.set(text, statement)
    return statement
  }

  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const values = parameters.map(toInputValue)
      return await whenFree(() => ({ rows: rowsOf<R>(prepare(sql), values) }))
    },
    // biome-ignore lint/correctness/useYield: stores read page by page.
    async *streamQuery() {
      throw new Error('This driver does not stream')
    },
  }
}

/** Kysely knows from the query what its rows are; SQLite gives plain objects. */
function rowsOf<R>(statement: StatementSync, values: readonly SQLInputValue[]): R[] {
  return Reflect.apply(statement.all, statement, values)
}

function toInputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`SQLite takes text and numbers, not ${typeof value}`)
}
