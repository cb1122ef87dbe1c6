import { connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openPostgresStore } from '../../../src/stores/postgres/open-postgres-store.ts'
import { appendAfter, blankCase } from '../../../src/testing/stores/sample-case.ts'
import { newDatabase } from './new-database.ts'

const CONNECTIONS = 3

/** Text of the first query of a connection: by then it is connected and logged in. */
const FIRST_QUERY = 'idle_in_transaction_session_timeout'

test('connections that break, at whatever moment, are replaced, and none is lost to the store', async () => {
  const line = await openLine(await newDatabase())
  let heard = 0
  const store = await openPostgresStore(line.url, { connections: CONNECTIONS, onConnectionError: () => heard++ })
  const first = appendAfter(blankCase('c1'))
  await store.append(first)

  // While nobody uses them.
  line.cut()
  await expect.poll(() => heard).toBeGreaterThan(0)
  expect(await store.summary('c1')).toEqual(first.summary)

  // As soon as they are made, more often than the store has connections.
  line.cut()
  line.cutsAtFirstQuery = true
  for (let tries = 0; tries < 3 * CONNECTIONS; tries++) await expect(store.summary('c1')).rejects.toThrow()
  line.cutsAtFirstQuery = false
  const reads = Array.from({ length: 2 * CONNECTIONS }, () => store.summary('c1'))
  expect(await Promise.all(reads)).toEqual(reads.map(() => first.summary))

  // In the middle of appends: the caller does not know what became of them, and asks again.
  const appends = ['c2', 'c3', 'c4'].map((id) => appendAfter(blankCase(id), { idempotencyKey: id, events: 300 }))
  const answers = appends.map((append) => store.append(append))
  line.cut()
  await Promise.allSettled(answers)
  for (const append of appends) expect(['appended', 'repeated']).toContain((await store.append(append)).kind)
  expect(await store.readAll(0, 10_000)).toHaveLength(901)
  await store.close()
})

/** A line to a database that can be cut. */
async function openLine(url: string) {
  const { port, hostname } = new URL(url)
  const sockets = new Set<Socket>()
  const line = {
    url: '',
    cutsAtFirstQuery: false,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.on('data', (data) => {
        if (line.cutsAtFirstQuery && data.includes(FIRST_QUERY)) socket.destroy()
        else other.write(data)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    line.cut()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  line.url = url.replace(`:${port}/`, `:${address.port}/`)
  return line
}
