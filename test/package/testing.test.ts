import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { entries } from '../../.config/entries.ts'

const consumer = inject('consumer')
const nodes = inject('nodes')
const root = fileURLToPath(new URL('../..', import.meta.url))
const peers = [...new Set(entries.flatMap((entry) => entry.peers ?? []))]
const specifiers = entries
  .filter((entry) => entry.peers !== undefined)
  .map(({ subpath }) => `zhengwu${subpath.slice(1)}`)
/** It defines tests as it is used, which vitest lets nobody do outside a test file. */
const FOR_TEST_FILES = 'zhengwu/testing/stores'

beforeAll(() => {
  for (const peer of peers) symlinkSync(join(root, 'node_modules', peer), join(consumer, 'node_modules', peer))
})

afterAll(() => {
  for (const peer of peers) rmSync(join(consumer, 'node_modules', peer))
})

function run(args: readonly string[], node = process.execPath, cwd = consumer) {
  const { status, stdout, stderr } = spawnSync(node, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', CI: '1', UPDATE: undefined, VITEST: undefined },
  })
  return { status, output: stdout + stderr }
}

function write(path: string, text: string): string {
  const file = join(consumer, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

describe('the entries that need a peer', () => {
  test('are all tested here', () => {
    expect(specifiers).toEqual([
      'zhengwu/forms/types',
      'zhengwu/exchange/xlsx',
      'zhengwu/exchange/bpmn',
      'zhengwu/render/flow',
      'zhengwu/stores/postgres',
      'zhengwu/testing',
      'zhengwu/testing/arbitraries',
      FOR_TEST_FILES,
    ])
  })

  test.each(['22', '24'])('import and require give the same names on Node %s', (major) => {
    const names = `JSON.stringify(Object.keys(all).sort())`
    const loadable = specifiers.filter((name) => name !== FOR_TEST_FILES)
    const loaders = loadable.map((name) => [
      run([write('peers.mjs', `import * as all from '${name}'\nconsole.log(${names})`)], nodes[major]),
      run([write('peers.cjs', `const all = require('${name}')\nconsole.log(${names})`)], nodes[major]),
    ])
    for (const [esm, cjs] of loaders) {
      expect(esm).toMatchObject({ status: 0 })
      expect(cjs).toEqual(esm)
    }
  })

  test('the matchers run without any test runner', () => {
    const script = `import { zhengwuMatchers } from 'zhengwu/testing'\nconsole.log(typeof zhengwuMatchers.toCompressBy)`
    const runner = join(consumer, 'node_modules/vitest')
    rmSync(runner)
    try {
      expect(run([write('alone.mjs', script)])).toEqual({ status: 0, output: 'function\n' })
    } finally {
      symlinkSync(join(root, 'node_modules/vitest'), runner)
    }
  })
})

describe('the conformance suite of stores', () => {
  test('runs in a test file of whoever keeps cases elsewhere', () => {
    write(
      'own-store/own.test.mjs',
      `import { openMemoryStore } from 'zhengwu/stores'
import { testCaseStore } from '${FOR_TEST_FILES}'
const newPlace = async () => {
  const store = openMemoryStore()
  return async () => store
}
testCaseStore('memory', { durable: false, cases: 100, newPlace })`,
    )
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const { status, output } = run([vitest, 'run'], process.execPath, join(consumer, 'own-store'))
    expect(output).toMatch(/Tests +\d+ passed/)
    expect(status).toBe(0)
  })
})

describe('TypeScript knows the matchers', () => {
  const options = [
    ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--target', 'es2023'],
    ...['--lib', 'es2023,dom', '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')],
  ]
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const head = `import { compile } from 'zhengwu'
import { matterIn, zhengwuMatchers } from 'zhengwu/testing'
import { arbitraryCaseHistory, arbitraryMatter } from 'zhengwu/testing/arbitraries'
import { expect } from 'vitest'
expect.extend(zhengwuMatchers)
const workspace = compile([])
const matter = matterIn(workspace, '甲')
export const histories = arbitraryMatter.chain((one) => arbitraryCaseHistory(one))
`
  const good = `${head}
expect(workspace).toCompressBy('60%', { over: '合计' })
expect(matter).not.toCompressBy('60%', { basis: '法定时限→关键路径', given: { 面积: 5, 自有: true } })
expect(matter).toFinishWithin('8个工作日', { countFrom: 'acceptance' })
expect(matter).toNeedMaterials(['申请表'], { given: {} })
expect(matter).toReject({ 面积: 5 }, { because: ['面积足够'] })
export const settled: Promise<void> = expect(Promise.resolve(matter)).resolves.toBeSound()
`
  const wrong: Readonly<Record<string, string>> = {
    'a percentage without its sign': "expect(matter).toCompressBy('60')",
    'a word that no 口径 has': "expect(matter).toCompressBy('60%', { basis: '法定时限→现在' })",
    'a matcher that is not there': "expect(matter).toCompressTo('60%')",
  }

  test.each([
    ['node16', 'node16', 'typed/esm.mts'],
    ['bundler', 'es2022', 'typed/bundled.ts'],
  ])('with moduleResolution %s and module %s', (resolution, module, path) => {
    const args = [tsc, ...options, '--moduleResolution', resolution, '--module', module, write(path, good)]
    expect(run(args)).toEqual({ status: 0, output: '' })
  })

  test.each(Object.entries(wrong))('%s is an error', (name, line) => {
    const file = write(`typed/${Object.keys(wrong).indexOf(name)}.mts`, `${head}\n${line}\n`)
    const { status, output } = run([tsc, ...options, '--moduleResolution', 'node16', '--module', 'node16', file])
    expect(output).toMatch(/^typed\/\d\.mts\(10,/)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(status).not.toBe(0)
  })
})

describe('the example project as installed', () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const examples = join(consumer, 'examples')
  const project = join(examples, 'city-tests')
  const junit = '核验结果.xml'
  const runExample = () =>
    run(
      [vitest, 'run', '--reporter=default', '--reporter=junit', `--outputFile.junit=${junit}`],
      process.execPath,
      project,
    )

  beforeAll(() => {
    for (const name of ['city', 'city-tests']) {
      cpSync(join(root, 'examples', name), join(examples, name), { recursive: true })
    }
  })

  test('proves the cut of the city, with exit code 0 and a JUnit file', () => {
    const { status, output } = runExample()
    expect(output).toMatch(/Tests +\d+ passed/)
    expect(status).toBe(0)
    expect(readFileSync(join(project, junit), 'utf8')).toMatch(/<testsuites [^>]*failures="0"/)
  })

  test('says by how much, along which chain and from which lines a matter has fallen back, with exit code 1', () => {
    const file = join(examples, 'city/nurse-registration.zw')
    const text = readFileSync(file, 'utf8')
    const later = text.replace('承诺时限：6个工作日', '承诺时限：9个工作日')
    expect(later).not.toBe(text)
    writeFileSync(file, later)
    const { status, output } = runExample()
    writeFileSync(file, text)
    expect(status).toBe(1)
    const line = later.slice(0, later.indexOf('承诺时限：9')).split('\n').length
    const told = [
      '期望“护士执业注册”压减时限不低于60%，实际55.0%（20→9个工作日，还差1个工作日）',
      '关键路径 受理',
      `nurse-registration.zw:${line}  承诺时限：9个工作日`,
    ]
    for (const words of told) expect(output).toContain(words)
    expect(readFileSync(join(project, junit), 'utf8')).toContain('还差1个工作日')
  })
})
