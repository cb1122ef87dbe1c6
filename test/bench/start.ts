import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { command } from '../../.config/entries.ts'

const ROUNDS = 15

/** Cold start of the built command: `zw check` on one file against a Node that does nothing, in turn. */
export async function run(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const built = `${root}dist/${command.output}.js`
  if (!existsSync(built)) spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' })
  const idle: number[] = []
  const check: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    idle.push(timeProcess(['-e', '0'], root))
    check.push(timeProcess([built, 'check', 'examples/language/simple-matter.zw'], root))
  }
  const [nothing, checked] = [median(idle), median(check)]
  console.log(`node -e 0                      ${nothing.toFixed(0)} ms   (median of ${ROUNDS})`)
  console.log(`zw check one-file              ${checked.toFixed(0)} ms   ${(checked / nothing).toFixed(1)}x`)
  console.log(`above node -e 0                ${(checked - nothing).toFixed(0)} ms   target: 150 ms or less`)
}

/** Wall time of one child process. Unit: milliseconds. */
function timeProcess(args: readonly string[], cwd: string): number {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - started) / 1e6
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
