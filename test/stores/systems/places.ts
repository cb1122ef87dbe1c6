import { newFile } from '../../support/new-file.ts'
import { newDatabase } from './new-database.ts'

/** The stores that several processes share, each with the way to an empty place for one. */
export const SHARED_STORES: readonly { readonly name: string; readonly newPlace: () => Promise<string> }[] = [
  { name: 'SQLite', newPlace: async () => `sqlite:${newFile('cases.db')}` },
  { name: 'PostgreSQL', newPlace: newDatabase },
]
