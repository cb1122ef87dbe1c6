import { sql } from 'kysely'
import type { SqlFlavour } from '../sql/flavour.ts'

/** SQLite (SQLite的写法): one writer at a time, so that positions are drawn in the order in which appends are committed. */
export const SQLITE: SqlFlavour = {
  types: { id: 'text', moment: 'integer', position: 'integer not null primary key' },
  tableSuffix: ' strict',
  lockSchema: async () => {},
  announceAppend: sql`1`,
  skipLocked: sql``,
}
