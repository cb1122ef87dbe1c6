import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { compile } from '../../src/compile/compile.ts'
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.ts'
import { indexSources } from '../../src/diagnostics/source-index.ts'
import { createFolder, runCli } from '../cli/run-cli.ts'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

/** The fenced blocks of the README in their order, by their info string. */
const blocks = [...readme.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
  info,
  text,
}))

function blockOf(info: string): string {
  const found = blocks.filter((block) => block.info === info)
  expect(found, `README.md must have exactly one block “${info}”`).toHaveLength(1)
  return found[0]?.text ?? ''
}

function example(path: string): string {
  return readFileSync(new URL(`examples/quick-start/${path}`, root), 'utf8')
}

let printed: string[] = []

beforeEach(() => {
  printed = []
  vi.spyOn(console, 'log').mockImplementation((...words) => {
    printed.push(words.join(' '))
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('shows the matter of examples/quick-start, which has nothing to find fault with', () => {
  expect(blockOf('zw')).toBe(example('permit.zw'))
  expect(compile([{ uri: 'permit.zw', text: example('permit.zw') }], { asOf: '2026-11-22' }).diagnostics).toEqual([])
})

it('shows the finding that the typo in it really gives', () => {
  const text = example('permit.zw').replace('并联：材料审查、现场核查', '并联：材料审查、现场合查')
  expect(text).not.toBe(example('permit.zw'))
  const { diagnostics, sources } = compile([{ uri: 'permit.zw', text }], { asOf: '2026-11-22' })
  const index = indexSources(sources)
  expect(`${diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, index)).join('\n')}\n`).toBe(
    blockOf('text 诊断'),
  )
})

it('shows the program of examples/quick-start and what it prints', async () => {
  expect(blockOf('ts')).toBe(example('run.ts'))
  await import('../../examples/quick-start/run.ts')
  expect(`${printed.join('\n')}\n`).toBe(blockOf('text 输出'))
})

it('gives command lines of zw that run as they stand, one after the other', async () => {
  const cwd = join(createFolder({ 'repository/README.md': readme }), 'repository')
  symlinkSync(new URL('examples', root), join(cwd, 'examples'))
  const lines = blocks
    .filter(({ info }) => info === 'sh')
    .flatMap(({ text }) => [...text.matchAll(/^npm run zw -- (.*?)(?: +#.*)?$/gm)].map(([, line = '']) => line))
  expect(lines.length).toBeGreaterThan(6)
  for (const line of lines) {
    const argv = line.split(' ').map((word) => word.replaceAll("'", ''))
    expect(await runCli(argv, { cwd }), line).toMatchObject({ code: 0, err: '' })
  }
})

it('lists every command of zw', () => {
  const [, table = ''] = readme.split('| 命令 | 做什么 |')
  const listed = [...(table.split('\n\n')[0] ?? '').matchAll(/`zw ([a-z]+)/g)].map(([, name]) => name)
  expect(listed).toEqual(expect.arrayContaining(Object.keys(COMMANDS)))
})

it('links to what is there', () => {
  const links = [...readme.matchAll(/\]\(([^):#]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([])
})

it('gives only commands that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const named = blocks
    .filter(({ info }) => info === 'sh')
    .flatMap(({ text }) => [...text.matchAll(/npm (?:run ([\w:]+)|(test))/g)])
  expect(named.length).toBeGreaterThan(0)
  for (const [, script, test] of named) expect(Object.keys(scripts)).toContain(script ?? test)
})
