import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { verifyHistory } from '../../src/engine/history/verify-history.ts'
import { openEngine } from '../../src/runner/open-engine.ts'
import type { StoredEvent } from '../../src/stores/case-store.ts'
import { openStore } from '../../src/stores/open-store.ts'
import { compileLicence, counter, define, moment, STORY, tell } from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

let folder = ''
let location = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zw-runner-'))
  location = `sqlite:${join(folder, 'cases.db')}`
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const PROGRAM = fileURLToPath(new URL('programs/handle-cases.ts', import.meta.url))
const lineSchema = z.union([
  z.literal('ready'),
  z.strictObject({ caseId: z.string(), step: z.int(), version: z.int(), repeated: z.boolean() }),
  z.strictObject({ caseId: z.string(), step: z.int(), code: z.string() }),
  z.strictObject({ ticked: z.int(), broken: z.int() }),
])
type Line = z.infer<typeof lineSchema>

/** Runs the program; kills it after so many answers. Gives what it said, and what it wrote to its error output. */
async function runProgram(
  name: string,
  { most, killAfter }: { readonly most?: number | 'due'; readonly killAfter?: number },
) {
  const parameters = [PROGRAM, location, name, ...(most === undefined ? [] : [String(most)])]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += `${text}`
  })
  const lines: Line[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    // A kill can cut the last line off.
    if (!line.endsWith('}') && !line.endsWith('"')) continue
    lines.push(lineSchema.parse(JSON.parse(line)))
    if (lines.length === killAfter) child.kill('SIGKILL')
  }
  await closed
  return { lines, errors, code: child.exitCode }
}

/** The histories of all cases, each verified against the index of the store. */
async function histories() {
  const store = await openStore(location)
  const found = new Map<string, readonly string[]>()
  for (const { caseId, version, lastHash } of await store.list({ limit: 100_000 })) {
    const events: StoredEvent[] = []
    for await (const stored of store.read(caseId)) events.push(stored)
    const verified = verifyHistory(caseId, events, { version, hash: lastHash })
    expect(verified).toMatchObject({ ok: true, value: { end: { version } } })
    found.set(
      caseId,
      events.map(({ event }) => event.kind),
    )
  }
  await store.close()
  return found
}

const whole = tell(define(compileLicence()), STORY)

test('a case goes on after a restart with the version it began with, whatever is newer by then', async () => {
  const before = await engineAt({ store: location })
  await before.tell('case-1', STORY.slice(0, 5))
  await before.stop()
  const newer = compileLicence(['  环节：决定', '  环节：培训\n    角色：审查人员\n    时限：1个工作日\n  环节：决定'])
  const after = await engineAt({ store: location, definitions: [newer] })
  const done = await after.tell('case-1', STORY.slice(5))
  expect(done.state).toEqual(whole.state)
  await after.tell('case-2', STORY.slice(0, 1))
  const [first, second] = await after.list()
  expect(first?.definition).toBe(whole.state.definition)
  expect(second?.definition).toBe(define(newer).hash)
  await after.stop()
})

test('a case moves to the newer version when it is asked to', async () => {
  const before = await engineAt({ store: location })
  await before.tell('case-1', STORY.slice(0, 3))
  expect(await before.migrate('case-1', counter)).toMatchObject({
    refusal: { code: 'cannot-migrate', message: '办件已经按现行版本办理' },
  })
  await before.stop()
  const newer = compileLicence(['到现场次数：1次', '到现场次数：1次\n  过渡：新规'], ['承诺时限：10', '承诺时限：9'])
  const after = await engineAt({ store: location, definitions: [newer] })
  after.setClock('2026-09-29 11:00')
  expect(await after.planMigration('case-1')).toMatchObject({
    ok: true,
    value: { kept: ['受理', '材料审查', '现场核查'] },
  })
  const version = 9
  expect(await after.migrate('case-1', counter, { expectedVersion: version - 1 })).toMatchObject({
    refusal: { code: 'stale-version' },
    version,
  })
  expect(await after.migrate('case-1', counter, { expectedVersion: version })).toMatchObject({ kind: 'done' })
  const done = await after.tell('case-1', STORY.slice(3))
  expect(done.state).toMatchObject({ ending: 'closed', definition: define(newer).hash })
  await after.stop()
})

test('killed at any moment, nothing that was answered is lost, and sent again it gives the first answer', async () => {
  const said: Line[] = []
  for (const killAfter of [2, 9, 17, 40, 23]) {
    const { lines, errors } = await runProgram('worker', { killAfter })
    expect(errors).toBe('')
    said.push(...lines)
  }
  const found = await histories()
  const answers = said.filter((line) => line !== 'ready')
  for (const line of answers) {
    expect(line).not.toHaveProperty('code')
    if ('version' in line) expect(found.get(line.caseId)?.length).toBeGreaterThanOrEqual(line.version)
  }
  // Each start began with the same cases under the same keys.
  expect(answers.filter((line) => 'repeated' in line && line.repeated).length).toBeGreaterThan(20)
  const kinds = whole.events.map(({ kind }) => kind)
  expect(found.get('worker-0')).toEqual(kinds)
})

test('two processes vie for the same cases on one file: each command happens once, nobody is locked out', async () => {
  const runs = await Promise.all(['one', 'other', 'third'].map((name) => runProgram(name, { most: 20 })))
  expect(runs.map(({ errors, code }) => ({ errors, code }))).toEqual(runs.map(() => ({ errors: '', code: 0 })))
  const found = await histories()
  expect(found.size).toBe(3 * 10 + 10)
  const kinds = whole.events.map(({ kind }) => kind)
  for (const history of found.values()) expect(history).toEqual(kinds)
  const answers = runs.flatMap(({ lines }) => lines.filter((line) => line !== 'ready'))
  const firsts = answers.filter((line) => 'repeated' in line && !line.repeated && line.caseId.startsWith('shared'))
  expect(firsts).toHaveLength(10 * STORY.length)
})

test('what is due is done by one of several processes, once', async () => {
  const engine = await engineAt({ store: location })
  for (let id = 0; id < 300; id++) await engine.tell(`case-${id}`, STORY.slice(0, 1))
  await engine.stop()
  const runs = await Promise.all(['one', 'other'].map((name) => runProgram(name, { most: 'due' })))
  const ticks = runs.flatMap(({ lines }) =>
    lines.flatMap((line) => (line !== 'ready' && 'ticked' in line ? line.ticked : [])),
  )
  expect(ticks).toHaveLength(2)
  expect(ticks.reduce((sum, count) => sum + count)).toBe(300)
  const expected = ['submitted', 'serviceRequested', 'flowAdvanced', 'alerted']
  for (const history of (await histories()).values()) expect(history).toEqual(expected)
})

test('a history that somebody altered is named with its first bad event, and the case goes no further', async () => {
  const engine = await engineAt({ store: location })
  await engine.tell('case-1', STORY.slice(0, 4))
  await engine.tell('case-2', STORY.slice(0, 4))
  const database = new DatabaseSync(join(folder, 'cases.db'))
  const alter = database.prepare(`update zw_events set event = replace(event, ?, ?) where case_id = ? and seq = 6`)
  expect(alter.run('2026-09-29', '2026-09-01', 'case-1').changes).toBe(1)
  const [, by, command] = STORY[4] ?? []
  if (by === undefined || command === undefined) throw new Error('no story')
  const refusal = { code: 'bad-history', message: '办件的历史记录对不上：第6件事被改过' }
  expect(await engine.send('case-1', by, command)).toMatchObject({ kind: 'refused', refusal })
  expect(await engine.read('case-1')).toMatchObject({ ok: false, error: refusal })
  expect(await engine.receipt('case-1')).toMatchObject({ ok: false, error: refusal })
  const { broken } = await engine.runDue(moment('2026-12-01 00:00'))
  expect(broken).toMatchObject([{ caseId: 'case-1', refusal }])
  expect(await engine.send('case-2', by, command)).toMatchObject({ refusal: { code: 'backward-time' } })
  // Put back as it was, it goes on.
  alter.run('2026-09-01', '2026-09-29', 'case-1')
  expect(await engine.send('case-1', by, command)).toMatchObject({ kind: 'done' })
  database.exec('delete from zw_events where seq > 5')
  expect(await engine.read('case-1')).toMatchObject({ error: { message: '办件的历史记录对不上：第6件事缺了' } })
  database.close()
  await engine.stop()
})

test('a definition that somebody altered in the store carries no case any further', async () => {
  const before = await engineAt({ store: location })
  await before.tell('case-1', STORY.slice(0, 3))
  await before.stop()
  const database = new DatabaseSync(join(folder, 'cases.db'))
  database.exec(`update zw_definitions set definition = replace(definition, '现场核查', '现场勘查')`)
  database.close()
  const definitions = [compileLicence(['承诺时限：10', '承诺时限：9'])]
  const options = { store: location, definitions, pollEvery: false, now: () => moment('2026-09-30 09:00') } as const
  const engine = await openEngine(options)
  expect(await engine.read('case-1')).toMatchObject({ ok: false, error: { code: 'bad-definition' } })
  await engine.stop()
})
