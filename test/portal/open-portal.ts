import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const start = fileURLToPath(new URL('../../examples/portal/server/start.ts', import.meta.url))

/** A portal as a process of its own, on the packed package, with its data in a temporary folder. */
export interface OpenPortal {
  readonly url: string
  /** Stops the process and starts it anew on the same data. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts the portal on a Monday in September 2026. */
export async function openPortal(): Promise<OpenPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-portal-'))
  let { server, port } = await run(folder, '0')
  return {
    get url() {
      return `http://localhost:${port}`
    },
    async restart() {
      await end(server)
      ;({ server, port } = await run(folder, port))
    },
    async close() {
      await end(server)
      rmSync(folder, { recursive: true })
    },
  }
}

async function run(folder: string, port: string): Promise<{ readonly server: ChildProcess; readonly port: string }> {
  const env = { ...process.env, DATA: folder, PORT: port, START: '2026-09-14T09:00' }
  const server = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  for await (const chunk of server.stdout) {
    printed += chunk
    const found = /localhost:(\d+)/.exec(printed)?.[1]
    if (found !== undefined) {
      server.stdout.resume()
      return { server, port: found }
    }
  }
  throw new Error(`The portal did not start: ${printed}`)
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

export function openChromium(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install chromium fonts-noto-cjk')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** Somebody at a screen of their own, signed in; `complaints` are what the page says on the console or asks elsewhere. */
export interface Visitor {
  readonly page: Page
  readonly complaints: readonly string[]
}

export async function visit(
  browser: Browser,
  url: string,
  person: string,
  options: BrowserContextOptions,
): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    // Answers with 4xx are told by the browser too; the page tells them to people.
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(request.url())
  })
  await page.goto(url)
  await page.getByLabel('身份').selectOption({ label: person })
  await page.getByRole('link', { name: person.includes('工作人员') ? '工作台' : '我的办件' }).waitFor()
  return { page, complaints }
}
