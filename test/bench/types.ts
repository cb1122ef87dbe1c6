import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '../../src/compile/compile.ts'
import { formFor } from '../../src/exchange/json-schema/form-for.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 1_000
const ROUNDS = 3
const ZW = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** Written to standard error by the process itself as it ends. Unit: KiB. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('maxRSS ' + process.resourceUsage().maxRSS))",
)}`

/**
 * The forms of a city's catalogue written by `zw types`, each run as its own process from start to end; and how long it takes
 * to lay out one form anew, as a page does at every answer.
 */
export async function run(): Promise<void> {
  const files = generateCatalogue(MATTERS)
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-types-'))
  try {
    for (const { uri, text } of files) {
      mkdirSync(dirname(join(folder, uri)), { recursive: true })
      writeFileSync(join(folder, uri), text)
    }
    console.log(`${MATTERS} matters, ${ROUNDS} runs each`)
    for (const [command, format] of [
      ['check', undefined],
      ['types', 'ts'],
      ['types', 'json-schema'],
    ] as const) {
      for (let round = 0; round < ROUNDS; round++) console.log(measure(folder, command, format))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  const matters = [...compile(files, { asOf: '2026-11-22' }).matters.values()].map(({ matter }) => matter)
  for (const words of ['forms laid out for the first time', 'forms laid out again']) {
    const started = process.hrtime.bigint()
    for (const matter of matters) formFor(matter, { facts: { jingYingMianJi: 120 } })
    const microseconds = Number(process.hrtime.bigint() - started) / 1e3
    console.log(`${words}: ${(microseconds / matters.length).toFixed(0)} µs each`)
  }
}

function measure(folder: string, command: string, format: 'ts' | 'json-schema' | undefined): string {
  const output = format === undefined ? undefined : `forms.${format}`
  const flags = output === undefined ? [] : ['--format', format ?? '', '-o', output]
  const started = process.hrtime.bigint()
  const { stderr } = spawnSync(process.execPath, ['--import', TELL_MEMORY, ZW, command, 'catalogue', ...flags], {
    cwd: folder,
    encoding: 'utf8',
  })
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const megabytes = (Number(/maxRSS (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6
  const size = output === undefined ? '' : `   ${(statSync(join(folder, output)).size / 1e6).toFixed(1)} MB written`
  return `${command} ${format ?? ''}   ${seconds.toFixed(2)} s   peak memory ${megabytes.toFixed(0)} MB${size}`
}
