import { Client } from 'pg'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { CaseStore } from '../../../src/stores/case-store.ts'
import { openPostgresStore } from '../../../src/stores/postgres/open-postgres-store.ts'
import { appendAfter, blankCase } from '../../../src/testing/stores/sample-case.ts'
import { newDatabase } from './new-database.ts'

/** Draws a position, and holds up whoever wants to write the first event of the case. */
const DRAW = `insert into zw_events (case_id, seq, event, previous, hash) values ('slow', 1, '{}', '', '')`

let store: CaseStore
let other: CaseStore
let hand: Client

beforeEach(async () => {
  const url = await newDatabase()
  store = await openPostgresStore(url)
  other = await openPostgresStore(url)
  hand = new Client({ connectionString: url })
  await hand.connect()
  onTestFinished(async () => {
    await hand.end()
    await store.close()
    await other.close()
  })
})

async function positionsAfter(position: number): Promise<readonly number[]> {
  return (await store.readAll(position, 100)).map((event) => event.position)
}

test('what was committed after an append that is still under way is not shown before it', async () => {
  await store.append(appendAfter(blankCase('first')))
  await hand.query('begin')
  await hand.query(DRAW)
  const slow = other.append(appendAfter(blankCase('slow')))
  // Position 1 is the first, 2 that of the hand, 3 that of the slow append.
  await expect.poll(async () => await drawn()).toBe(3)
  expect(await store.append(appendAfter(blankCase('fast')))).toMatchObject({ position: 4 })

  // Somebody who asks from further on says nothing about what lies before.
  expect(await positionsAfter(3)).toEqual([4])
  expect(await positionsAfter(0)).toEqual([1])
  expect(await positionsAfter(1)).toEqual([])
  await hand.query('rollback')
  expect(await slow).toMatchObject({ kind: 'appended', position: 3 })
  expect(await positionsAfter(1)).toEqual([3, 4])
})

test('a reader waits for an append under way and then shows both, in their order', async () => {
  await hand.query('begin')
  await hand.query(DRAW)
  const slow = other.append(appendAfter(blankCase('slow')))
  await expect.poll(async () => await drawn()).toBe(2)
  await store.append(appendAfter(blankCase('fast')))
  const read = positionsAfter(0)
  await hand.query('rollback')
  await slow
  expect(await read).toEqual([2, 3])
})

test('positions that were undone are passed over, and stay so', async () => {
  await hand.query('begin')
  await hand.query(DRAW)
  await hand.query('rollback')
  await store.append(appendAfter(blankCase('c1')))
  expect(await positionsAfter(0)).toEqual([2])
  await hand.query(`select nextval(pg_get_serial_sequence('zw_events', 'position'))`)
  await store.append(appendAfter(blankCase('c2')))
  expect(await positionsAfter(0)).toEqual([2, 4])
  expect(await positionsAfter(2)).toEqual([4])
})

test('nobody else who writes in the database for hours holds readers up', async () => {
  await hand.query('begin')
  await hand.query('create table statistics (rows bigint)')
  for (const id of ['c1', 'c2']) await store.append(appendAfter(blankCase(id)))
  expect(await positionsAfter(0)).toEqual([1, 2])
  await hand.query('rollback')
})

async function drawn(): Promise<number> {
  const { rows } = await hand.query(`select last_value from zw_events_position_seq`)
  return Number(rows[0]?.last_value)
}
