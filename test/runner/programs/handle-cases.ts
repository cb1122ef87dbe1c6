/**
 * Handles licences over one store until it is killed or has done so many, each from the application to delivery; or, told
 * `due` instead of how many, wakes what is due a day after the applications. Says each answer as a line of JSON, after the
 * engine has given it.
 */
import { writeSync } from 'node:fs'
import { openEngine } from '../../../src/runner/open-engine.ts'
import { compileLicence, moment, STORY } from '../../support/engine/licence.ts'

const [location = '', name = '', most = '1000000'] = process.argv.slice(2)
let time = moment('2026-09-28 09:00')

const engine = await openEngine({
  store: location,
  definitions: [compileLicence()],
  now: () => time,
  pollEvery: false,
})
writeSync(1, `"ready"\n`)

if (most === 'due') {
  const { ticked, broken } = await engine.runDue(moment('2026-09-29 08:00'))
  writeSync(1, `${JSON.stringify({ ticked, broken: broken.length })}\n`)
}
for (let id = 0; id < Number(most); id++) {
  // Every other case is everybody's: several programs then vie for its commands.
  const caseId = id % 2 === 0 ? `${name}-${id}` : `shared-${id}`
  for (const [step, [when, by, command]] of STORY.entries()) {
    time = moment(when)
    const matter = command.kind === 'submit' ? { matter: '餐饮许可' } : {}
    const idempotencyKey = `${caseId}/${step}`
    const answer = await engine.dispatch({ caseId, by, command, idempotencyKey, ...matter })
    const said =
      answer.kind === 'done'
        ? { caseId, step, version: answer.version, repeated: answer.repeated }
        : { caseId, step, code: answer.refusal.code }
    writeSync(1, `${JSON.stringify(said)}\n`)
  }
}
await engine.stop()
