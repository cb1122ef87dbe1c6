import { start } from './start.ts'

const started = await start(process.env)
if (typeof started === 'string') {
  console.error(started)
  process.exitCode = 2
} else {
  console.log(`办件接口：http://localhost:${started.port}，存储：${started.store}，接口说明：/openapi.json`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void started.stop())
}
