import { serve } from '@hono/node-server'
import { openOffice } from './open-office.ts'
import { createServer } from './server.ts'

const store = process.env['STORE'] ?? 'sqlite:cases.db'
const port = Number(process.env['PORT'] ?? 8080)

const office = await openOffice(store)
const server = serve({ fetch: createServer(office).fetch, port }, () => {
  console.log(`办件接口：http://localhost:${port}，存储：${store.split(':')[0]}，接口说明：/openapi.json`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    void office.engine.stop()
  })
}
