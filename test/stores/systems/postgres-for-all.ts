import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../support/postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL is in which every test makes a database of its own. */
    readonly postgresUrl: string
  }
}

/** One PostgreSQL for all tests of the project `stores`. None of them ends it, so that it need not flush anything to the disk. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ fsync: 'off' })
  provide('postgresUrl', server.url('postgres'))
  return () => server.stop()
}
