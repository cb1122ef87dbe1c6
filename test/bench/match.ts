import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CliIo } from '../../src/cli/io.ts'
import { run as runZw } from '../../src/cli/run.ts'
import { generateApplicants, generateMatters } from '../support/generate-population.ts'

const MATTERS = 200
const SIZES = [10_000, 100_000] as const

/**
 * `npm run bench -- match`: `zw match` of made-up applicants against 200 matters, from the files to the last line of JSON,
 * with the most memory that the process ever had: it must not grow with the applicants.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-match-'))
  try {
    for (const { uri, text } of generateMatters(MATTERS)) {
      mkdirSync(dirname(join(folder, uri)), { recursive: true })
      writeFileSync(join(folder, uri), text)
    }
    for (const size of SIZES) await measure(folder, size)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, size: number): Promise<void> {
  const people = openSync(join(folder, 'people.jsonl'), 'w')
  for (const line of generateApplicants(size)) writeSync(people, `${line}\n`)
  closeSync(people)
  for (const json of [false, true]) {
    const output = openSync(join(folder, 'matched.jsonl'), 'w')
    const [began, cpuBefore] = [performance.now(), process.cpuUsage()]
    await runZw(['match', 'people.jsonl', 'matters', ...(json ? ['--json'] : [])], ioOf(folder, output))
    const seconds = (performance.now() - began) / 1000
    closeSync(output)
    const { user, system } = process.cpuUsage(cpuBefore)
    const { maxRSS } = process.resourceUsage()
    const rate = Math.round((size * MATTERS) / seconds / 1000)
    console.log(
      [
        `${size} applicants × ${MATTERS} matters, ${json ? 'JSON lines' : 'sums only'}:`,
        `${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time)`,
        `${rate} k pairs/s`,
        `${(statSync(join(folder, 'people.jsonl')).size / 1e6).toFixed(0)} MB in`,
        `${(statSync(join(folder, 'matched.jsonl')).size / 1e6).toFixed(0)} MB out`,
        `most memory so far ${(maxRSS / 1024).toFixed(0)} MB`,
      ].join('  '),
    )
  }
}

function ioOf(cwd: string, output: number): CliIo {
  return {
    out: (text) => void writeSync(output, text),
    err: (text) => void process.stderr.write(text),
    readStdin: async () => new Uint8Array(),
    streamStdin: async function* () {},
    askLines: async function* () {},
    typed: false,
    cwd,
    color: false,
    watched: false,
    columns: undefined,
    today: () => '2026-11-22',
    onStop: () => {},
  }
}
