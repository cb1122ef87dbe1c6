import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Append, CaseStore } from '../../../src/stores/case-store.ts'
import { openPostgresStore } from '../../../src/stores/postgres/open-postgres-store.ts'
import { appendAfter, blankCase } from '../../../src/testing/stores/sample-case.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { checkHistories } from './check-histories.ts'

const CRASHES = 10
const WRITERS = 4

let server: PostgresServer

beforeAll(async () => {
  // An administrator's idea of speed: commits answer before they are on the disk, which is written to every 10 s.
  server = await startPostgres({ synchronous_commit: 'off', wal_writer_delay: '10s' })
})

afterAll(() => server.stop())

test(`a server that crashes ${CRASHES} times loses nothing acknowledged, and the store goes on`, async () => {
  let broken = 0
  const options = { connections: WRITERS, onConnectionError: () => broken++ }
  const store = await openPostgresStore(await server.createDatabase(), options)
  const acknowledged: Append[] = []
  let unanswered = 0
  for (let round = 0; round < CRASHES; round++) {
    const writers = Array.from({ length: WRITERS }, (_, index) => writeUntilItFails(store, `${round}-${index}`))
    await pause(20 + Math.random() * 80)
    await server.crash()
    const results = await Promise.all(writers)
    await server.restart()
    for (const { done, last } of results) {
      acknowledged.push(...done, last)
      unanswered++
      // Asked again, since nobody answered: it is there already, or is now.
      expect(['appended', 'repeated']).toContain((await store.append(last)).kind)
      expect(await store.append(last)).toMatchObject({ kind: 'repeated', sameRequest: true })
    }
  }
  const histories = await checkHistories(store)
  for (const { summary, expectedVersion, events } of acknowledged) {
    const kept = histories.get(summary.caseId)?.slice(expectedVersion, summary.version)
    expect(kept?.map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash))
  }
  const total = acknowledged.reduce((sum, { events }) => sum + events.length, 0)
  expect([...histories.values()].flat()).toHaveLength(total)
  expect(acknowledged.length).toBeGreaterThan(unanswered)
  expect(broken).toBeGreaterThan(0)
  // A connection that was lost without being given back would keep this from ending.
  await store.close()
})

/** Appends to a case until the store fails: what was acknowledged, and the one nobody answered. */
async function writeUntilItFails(store: CaseStore, name: string): Promise<{ done: readonly Append[]; last: Append }> {
  const done: Append[] = []
  let summary = blankCase(`case-${name}`)
  for (let count = 0; ; count++) {
    const idempotencyKey = `${name}/${count}`
    const append = appendAfter(summary, { events: 1 + (count % 3), idempotencyKey })
    try {
      expect((await store.append(append)).kind).toBe('appended')
    } catch {
      return { done, last: append }
    }
    done.push(append)
    summary = append.summary
  }
}
