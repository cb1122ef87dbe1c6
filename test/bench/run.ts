/**
 * `npm run bench` runs every measurement, `npm run bench -- calendar` one. Each is a file here that exports
 * `async function run(): Promise<void>` and prints what it found. Nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Bench {
  run(): Promise<void>
}

const folder = new URL('.', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('export async function run('))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

const [chosen, ...more] = process.argv.slice(2)
if (more.length > 0 || (chosen !== undefined && !names.includes(chosen))) {
  console.error(`Usage: npm run bench [-- NAME]; NAME is one of: ${names.join(', ')}`)
  process.exit(2)
}

if (chosen === undefined) {
  // A process each, so that one measurement's heap and compiled code do not colour the next.
  for (const name of names) {
    console.log(`\n── ${name}`)
    const { status } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
    })
    if (status !== 0) process.exitCode = 1
  }
} else {
  const bench: Bench = await import(new URL(`${chosen}.ts`, folder).href)
  await bench.run()
}
