import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, inject, test } from 'vitest'
import { command, entries } from '../../.config/entries.ts'

const packed = inject('packed')
const dist = join(inject('consumer'), 'node_modules/zhengwu/dist')

/** The packages that a built file imports, itself and through the chunks it shares with others. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>()
  if (seen.has(file)) return packages
  seen.add(file)
  const { importedFiles } = ts.preProcessFile(readFileSync(join(dist, file), 'utf8'), true, true)
  for (const { fileName } of importedFiles) {
    if (fileName.startsWith('.')) for (const name of packagesOf(join(file, '..', fileName), seen)) packages.add(name)
    else packages.add(fileName)
  }
  return packages
}

test('the tarball holds the build, the grammar, the manual, the examples, the licence and the read-me, and no sources', () => {
  const others = packed.filter((path) => !/^(?:dist|docs|examples|grammar)\//.test(path))
  expect([...others].sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
  expect(packed.filter((path) => path.startsWith('dist/') && !/\.(?:js|cjs|d\.ts|d\.cts)$/.test(path))).toEqual([])
  for (const { output } of entries) {
    for (const ending of ['js', 'cjs', 'd.ts', 'd.cts']) expect(packed).toContain(`dist/${output}.${ending}`)
  }
})

test('what the read-me and the manual link to is there', () => {
  const pages = packed.filter((path) => path === 'README.md' || /^docs\/(?:language|guides|diagnostics)\//.test(path))
  expect(pages.length).toBeGreaterThan(100)
  const dead = pages.flatMap((page) => {
    const text = readFileSync(join(dist, '..', page), 'utf8')
    const links = [...text.matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => join(page, '..', link))
    return links
      .filter((link) => !packed.some((path) => path === link || path.startsWith(link)))
      .map((to) => [page, to])
  })
  expect(dead).toEqual([])
})

describe.each(['js', 'cjs'])('what the built .%s files import', (ending) => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    calendar: [],
    analysis: ['@noble/hashes'],
  }

  test.each(Object.entries(allowed))('%s needs no package but %j', (output, names) => {
    const extra = [...packagesOf(`${output}.${ending}`)].filter(
      (name) => !names.some((allow) => name === allow || name.startsWith(`${allow}/`)),
    )
    expect(extra).toEqual([])
  })

  test('the walk over shared chunks sees the parser where it is', () => {
    expect([...packagesOf(`index.${ending}`)]).toContain('chevrotain')
  })
})

test('the command is one file that needs nothing but Node, and optional peers for single tasks', () => {
  const peers = [...new Set(entries.flatMap((entry) => entry.peers ?? []))]
  const needed = [...packagesOf(`${command.output}.js`)].filter((name) => !name.startsWith('node:'))
  expect(needed.filter((name) => !peers.some((peer) => name === peer || name.startsWith(`${peer}/`)))).toEqual([])
})
