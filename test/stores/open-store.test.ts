import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { loadDriver } from '../../src/stores/load-driver.ts'
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
  await expect(openStore(location)).rejects.toThrow('存储的位置应写 memory:、sqlite:文件 或者 postgres://…')
})

test('says that a file is missing from its place', async () => {
  await expect(openStore('sqlite:')).rejects.toThrow('sqlite:后面要写数据文件，如 sqlite:cases.db')
})

test.each([
  ['ERR_MODULE_NOT_FOUND', "Cannot find package 'pg' imported from /app/postgres.js"],
  ['MODULE_NOT_FOUND', "Cannot find module 'pg'"],
])('says how to install a driver that is not there: %s', async (code, message) => {
  const missing = Object.assign(new Error(message), { code })
  await expect(loadDriver('pg', () => Promise.reject(missing))).rejects.toThrow('没有安装pg，请先 npm install pg')
  await expect(loadDriver('mysql', () => Promise.reject(missing))).rejects.toBe(missing)
})

test('refuses a file that is no database, and a folder that is not there', async () => {
  await expect(openStore(`sqlite:${new URL(import.meta.url).pathname}`)).rejects.toThrow('它不是SQLite的数据文件')
  await expect(openStore(`sqlite:${join(newFile('gone'), 'cases.db')}`)).rejects.toThrow(
    'cases.db：文件夹不存在，请先建好',
  )
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
