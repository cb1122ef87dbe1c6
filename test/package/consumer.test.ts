import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, inject, test } from 'vitest'
import { command, entries } from '../../.config/entries.ts'

const consumer = inject('consumer')
const nodes = inject('nodes')
/** What needs no optional peer, of which this consumer has none. */
const usable = entries.filter(({ peers }) => peers === undefined)
const specifiers = usable.map(specifierOf)
const root = fileURLToPath(new URL('../..', import.meta.url))
const tsc = join(root, 'node_modules/typescript/bin/tsc')
const quickStart = join(root, 'examples/quick-start')

function specifierOf({ subpath }: (typeof entries)[number]): string {
  return `zhengwu${subpath.slice(1)}`
}

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
function printNames(names: readonly string[], load: 'await import' | 'require'): string {
  return `
const found = {}
for (const name of ${JSON.stringify(names)}) found[name] = Object.keys(${load}(name)).sort()
console.log(JSON.stringify(found))
`
}

describe.each(Object.entries(nodes))('on Node %s', (major, node) => {
  test('is the Node that the test is about', () => {
    expect(runNode(node, ['--version']).output).toMatch(new RegExp(`^v${major}\\.`))
  })

  test('import gives every entry, and require gives the same names', () => {
    const importable = usable.filter(({ builtin }) => builtin === undefined || major !== '20').map(specifierOf)
    // Node 22 calls its SQLite experimental.
    const esm = runNode(node, ['--no-warnings', write('names.mjs', printNames(importable, 'await import'))])
    const cjs = runNode(node, ['--no-warnings', write('names.cjs', printNames(importable, 'require'))])
    expect(esm.output).toBe(cjs.output)
    const names: Record<string, readonly string[]> = JSON.parse(esm.output)
    for (const specifier of importable) expect(names[specifier]?.length, specifier).toBeGreaterThan(0)
  })

  test('the quick start compiles a matter, measures it and dates it', () => {
    cpSync(join(quickStart, 'permit.zw'), write('quick-start/permit.zw', ''))
    const source = readFileSync(join(quickStart, 'run.ts'), 'utf8')
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    })
    const { output } = runNode(node, [write('quick-start/run.mjs', outputText)])
    expect(output.split('\n')).toEqual([
      '关键路径 受理→现场核查→决定→制证送达',
      '压减 60.0%',
      '9月28日受理，最迟 2026-10-14 办结',
      '',
    ])
  })
})

describe('the command', () => {
  const executable = join(consumer, 'node_modules/.bin', command.name)

  test.each(['22', '24'])('zw runs on Node %s', (major) => {
    const { status, output } = runNode(nodes[major] ?? '', [executable, '--help'])
    expect(output).toContain('zw')
    expect(status).toBe(0)
  })

  test.each(['22', '24'])('zw init on Node %s starts a workspace without a fault, and knows its manual', (major) => {
    const node = nodes[major] ?? ''
    const folder = `workspace-${major}`
    const started = runNode(node, [executable, 'init', folder])
    expect(started.status, started.output).toBe(0)
    const manual = /^手册：(.+)$/m.exec(started.output)?.[1] ?? ''
    expect(manual).toContain(join('node_modules', 'zhengwu', 'docs'))
    expect(readFileSync(manual, 'utf8')).toMatch(/^# 语言手册\n/)
    expect(runNode(node, [executable, 'check', '--deny-warnings', folder])).toMatchObject({ status: 0 })
    expect(runNode(node, [executable, 'verify', folder])).toMatchObject({ status: 0 })
    expect(runNode(node, [executable, 'fmt', '--check', folder])).toMatchObject({ status: 0 })
    expect(runNode(node, [executable, 'report', folder])).toMatchObject({ status: 0 })
  })

  test('zw graph says what to install where the package that places boxes is missing, and draws the rest without it', () => {
    const file = write('graph/a.zw', '语言版本：1\n事项：示例\n办理环节：\n  环节：受理\n    时限：1个工作日\n')
    const graph = (...options: readonly string[]) =>
      runNode(process.execPath, [executable, 'graph', '示例', file, ...options])
    expect(graph()).toEqual({ status: 2, output: expect.stringContaining('请运行 npm install elkjs') })
    expect(graph('--format', 'mermaid').output).toContain('flowchart TD')
    expect(graph('--gantt').output).toContain('</svg>')
  })

  test('it can be executed as installed', () => {
    const { status, stdout } = spawnSync(executable, ['--version'], { cwd: consumer, encoding: 'utf8' })
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/)
    expect(status).toBe(0)
  })
})

describe('TypeScript sees the types', () => {
  const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--lib', 'es2023']
  const options = [...strict, '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')]
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

  test.each([
    ['node16', 'node16', 'types/quick-start.mts'],
    ['bundler', 'es2022', 'types/quick-start.ts'],
  ])('the quick start, with moduleResolution %s and module %s', (resolution, module, path) => {
    const file = write(path, readFileSync(join(quickStart, 'run.ts'), 'utf8'))
    const args = [tsc, ...options, '--moduleResolution', resolution, '--module', module, file]
    expect(runNode(process.execPath, args).output).toBe('')
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
