import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { openEngine } from 'zhengwu/runner'

const text = readFileSync(new URL('../quick-start/permit.zw', import.meta.url), 'utf8')

let clock = Date.parse('2026-09-28T09:00:00+08:00')
let isDown = true
const engine = await openEngine({
  store: 'memory:',
  definitions: compile([{ uri: 'permit.zw', text }]).matters.values(),
  retry: { firstDelay: 1_000, longestDelay: 60_000, mostAttempts: 3 },
  onTrouble: (trouble) => {
    if (trouble.kind === 'dead-letter')
      console.log('等人处理', trouble.failed.subscriber, `第${trouble.failed.seq}件事`)
  },
  now: () => clock,
  pollEvery: false,
})
engine.subscribe('档案系统', ({ key, event }) => {
  if (isDown && event.kind === 'submitted') throw new Error('档案系统连不上')
  console.log('归档', `第${key.seq}件事`)
})

await engine.dispatch({
  caseId: '2026-000002',
  matter: '劳务派遣经营许可',
  by: { kind: 'applicant', id: 'company-7', roles: [] },
  command: { kind: 'submit' },
})
for (let minute = 0; minute < 3; minute++) {
  await engine.deliver()
  clock += 60_000
}

// 修好以后，管理员看名单，再办一次。
isDown = false
for (const failed of await engine.failures({ dead: true })) {
  console.log('名单', failed.caseId, `第${failed.seq}件事`, `${failed.attempts}次`, failed.error)
  await engine.retry(failed)
}
await engine.deliver()
console.log('剩下', (await engine.failures()).length)
await engine.stop()
