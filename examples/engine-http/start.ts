import { type ServerType, serve } from '@hono/node-server'
import { openOffice } from './open-office.ts'
import { createServer, type Office } from './server.ts'

/** The settings of the service, by the names of environment variables. */
export type Settings = Readonly<Record<string, string | undefined>>

/** The service at work, until `stop`. */
export interface Started {
  readonly port: number
  readonly store: string
  readonly stop: () => Promise<void>
}

/** Starts the service, or says in one sentence why not. The store is not repeated: it may hold a password. */
export async function start({ STORE: store = 'sqlite:cases.db', PORT = '8080' }: Settings): Promise<Started | string> {
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) return 'PORT应为0到65535的整数，如 PORT=9000'
  if (!/^(memory:$|sqlite:.|postgres(ql)?:)/.test(store)) return 'STORE应为 memory:、sqlite:文件 或者 postgres://…'
  let office: Office
  try {
    office = await openOffice(store)
  } catch (error) {
    return `没有启动，请核对STORE写的存储在不在、能不能写：${sentenceOf(error)}`
  }
  try {
    const server = await listen(office, Number(PORT))
    const address = server.address()
    return {
      port: typeof address === 'object' && address !== null ? address.port : Number(PORT),
      store: store.slice(0, store.indexOf(':')),
      async stop() {
        server.close()
        await office.engine.stop()
      },
    }
  } catch (error) {
    await office.engine.stop()
    return `没有启动，端口${PORT}用不了：${sentenceOf(error)}`
  }
}

function listen(office: Office, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createServer(office).fetch, port }, () => resolve(server))
    server.once('error', reject)
  })
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim()
}
