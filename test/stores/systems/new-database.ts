import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { query } from '../../support/postgres-server.ts'

/** Makes an empty database in the PostgreSQL of these tests and says where it is. */
export async function newDatabase(): Promise<string> {
  const url = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await query(url, `create database ${name}`)
  return url.replace(/\/postgres$/, `/${name}`)
}
