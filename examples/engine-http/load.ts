import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { openOffice } from './open-office.ts'
import { createServer } from './server.ts'

const seconds = Number(process.argv[2] ?? 30)
const file = join(tmpdir(), `engine-http-${process.pid}.db`)
const office = await openOffice(process.env['STORE'] ?? `sqlite:${file}`)
const server = serve({ fetch: createServer(office).fetch, port: 0 })
await new Promise((resolve) => server.once('listening', resolve))
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const json = { 'Content-Type': 'application/json' }
const as = (token: string) => ({ Authorization: `Bearer ${token}`, ...json })
const submission = JSON.stringify({
  matter: '小餐饮经营许可',
  facts: { 经营面积: 30 },
  materials: [{ name: '申请书' }, { name: '健康证明' }],
})
const seen: string[] = []

/** One case after the other: submitted, accepted, inspected, looked at three times. */
const result = await autocannon({
  url: `http://localhost:${port}`,
  connections: 10,
  duration: seconds,
  requests: [
    {
      method: 'POST',
      path: '/cases',
      headers: as('token-applicant'),
      body: submission,
      onResponse: (_status, body, context) => {
        const { caseId } = JSON.parse(body)
        Object.assign(context, { caseId })
        seen.push(caseId)
      },
    },
    read('token-applicant'),
    write('token-window', { kind: 'accept' }),
    read('token-window'),
    write('token-inspector', { kind: 'completeStep', step: '现场核查' }),
    read('token-decider'),
  ],
})

const { latency, requests, errors, timeouts, non2xx } = result
console.log(`${seconds} s，${requests.total} 次请求，每秒 ${requests.average.toFixed(0)} 次，新办件 ${seen.length} 件`)
console.log(`延迟（毫秒）：p50 ${latency.p50}，p90 ${latency.p90}，p99 ${latency.p99}，最长 ${latency.max}`)
console.log(`出错 ${errors}，超时 ${timeouts}，非2xx ${non2xx}`)
server.close()
await office.engine.stop()
for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
process.exitCode = errors + timeouts + non2xx === 0 ? 0 : 1

function read(token: string): autocannon.Request {
  return {
    method: 'GET',
    headers: as(token),
    setupRequest: (request, context) => ({ ...request, path: `/cases/${caseOf(context)}` }),
  }
}

function write(token: string, command: object): autocannon.Request {
  return {
    method: 'POST',
    headers: as(token),
    body: JSON.stringify(command),
    setupRequest: (request, context) => ({ ...request, path: `/cases/${caseOf(context)}/commands` }),
  }
}

function caseOf(context: object): string {
  return 'caseId' in context && typeof context.caseId === 'string' ? context.caseId : ''
}
