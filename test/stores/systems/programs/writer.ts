/** Appends to the cases of a store until it is killed: tells each append before it is tried, and when it is acknowledged. */
import { openStore } from '../../../../src/stores/open-store.ts'
// The driver is loaded before the word, so that the kill falls into the work.
import '../../../../src/stores/postgres/open-postgres-store.ts'
import '../../../../src/stores/sqlite/open-sqlite-store.ts'
import { appendAfter, blankCase } from '../../../../src/testing/stores/sample-case.ts'
import { say, waitForTheWord } from './speak.ts'

const [location = '', round = ''] = process.argv.slice(2)

await waitForTheWord()
const store = await openStore(location)
for (let count = 0; ; count++) {
  const caseId = count % 4 === 3 ? `round-${round}-${count}` : `shared-${count % 4}`
  const before = (await store.summary(caseId)) ?? blankCase(caseId)
  const append = appendAfter(before, { events: 1 + (count % 3), idempotencyKey: `${round}/${count}`, fingerprint: 'f' })
  say({ tried: append })
  const answer = await store.append(append)
  say({ acknowledged: append.idempotencyKey, answer })
}
