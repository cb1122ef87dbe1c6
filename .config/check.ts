/**
 * `npm run check`: every check in order, stopping at the first that fails.
 * `npm run check -- types layers` runs only those named.
 */
import { spawnSync } from 'node:child_process'

const vitest = 'vitest run --config .config/vitest.config.ts'

/** Cheap and telling first; what needs the build after it. */
const steps: Readonly<Record<string, string>> = {
  types: 'tsc && tsc --project .config/portal.tsconfig.json',
  style: 'biome check --config-path=.config/biome.config.json --error-on-warnings .',
  layers: 'depcruise --config .config/dependency-cruiser.config.mjs src test examples',
  unused: 'knip --config .config/knip.config.ts',
  build: 'npm run --silent build',
  exports: 'publint run --strict',
  resolution: 'attw --pack . --profile node16 --format ascii --no-emoji --no-definitely-typed',
  api: 'node .config/api-report.ts',
  size: 'size-limit --config .config/size-limit.config.ts',
  tests: `${vitest} --project unit --coverage`,
  package: `${vitest} --project package`,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}

for (const [name, command] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n── check: ${name} ── ${command}`)
  const started = Date.now()
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n── check: ${name} FAILED. Again: npm run check -- ${name}`)
    process.exit(1)
  }
  console.log(`── check: ${name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
