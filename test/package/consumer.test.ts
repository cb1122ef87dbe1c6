import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'
import { command, entries } from '../../.config/entries.ts'

const consumer = inject('consumer')
const nodes = inject('nodes')
const specifiers = entries.map(({ subpath }) => `zhengwu${subpath.slice(1)}`)
const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))

interface Outcome {
  readonly status: number | null
  readonly output: string
}

function runNode(executable: string, args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(executable, args, { cwd: consumer, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

function write(path: string, text: string): string {
  const file = join(consumer, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Prints the names that each entry exports, as one line of JSON. */
const esmNames = `
const found = {}
for (const name of ${JSON.stringify(specifiers)}) found[name] = Object.keys(await import(name)).sort()
console.log(JSON.stringify(found))
`
const cjsNames = `
const found = {}
for (const name of ${JSON.stringify(specifiers)}) found[name] = Object.keys(require(name)).sort()
console.log(JSON.stringify(found))
`

describe.each(Object.entries(nodes))('on Node %s', (major, node) => {
  test('is the Node that the test is about', () => {
    expect(runNode(node, ['--version']).output).toMatch(new RegExp(`^v${major}\\.`))
  })

  test('import gives every entry, and require gives the same names', () => {
    const esm = runNode(node, [write('names.mjs', esmNames)])
    const cjs = runNode(node, ['--no-warnings', write('names.cjs', cjsNames)])
    expect(esm.output).toBe(cjs.output)
    const names: Record<string, readonly string[]> = JSON.parse(esm.output)
    for (const specifier of specifiers) expect(names[specifier]?.length, specifier).toBeGreaterThan(0)
  })
})

describe('the command', () => {
  const executable = join(consumer, 'node_modules/.bin', command.name)

  test.each(['22', '24'])('zw runs on Node %s', (major) => {
    const { status, output } = runNode(nodes[major] ?? '', [executable, '--help'])
    expect(output).toContain('zw')
    expect(status).toBe(0)
  })

  test('it can be executed as installed', () => {
    const { status, stdout } = spawnSync(executable, ['--version'], { cwd: consumer, encoding: 'utf8' })
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/)
    expect(status).toBe(0)
  })
})

describe('TypeScript sees the types', () => {
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--lib', 'es2023']
  const uses = specifiers.map((name, index) => `import * as entry${index} from '${name}'`).join('\n')
  const program = `${uses}
const all: readonly object[] = [${specifiers.map((_, index) => `entry${index}`).join(', ')}]
export const count: number = all.length
`

  test.each([
    ['node16', 'node16', 'types/esm.mts'],
    ['node16', 'node16', 'types/cjs.cts'],
    ['bundler', 'es2022', 'types/bundled.ts'],
  ])('with moduleResolution %s and module %s, from %s', (resolution, module, path) => {
    const args = [tsc, ...options, '--moduleResolution', resolution, '--module', module, write(path, program)]
    const { status, output } = runNode(process.execPath, args)
    expect(output).toBe('')
    expect(status).toBe(0)
  })

  test('a name that the package has not is an error', () => {
    const path = write('types/wrong.mts', "import { noSuchName } from 'zhengwu/calendar'\nexport { noSuchName }\n")
    const args = [tsc, ...options, '--moduleResolution', 'node16', '--module', 'node16', path]
    expect(runNode(process.execPath, args).output).toContain("has no exported member 'noSuchName'")
  })
})

test('calendar and analysis work with the parser’s package taken away', () => {
  const parser = join(consumer, 'node_modules/chevrotain')
  const away = join(consumer, 'chevrotain-taken-away')
  renameSync(parser, away)
  try {
    for (const specifier of ['zhengwu/calendar', 'zhengwu/analysis']) {
      const esm = write('alone.mjs', `import * as all from '${specifier}'\nconsole.log(Object.keys(all).length)`)
      const cjs = write('alone.cjs', `console.log(Object.keys(require('${specifier}')).length)`)
      for (const file of [esm, cjs]) expect(Number(runNode(process.execPath, [file]).output)).toBeGreaterThan(0)
    }
    expect(runNode(process.execPath, [write('whole.mjs', "import 'zhengwu'")]).status).not.toBe(0)
  } finally {
    renameSync(away, parser)
  }
})
