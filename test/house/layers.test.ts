import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './source-files.ts'

/** What is planted in a copy of the sources, and the rule that must refuse it. */
const planted = [
  { path: 'src/base/planted.ts', text: "import '../calendar/planted-calendar.ts'", rule: 'layer-base' },
  { path: 'src/calendar/planted-calendar.ts', text: 'export const planted = 1', rule: undefined },
  { path: 'src/model/planted.ts', text: "import type { P } from '../syntax/planted.ts'", rule: 'layer-model' },
  { path: 'src/syntax/planted.ts', text: 'export type P = 1', rule: undefined },
  { path: 'src/analysis/planted.ts', text: "import '../compile/planted.ts'", rule: 'layer-analysis' },
  { path: 'src/compile/planted.ts', text: "import 'chevrotain'", rule: 'package-chevrotain' },
  { path: 'src/graph/planted.ts', text: "import 'typescript'", rule: 'package-without-a-row' },
  { path: 'src/render/planted.ts', text: "import 'node:fs'", rule: 'node-only-at-the-edges' },
  { path: 'src/helpers/planted.ts', text: "import '../base/planted.ts'", rule: 'folder-without-a-row' },
  { path: 'src/cli/planted.ts', text: "import '../index.ts'", rule: 'nobody-imports-the-facade' },
  { path: 'src/engine/planted.ts', text: "import './index.ts'", rule: 'file-not-index' },
  { path: 'src/engine/index.ts', text: "import './planted.ts'", rule: 'no-cycles' },
  { path: 'src/exchange/planted.ts', text: "import './gone.ts'", rule: 'resolvable' },
  { path: 'src/testing/planted.ts', text: "import '../../test/planted.ts'", rule: 'source-stands-alone' },
  { path: 'test/planted.ts', text: 'export const planted = 1', rule: undefined },
]

let copy = ''
let violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] = []

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'zhengwu-layers-'))
  for (const name of ['src', '.config', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { path, text } of planted) {
    mkdirSync(join(copy, path, '..'), { recursive: true })
    writeFileSync(join(copy, path), `${text}\n`)
  }
  const options = ['--config', '.config/dependency-cruiser.config.mjs', '--preserve-symlinks', '--output-type', 'json']
  const depcruise = join(root, 'node_modules/.bin/depcruise')
  const run = spawnSync(depcruise, [...options, 'src'], { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 })
  violations = JSON.parse(run.stdout).summary.violations
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

test.each(planted.filter(({ rule }) => rule !== undefined))('$path with “$text” breaks $rule', ({ path, rule }) => {
  const broken = violations.filter(({ from }) => from === path).map((violation) => violation.rule.name)
  expect(broken).toContain(rule)
})

test('nothing but what was planted breaks a rule', () => {
  const places = new Set<string>(planted.map(({ path }) => path))
  expect(violations.filter(({ from }) => !places.has(from)).map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual(
    [],
  )
})
