import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Where Debian, Ubuntu and others put the browser; CHROMIUM names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser with one file to look at. */
export interface OpenBrowser {
  /** Opens the file, and tells what the page says on the console or asks of the network. */
  readonly open: (
    options: BrowserContextOptions,
  ) => Promise<{ readonly page: Page; readonly complaints: readonly string[] }>
  readonly close: () => Promise<void>
}

/** Starts the browser on a page that is written to a temporary file, as people open it. */
export async function openBrowser(text: string): Promise<OpenBrowser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES].find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install chromium fonts-noto-cjk')
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-browser-'))
  const file = join(folder, 'report.html')
  writeFileSync(file, text)
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  return {
    open: async (options) => {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('request', (request) => {
        if (request.url() !== pathToFileURL(file).href) complaints.push(request.url())
      })
      await page.goto(pathToFileURL(file).href)
      return { page, complaints }
    },
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}
