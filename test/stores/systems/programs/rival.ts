/** Works on a store beside others: adds to cases that all add to, claims what is due, moves what all move. */
import { openStore } from '../../../../src/stores/open-store.ts'
import '../../../../src/stores/postgres/open-postgres-store.ts'
import '../../../../src/stores/sqlite/open-sqlite-store.ts'
import { appendAfter, blankCase } from '../../../../src/testing/stores/sample-case.ts'
import { say, waitForTheWord } from './speak.ts'

const [location = '', worker = '', adds = ''] = process.argv.slice(2)

await waitForTheWord()
const store = await openStore(location)

let conflicts = 0
for (let count = 0; count < Number(adds); ) {
  const caseId = `shared-${count % 3}`
  const append = appendAfter((await store.summary(caseId)) ?? blankCase(caseId), { text: worker })
  const answer = await store.append(append)
  if (answer.kind === 'conflict') {
    conflicts++
    continue
  }
  say({ added: [caseId, answer.version, append.summary.lastHash] })
  count++
  const due = await store.claimDue({ now: 100, until: 100, limit: 1, worker, claimedUntil: 200 })
  say({ claimed: due.map(({ caseId }) => caseId) })
  for (;;) {
    const from = await store.position('mail')
    if (await store.movePosition('mail', from, from + 1)) break
  }
}
say({ conflicts })

await store.close()
