import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openStore } from '../../src/stores/open-store.ts'
import { appendAfter, blankCase } from '../../src/testing/stores/sample-case.ts'
import { eventsOf } from '../../src/testing/stores/store-kind.ts'
import { newFile } from '../support/new-file.ts'

test('opens the store at its place', async () => {
  const memory = await openStore('memory:')
  await memory.append(appendAfter(blankCase('c1')))
  expect(await (await openStore('memory:')).summary('c1')).toBeUndefined()

  const file = newFile('办件.db')
  const sqlite = await openStore(`sqlite:${file}`)
  await sqlite.append(appendAfter(blankCase('c1')))
  await sqlite.close()
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
})

test.each(['cases.db', 'mysql://root:secret@host/db', ''])('refuses “%s” without repeating it', async (location) => {
  await expect(openStore(location)).rejects.toThrow('A store is at memory:, sqlite:FILE or postgres://…')
})

test('refuses a file that is no database, and a folder that is not there', async () => {
  await expect(openStore(`sqlite:${new URL(import.meta.url).pathname}`)).rejects.toThrow('not a database')
  await expect(openStore(`sqlite:${join(newFile('gone'), 'cases.db')}`)).rejects.toThrow('unable to open')
})

test('hands on what somebody made of an event, for its history to be verified', async () => {
  const file = newFile('cases.db')
  const store = await openStore(`sqlite:${file}`)
  await store.append(appendAfter(blankCase('c1'), { events: 3 }))
  const hand = new DatabaseSync(file)
  hand.exec(`update zw_events set event = replace(event, 'applicant-1', 'applicant-2') where seq = 1`)
  hand.exec(`update zw_events set event = 'gone' where seq = 2`)
  hand.close()
  const events = (await eventsOf(store, 'c1')).map(({ event }) => event)
  expect(events[0]).toMatchObject({ kind: 'submitted', applicant: 'applicant-2' })
  expect(events[1]).toBe('gone')
  await store.close()
})
