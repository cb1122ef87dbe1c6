import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 2_000
const ROUNDS = 3
const ZW = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** Written to standard error by the process itself as it ends. Unit: KiB. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS))",
)}`

/**
 * A city's catalogue reported, verified and written as a page, each as its own process: how long it takes from start to
 * end, how much memory it needs at most, and how large the page is.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-page-'))
  try {
    for (const { uri, text } of generateCatalogue(MATTERS)) {
      mkdirSync(dirname(join(folder, uri)), { recursive: true })
      writeFileSync(join(folder, uri), text)
    }
    console.log(`${MATTERS} matters, ${ROUNDS} runs each`)
    for (const command of [['report'], ['verify', '--allow-empty'], ['report', '--html', 'report.html']]) {
      for (let round = 0; round < ROUNDS; round++) console.log(`${command.join(' ')}   ${measure(folder, command)}`)
    }
    console.log(`report.html   ${(statSync(join(folder, 'report.html')).size / 1e6).toFixed(1)} MB`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(folder: string, [name = '', ...flags]: readonly string[]): string {
  const started = process.hrtime.bigint()
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_MEMORY, ZW, name, 'catalogue', '--as-of', '2026-11-22', ...flags],
    { cwd: folder, encoding: 'utf8' },
  )
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const megabytes = (Number(/maxRSS (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6
  return `${seconds.toFixed(2)} s   peak memory ${megabytes.toFixed(0)} MB`
}
