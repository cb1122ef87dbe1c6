import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { parseInstant } from 'zhengwu/engine'
import { createApp } from './app.ts'
import { openOffice } from './office.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const { PORT = '8090', DATA = `${here}data`, START } = process.env

const startAt = START === undefined ? undefined : parseInstant(`${START}:00+08:00`)
if (startAt?.ok === false) {
  console.error('START应写北京时间，如 START=2026-09-21T09:00')
  process.exit(2)
}
const office = await openOffice(DATA, startAt?.value)
const app = createApp(office)
// 页面：Vite 生成的文件；别的地址都是页面自己的。
app.use('/assets/*', serveStatic({ root: `${here}dist` }))
app.get('*', serveStatic({ root: `${here}dist`, path: 'index.html' }))

const server = serve({ fetch: app.fetch, port: Number(PORT) }, ({ port }) => {
  console.log(`门户在 http://localhost:${port}`)
})
server.once('error', (error) => {
  console.error(`没有启动，端口${PORT}用不了：${error.message}`)
  process.exit(2)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    server.close()
    await office.close()
    process.exit(0)
  })
}
