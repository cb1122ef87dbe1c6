import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { commandSchema } from '../../src/engine/command.ts'
import type { EnabledCommand, WaitsFor } from '../../src/engine/enabled/enabled-command.ts'
import { SERVICES } from '../../src/engine/parts.ts'
import { CHANNELS } from '../../src/model/terms.ts'
import type { CaseView } from '../../src/runner/engine.ts'
import { expectGolden } from '../support/golden.ts'

const path = fileURLToPath(new URL('../../docs/guides/run-a-case.md', import.meta.url))
const page = readFileSync(path, 'utf8')

/** Each command by its kind, with its fields and whether one may be left out. */
const COMMANDS = commandSchema.options.map((schema) => {
  const { kind, ...fields } = schema.shape
  const required = new Set(z.toJSONSchema(schema).required)
  return { kind: kind.value, fields: Object.keys(fields).map((name) => ({ name, optional: !required.has(name) })) }
})

/** The table of commands between its head and the blank line after it. */
const HEAD = '| 命令 | 必写的项 | 可不写的项 |\n|---|---|---|\n'

test('the guide lists each command with the fields that it must have and may have', () => {
  const start = page.indexOf(HEAD) + HEAD.length
  expect(start).toBeGreaterThan(HEAD.length)
  const rows = COMMANDS.map(({ kind, fields }) => {
    const cell = (optional: boolean) =>
      fields.flatMap((field) => (field.optional === optional ? [`\`${field.name}\``] : [])).join('、')
    const cells = [`\`${kind}\``, cell(false), cell(true)].map((text) => (text === '' ? ' ' : ` ${text} `))
    return `|${cells.join('|')}|\n`
  })
  const end = page.indexOf('\n\n', start) + 1
  expectGolden(path, page.slice(0, start) + rows.join('') + page.slice(end))
})

test('the guide says what each field is, and what can be written where there is a choice', () => {
  const names = new Set(COMMANDS.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const rows = rowsOf('| 项 | 写什么 |')
  expect([...rows.keys()].toSorted()).toEqual([...names].toSorted())
  for (const channel of Object.keys(CHANNELS)) expect(rows.get('channel')).toContain(`\`${channel}\``)
  for (const service of Object.keys(SERVICES)) expect(rows.get('service')).toContain(`\`${service}\``)
})

test('the guide says what enabled and read give', () => {
  const enabled: Readonly<Record<keyof EnabledCommand, true>> = {
    command: true,
    who: true,
    role: true,
    organs: true,
    step: true,
    procedure: true,
    name: true,
    request: true,
    facts: true,
    materials: true,
    waitsFor: true,
  }
  const rows = rowsOf('| 项 | 是什么 |')
  expect([...rows.keys()]).toEqual(Object.keys(enabled))
  const waitsFor: Readonly<Record<keyof WaitsFor, true>> = {
    facts: true,
    materials: true,
    services: true,
    procedures: true,
  }
  for (const name of Object.keys(waitsFor)) expect(rows.get('waitsFor')).toContain(`\`${name}\``)
  const view: Readonly<Record<keyof CaseView, true>> = {
    state: true,
    clocks: true,
    enabled: true,
    history: true,
    definition: true,
  }
  const engine = readFileSync(new URL('../../docs/guides/case-engine.md', import.meta.url), 'utf8')
  expect([...rowsOf('| 项 | 是什么 |', engine).keys()]).toEqual(Object.keys(view))
})

test('the guide ends with where to read on', () => {
  const end = page.slice(page.lastIndexOf('\n## '))
  for (const next of ['case-engine.md', 'case-clocks.md']) expect(end).toContain(`](${next})`)
})

/** What a table says, by the code in the first column of its rows. */
function rowsOf(head: string, text: string = page): ReadonlyMap<string, string> {
  const [, table = ''] = text.split(`${head}\n|---|---|\n`)
  const [rows = ''] = table.split('\n\n')
  return new Map([...rows.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name = '', words = '']) => [name, words]))
}
