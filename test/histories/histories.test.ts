import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readClocks } from '../../src/engine/clocks/read-clocks.ts'
import { decide } from '../../src/engine/decide.ts'
import type { CaseEvent } from '../../src/engine/event.ts'
import { printDefinition } from '../../src/engine/flow/print-definition.ts'
import { readDefinition } from '../../src/engine/flow/read-definition.ts'
import { firstLink, sealEvents } from '../../src/engine/history/seal-events.ts'
import type { SealedEvent } from '../../src/engine/history/sealed-event.ts'
import { verifyHistory } from '../../src/engine/history/verify-history.ts'
import { migrate } from '../../src/engine/migration/migrate.ts'
import { newCase } from '../../src/engine/new-case.ts'
import { replay } from '../../src/engine/replay.ts'
import { hashText } from '../../src/graph/hash-text.ts'
import { calendar, counter, moment } from '../support/engine/licence.ts'
import { STORIES, type Story } from './stories.ts'

const folder = fileURLToPath(new URL('recorded', import.meta.url))
const seals = join(folder, 'seals.txt')
const FILES = ['definition.jsonl', 'history.jsonl', 'outcome.jsonl']

const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8')

/** Plays a story: its events, and the definition that the case runs on at the end. */
function play(name: string, { definition: first, told, moves }: Story) {
  let definition = first
  const events: CaseEvent[] = []
  for (const [index, [when, by, command]] of told.entries()) {
    const context = { at: moment(when), by, calendar }
    const state = events.length === 0 ? undefined : replay(name, events)
    const moved =
      moves?.after === index && state !== undefined
        ? migrate(state, definition, moves.to, { ...context, at: state.lastAt, by: counter })
        : undefined
    if (moved?.refused !== undefined) throw new Error(`${name}: ${moved.refused.message}`)
    if (moved !== undefined && moves !== undefined) {
      events.push(...moved.events)
      definition = moves.to
    }
    const decided = decide(definition, moved?.state ?? state ?? newCase(name), command, context)
    if (decided.refused !== undefined) throw new Error(`${name}, ${command.kind}: ${decided.refused.message}`)
    events.push(...decided.events)
  }
  return { definition, events }
}

/** What a history led to, as people rely on it: the state, and what every clock said. */
function outcomeOf(name: string, events: readonly CaseEvent[], definition: Story['definition']) {
  const state = replay(name, events)
  const clocks = readClocks(definition, state, calendar, state.lastAt).map(({ id, kind, due, used, left }) => ({
    id,
    kind,
    ...(due !== undefined && { due: due.date }),
    used,
    left,
  }))
  return { state, clocks }
}

function record(name: string, story: Story) {
  const { definition, events } = play(name, story)
  const texts = [
    printDefinition(definition),
    ...[
      sealEvents(firstLink(name), events)
        .map((sealed) => JSON.stringify(sealed))
        .join('\n'),
    ],
    JSON.stringify(outcomeOf(name, events, definition)),
  ]
  mkdirSync(join(folder, name), { recursive: true })
  for (const [index, file] of FILES.entries()) writeFileSync(join(folder, name, file), `${texts[index]}\n`)
  const lines = FILES.map((file) => `${hashText(read(name, file))} ${name}/${file}\n`)
  writeFileSync(seals, `${existsSync(seals) ? readFileSync(seals, 'utf8') : ''}${lines.join('')}`)
}

if (process.env['UPDATE'] === '1') {
  for (const [name, story] of Object.entries(STORIES)) if (!existsSync(join(folder, name))) record(name, story)
}

const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

test('nothing that was recorded is ever changed, taken away or slipped in', () => {
  const sealed = readFileSync(seals, 'utf8')
  const found = sealed
    .trimEnd()
    .split('\n')
    .map((line) => {
      const path = line.slice(line.indexOf(' ') + 1)
      const [name = '', file = ''] = path.split('/')
      return `${existsSync(join(folder, path)) ? hashText(read(name, file)) : 'missing'} ${path}\n`
    })
  expect(found.join(''), 'recorded histories stay as they are: mend the program, or record a new one').toBe(sealed)
  expect(names.flatMap((name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`)).sort()).toEqual(
    found.map((line) => line.trimEnd().split(' ')[1]).sort(),
  )
  expect(new Set(names)).toEqual(new Set(Object.keys(STORIES)))
})

describe.each(names)('%s', (name) => {
  const lines = read(name, 'history.jsonl').trimEnd().split('\n')
  const history: readonly SealedEvent[] = lines.map((line) => JSON.parse(line))
  const outcome = JSON.parse(read(name, 'outcome.jsonl'))

  test('holds, and leads to where it led when it was recorded', () => {
    const verified = verifyHistory(name, history)
    if (!verified.ok) throw new Error(verified.error.message)
    expect(verified.value.state).toMatchObject(outcome.state)
  })

  test('runs on the definition that was kept with it, to the same dates', () => {
    const definition = readDefinition(read(name, 'definition.jsonl').trimEnd())
    if (!definition.ok) throw new Error(definition.error.message)
    expect(definition.value.hash).toBe(outcome.state.definition)
    const events = history.map(({ event }) => event)
    expect(outcomeOf(name, events, definition.value).clocks).toEqual(outcome.clocks)
  })

  test('is found out when a word of it is altered', () => {
    const altered = lines.map((line) => line.replace('"staff-1"', '"staff-9"').replace('"person-1"', '"person-9"'))
    const first = altered.findIndex((line, index) => line !== lines[index])
    expect(
      verifyHistory(
        name,
        altered.map((line) => JSON.parse(line)),
      ),
    ).toMatchObject({
      ok: false,
      error: { kind: 'altered', seq: first + 1 },
    })
  })
})
